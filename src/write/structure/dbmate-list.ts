import type { Engine } from '../../model/engine.ts';
import type { SqlSchemaFile } from '../../model/schema-file.ts';
import type { ListForm } from './version-list-form.ts';

/** dbmate 2.35, schemaMigrationsDump of pkg/driver/postgres, mysql and sqlite. */
const TABLES: {
  readonly [E in Engine]: { readonly table: string; readonly indent: string };
} = {
  postgresql: { table: 'public.schema_migrations', indent: '    ' },
  mysql: { table: '`schema_migrations`', indent: '  ' },
  sqlite: { table: '"schema_migrations"', indent: '  ' },
};

/**
 * Where and how dbmate begins its list, which is behind its comment when nothing ran yet; null in
 * a file of another tool.
 */
export function dbmateList(
  file: SqlSchemaFile,
): { readonly place: number; readonly form: ListForm } | null {
  const pattern = /^-- Dbmate schema migrations\n(?:--\n\n)?(?:LOCK TABLES .*;\n)?/m;
  const comment = pattern.exec(file.text);
  if (!comment) return null;
  const { table, indent } = TABLES[file.schema.engine];
  const form = {
    single: true,
    newestFirst: false,
    head: `INSERT INTO ${table} (version) VALUES`,
    opening: `\n${indent}`,
    between: `,\n${indent}`,
    closing: '\n',
  };
  return { place: comment.index + comment[0].length, form };
}
