import type { MigrationTool } from '../model/migration-tool.ts';
import { emptySchema, type Schema, type Table } from '../model/schema.ts';
import { TOOLS } from '../project/migration-tools/tools.ts';
import type { MigrationFile } from '../project/selection.ts';

/** Tables that Active Record makes by itself: ActiveRecord::SchemaMigration and InternalMetadata. */
const OF_RAILS = ['schema_migrations', 'ar_internal_metadata'];

/**
 * A database before the first migration. PostgreSQL puts plpgsql into each new one, and the tool
 * makes its own tables: what the committed file shows of both is there, since no migration makes it.
 */
export function newDatabase(committed: Schema, migrations: readonly MigrationFile[]): Schema {
  const [first] = migrations;
  const tool = first && 'tool' in first ? first.tool : 'rails';
  const tables = committed.tables.filter((table) => isOwn(table, tool));
  const namespace = namespaceOf(tool);
  return {
    ...emptySchema(committed.engine),
    ...(committed.complete ? { complete: true as const } : {}),
    tables,
    namespaces: committed.namespaces.filter((name) => name === namespace),
    sequences: committed.sequences.filter(({ name }) =>
      tables.some((table) => name.startsWith(`${table.name}_`)),
    ),
    extensions: committed.extensions.filter(({ name }) => /^(?:pg_catalog\.)?plpgsql$/.test(name)),
  };
}

function isOwn({ name }: Table, tool: MigrationTool): boolean {
  if (tool === 'rails') return OF_RAILS.includes(name);
  const namespace = namespaceOf(tool);
  if (namespace !== null) return name.startsWith(`${namespace}.`);
  return name.slice(name.lastIndexOf('.') + 1) === TOOLS[tool].history?.name;
}

/** The schema in which a tool keeps all of its tables; null when its one table stands anywhere. */
function namespaceOf(tool: MigrationTool): string | null {
  const [namespace, table] = TOOLS[tool].history?.name.split('.') ?? [];
  return table === undefined ? null : (namespace ?? null);
}
