import {
  tableOptions as optionsOf,
  tableOptionsText,
} from '../../../dialect/postgresql/table-options.ts';
import { bareName } from '../../../dialect/sql-names.ts';
import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import type { Schema, Table } from '../../../model/schema.ts';
import type { SchemaForm } from './form.ts';
import { rubyString } from './inspect.ts';
import { formatOptions, type Option, options } from './options.ts';
import { primaryKeyOptions } from './primary-key.ts';

/** `  create_table "users", id: :uuid, ..., force: :cascade do |t|` with its line break. */
export function tableHead(table: Table, schema: Schema, form: SchemaForm): string {
  const force: Option = { key: 'force', value: ':cascade' };
  const key = primaryKeyOptions(table, schema, form);
  const own = tableOptions(table, form);
  // Up to Rails 5.1 the table's own options follow `force:`.
  const list = railsAtLeast(form.rails, 5, 2) ? [...key, ...own, force] : [...key, force, ...own];
  return `  create_table ${rubyString(table.name)}, ${formatOptions(list)} do |t|\n`;
}

/** Since Rails 6.1 MySQL's charset and collation stand by themselves, and the rest comes last. */
function tableOptions(table: Table, { rails, dialect }: SchemaForm): readonly Option[] {
  const comment = ['comment', text(table.comment)] as const;
  const isPostgresql = dialect.engine === 'postgresql';
  const rest = ['options', text(isPostgresql ? inheritance(table, rails) : table.options)] as const;
  if (!railsAtLeast(rails, 6, 1)) return options(rest, comment);
  return options(
    ['charset', text(table.charset)],
    ['collation', text(table.collation)],
    comment,
    rest,
  );
}

/**
 * INHERITS or PARTITION BY, which are dumped since Rails 8.0 (`table_options`), where a partition
 * counts as a table that inherits. How rows are stored is not dumped.
 */
function inheritance({ options: stated, partition }: Table, rails: RailsVersion): string | null {
  if (!railsAtLeast(rails, 8, 0)) return null;
  const { inherits, partitionBy } = optionsOf(stated);
  const parents = partition ? [...inherits, partition.parent] : inherits;
  const bare = { using: null, parameters: null, tablespace: null };
  const key = parents.length > 0 ? null : partitionBy;
  return tableOptionsText({ ...bare, inherits: parents.map(bareName), partitionBy: key });
}

function text(value: string | null): string | null {
  return value === null ? null : rubyString(value);
}
