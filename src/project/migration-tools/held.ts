import { MIGRATION_TOOL_NAMES } from '../../model/migration-tool.ts';
import { heldVersionsOf } from '../held-versions.ts';
import { isTableInDump, rowsInDump } from './history-table.ts';
import type { ListedMigration } from './listed.ts';
import type { MigrationSource } from './source.ts';
import { TOOLS } from './tools.ts';

/** What a schema file says of the migrations that it holds. */
export interface Held {
  /** False when nothing in the file tells: then `holds` holds nothing. */
  readonly isKnown: boolean;
  readonly holds: (migration: ListedMigration) => boolean;
  /** What tells, or what is missing: a clause. */
  readonly because: string;
}

/** Which of the listed migrations a schema file holds. */
export function heldIn(
  schema: { readonly path: string; readonly text: string },
  source: MigrationSource,
  migrations: readonly ListedMigration[],
): Held {
  if (source.tool === 'rails') return heldByRails(schema);
  const { history } = TOOLS[source.tool];
  const rows = history && rowsInDump(schema.text, history);
  if (history && rows) {
    const keys = history.held(rows, migrations);
    return {
      isKnown: true,
      holds: ({ key }) => keys.has(key),
      because: `${schema.path} lists those that ran in ${history.name}`,
    };
  }
  if (isEmpty(schema.text)) {
    return { isKnown: true, holds: () => false, because: `${schema.path} makes no table` };
  }
  return { isKnown: false, holds: () => false, because: missing(schema, source) };
}

function heldByRails({ path, text }: { readonly path: string; readonly text: string }): Held {
  const { holds, newest } = heldVersionsOf(text);
  return {
    isKnown: true,
    holds: ({ version }) => version !== null && holds(version),
    because: newest === null ? `${path} names no version` : `${path} is of version ${newest}`,
  };
}

function isEmpty(text: string): boolean {
  return !/^\s*CREATE\s+(?:UNLOGGED\s+)?TABLE\b/im.test(text);
}

function missing(
  { path, text }: { readonly path: string; readonly text: string },
  source: MigrationSource,
) {
  const { history } = TOOLS[source.tool];
  if (!history) return `${MIGRATION_TOOL_NAMES[source.tool]} leave no trace in ${path}`;
  const has = isTableInDump(text, history) ? 'no rows of' : 'no table';
  return `${path} has ${has} ${history.name}`;
}
