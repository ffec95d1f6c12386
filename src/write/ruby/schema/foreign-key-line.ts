import { dumperOmitsName, foreignKeyColumnFor } from '../../../dialect/rails/names.ts';
import { isPlainIdentifier } from '../../../dialect/reserved-words.ts';
import { railsAtLeast } from '../../../model/engine.ts';
import type { ForeignKey, ReferentialAction } from '../../../model/schema.ts';
import type { SchemaForm } from './form.ts';
import { rubyString, rubyStrings } from './inspect.ts';
import { formatOptions, options } from './options.ts';

/** What the dumper knows of actions: SET DEFAULT is not among it. */
const ACTIONS: { readonly [A in ReferentialAction]: string | null } = {
  noAction: null,
  setDefault: null,
  restrict: ':restrict',
  cascade: ':cascade',
  setNull: ':nullify',
};

/** `  add_foreign_key "orders", "users", on_delete: :cascade` with its line break. */
export function foreignKeyLine(table: string, key: ForeignKey, form: SchemaForm): string {
  const parent = parentName(key.toTable, form);
  const defaultColumn =
    form.foreignKeyColumns.get(key.toTable) ?? foreignKeyColumnFor(parent, 'id', form.inflections);
  const isDefaultColumn = key.columns.length === 1 && key.columns[0] === defaultColumn;
  const isDefaultTarget = key.toColumns.length === 1 && key.toColumns[0] === 'id';
  const since = (major: number, minor: number, value: string | null): string | null =>
    railsAtLeast(form.rails, major, minor) ? value : null;
  const list = options(
    ['column', isDefaultColumn ? null : columnsText(key.columns)],
    ['primary_key', isDefaultTarget ? null : columnsText(key.toColumns)],
    ['name', dumperOmitsName('foreignKey', key.name) ? null : rubyString(key.name)],
    ['on_update', ACTIONS[key.onUpdate]],
    ['on_delete', ACTIONS[key.onDelete]],
    ['deferrable', since(7, 0, deferrableText(key, form))],
    ['validate', since(7, 1, key.validated ? null : 'false')],
  );
  const tables = `${rubyString(table)}, ${rubyString(parent)}`;
  return `  add_foreign_key ${[tables, ...(list.length > 0 ? [formatOptions(list)] : [])].join(', ')}\n`;
}

/** Rails 7.0 calls it `true` where it is checked at once. */
function deferrableText({ deferrable }: ForeignKey, { rails }: SchemaForm): string | null {
  if (deferrable === null) return null;
  return deferrable === 'immediate' && !railsAtLeast(rails, 7, 1) ? 'true' : `:${deferrable}`;
}

/** PostgreSQL's regclass quotes a name that is a key word; Rails takes the quotes off since 7.0.5. */
function parentName(name: string, { dialect, quotesParents }: SchemaForm): string {
  if (!dialect.printsParentsQuoted || !quotesParents || name.includes('.')) return name;
  return isPlainIdentifier(name, dialect.engine) ? name : `"${name}"`;
}

function columnsText(columns: readonly string[]): string {
  const [first = '', ...others] = columns;
  return others.length === 0 ? rubyString(first) : rubyStrings(columns);
}
