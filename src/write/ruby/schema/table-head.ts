import { railsAtLeast } from '../../../model/engine.ts';
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
  // PostgreSQL's INHERITS and PARTITION BY are dumped since Rails 8.0 (table_options).
  const shown = dialect.engine !== 'postgresql' || railsAtLeast(rails, 8, 0);
  const rest = ['options', shown ? text(table.options) : null] as const;
  if (!railsAtLeast(rails, 6, 1)) return options(rest, comment);
  return options(
    ['charset', text(table.charset)],
    ['collation', text(table.collation)],
    comment,
    rest,
  );
}

function text(value: string | null): string | null {
  return value === null ? null : rubyString(value);
}
