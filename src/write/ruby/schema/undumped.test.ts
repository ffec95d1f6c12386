import { expect, test } from 'vitest';
import type { Column, Table } from '../../../model/schema.ts';
import { readSchemaRb } from '../../../read/ruby/index.ts';
import { writeSchemaRb } from './index.ts';

const RAILS = { major: 7, minor: 2 };

const file = await readSchemaRb(
  `ActiveRecord::Schema[7.2].define(version: 1) do
  create_table "items", force: :cascade do |t|
    t.integer "size"
  end
end
`,
  'db/schema.rb',
  { engine: 'postgresql', rails: RAILS },
);

/** The dump when the column is another one, or the table is. */
function dumped(
  column: Partial<Column>,
  table: Partial<Table> = {},
  rails = RAILS,
  domains: typeof file.schema.domains = [],
): string {
  const tables = file.schema.tables.map((items) => {
    const columns = items.columns.map((other) =>
      other.name === 'size' ? { ...other, ...column } : other,
    );
    return { ...items, columns, ...table };
  });
  return writeSchemaRb(file, { ...file.schema, domains, tables }, { rails });
}

// Each as Active Record 7.2 dumps it from PostgreSQL 15.
test.each([
  ['(1 + 2)', 't.integer "size"\n'],
  ['CURRENT_USER', 't.integer "size"\n'],
  ['ARRAY[]::text[]', 't.integer "size"\n'],
  ['(1)::numeric', 't.integer "size", default: -> { "(1)::numeric" }\n'],
  ['now()', 't.integer "size", default: -> { "now()" }\n'],
  ['CURRENT_DATE', 't.integer "size", default: -> { "CURRENT_DATE" }\n'],
])('the default %s', (sql, line) => {
  expect(dumped({ default: { kind: 'expression', sql } })).toContain(line);
});

test('a column of a domain is dumped as one of the type below', () => {
  const plain = { nullable: true, default: null, checkConstraints: [] };
  const domains = [{ name: 'short_text', type: 'character varying(20)', ...plain }];
  expect(dumped({ type: 'short_text' }, {}, RAILS, domains)).toContain('t.string "size"\n');
});

test('how a table is partitioned is dumped since Rails 8.0', () => {
  const options = 'PARTITION BY RANGE (size)';
  expect(dumped({}, { options })).toContain('create_table "items", force: :cascade do |t|');
  expect(dumped({}, { options }, { major: 8, minor: 0 })).toContain(`options: "${options}"`);
});

test('a table of another schema is not dumped', () => {
  expect(dumped({}, { name: 'audit.items' })).not.toContain('create_table');
});
