import { railsAtLeast } from '../../../model/engine.ts';
import type { Index, IndexPart } from '../../../model/schema.ts';
import { dumpedSql } from './dumped-sql.ts';
import type { SchemaForm } from './form.ts';
import { rubyString, rubyStrings, rubySymbol } from './inspect.ts';
import { formatOptions, type Option, options } from './options.ts';

/** `    t.index ["email"], name: "index_users_on_email", unique: true` with its line break. */
export function indexLine(index: Index, form: SchemaForm): string {
  return `    t.index ${indexArguments(index, form)}\n`;
}

/** `  add_index "totals", ["day"], name: ...`, as materialized views have it. */
export function addIndexLine(relation: string, index: Index, form: SchemaForm): string {
  return `  add_index ${rubyString(relation)}, ${indexArguments(index, form)}\n`;
}

function indexArguments(index: Index, form: SchemaForm): string {
  const columns = index.parts.map(({ column }) => column);
  const plain = columns.filter((column) => column !== null);
  // Up to Rails 5.1 an index with an operator class is one text (`indexes` of the PostgreSQL adapter).
  const namesClasses = index.parts.some(({ opclass }) => opclass !== null);
  const isPlain =
    plain.length === columns.length && (railsAtLeast(form.rails, 5, 2) || !namesClasses);
  const on = isPlain
    ? rubyStrings(plain)
    : rubyString(dumpedSql(index.parts.map(partSql).join(', '), form));
  const partOptions = isPlain ? index.parts : [];
  return `${on}, ${formatOptions(indexOptions(index, partOptions, form))}`;
}

function indexOptions(
  index: Index,
  parts: readonly IndexPart[],
  form: SchemaForm,
): readonly Option[] {
  const since = (major: number, minor: number, value: string | null): string | null =>
    railsAtLeast(form.rails, major, minor) ? value : null;
  return options(
    ['name', rubyString(index.name)],
    ['unique', index.unique ? 'true' : null],
    ['length', perColumn(parts, ({ length }) => (length === null ? null : String(length)), form)],
    ['order', perColumn(parts, orderText, form)],
    [
      'opclass',
      since(
        5,
        2,
        perColumn(parts, (part) => opclassText(part, form), form),
      ),
    ],
    ['where', index.where === null ? null : rubyString(dumpedSql(index.where, form))],
    ['using', usingText(index, form)],
    ['include', since(7, 1, index.include.length === 0 ? null : rubyStrings(index.include))],
    ['nulls_not_distinct', since(7, 1, index.nullsNotDistinct ? 'true' : null)],
    ['type', index.kind === null ? null : rubySymbol(index.kind)],
    ['comment', index.comment === null ? null : rubyString(index.comment)],
    ['enabled', since(8, 1, index.enabled ? null : 'false')],
  );
}

/**
 * `{ a: :desc }`; since Rails 5.2 the value alone where every column has the same one.
 * Null where no column has a value.
 */
function perColumn(
  parts: readonly IndexPart[],
  textOf: (part: IndexPart) => string | null,
  { rails }: SchemaForm,
): string | null {
  const given = parts.flatMap((part) => {
    const value = textOf(part);
    return value === null ? [] : [{ key: part.column ?? '', value }];
  });
  const [first] = given;
  if (!first) return null;
  const same = given.length === parts.length && given.every(({ value }) => value === first.value);
  return same && railsAtLeast(rails, 5, 2) ? first.value : `{ ${formatOptions(given)} }`;
}

/** `:desc`, or `"DESC NULLS LAST"` where the place of NULLs is stated; ascending goes without saying. */
function orderText({ order, nulls }: IndexPart): string | null {
  if (nulls === null) return order === 'desc' ? ':desc' : null;
  return rubyString([order === 'desc' ? 'DESC ' : '', 'NULLS ', nulls.toUpperCase()].join(''));
}

/** Up to Rails 7.0 the dumper reads a name no further than its `_ops` (PostgreSQL's `indexes`). */
function opclassText({ opclass }: IndexPart, { rails }: SchemaForm): string | null {
  if (opclass === null) return null;
  const name = opclass.replace(/.*\./, '');
  return rubySymbol(railsAtLeast(rails, 7, 1) ? name : name.replace(/(_ops)_\w+$/, '$1'));
}

/** btree goes without saying since Rails 5.1; 5.0 names it, where the engine has methods at all. */
function usingText({ using, kind }: Index, { dialect, rails }: SchemaForm): string | null {
  if (railsAtLeast(rails, 5, 1))
    return using === null || using === 'btree' ? null : rubySymbol(using);
  if (kind !== null || dialect.engine === 'sqlite')
    return using === null ? null : rubySymbol(using);
  return rubySymbol(using ?? 'btree');
}

/** A part as SQL, for an index in which at least one part is an expression. */
function partSql({ column, expression, opclass, order, nulls }: IndexPart): string {
  return [
    column ?? expression ?? '',
    opclass,
    order === 'desc' ? 'DESC' : null,
    nulls === null ? null : `NULLS ${nulls.toUpperCase()}`,
  ]
    .filter((word) => word !== null)
    .join(' ');
}
