import type { Schema, Table } from '../../model/schema.ts';

/** The schema in the manner of `schema.rb`, near enough to have a diff to show. */
export function schemaText(schema: Schema): string {
  return [
    `ActiveRecord::Schema[7.1].define(version: ${schema.version ?? '0'}) do`,
    ...schema.enums.map((one) => `  create_enum "${one.name}", ${JSON.stringify(one.values)}\n`),
    ...schema.tables.map(tableText),
    ...schema.tables.flatMap((one) =>
      one.foreignKeys.map((key) => `  add_foreign_key "${one.name}", "${key.toTable}"`),
    ),
    'end',
    '',
  ].join('\n');
}

function tableText(table: Table): string {
  return [
    `  create_table "${table.name}", force: :cascade do |t|`,
    ...table.columns
      .filter((column) => column.name !== 'id')
      .map((column) => `    t.column "${column.name}", "${column.type}"`),
    ...table.indexes.map(
      (index) =>
        `    t.index ${JSON.stringify(index.parts.map((part) => part.column))}, name: "${index.name}"`,
    ),
    '  end\n',
  ].join('\n');
}
