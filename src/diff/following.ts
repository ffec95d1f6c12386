import type {
  Column,
  ForeignKey,
  Index,
  PrimaryKey,
  Schema,
  UniqueConstraint,
} from '../model/schema.ts';
import type { Same } from './compare.ts';
import type { Renames } from './renames.ts';

/**
 * Objects before, written with the names after: what merely follows the rename of another object
 * does not count as a difference of its own.
 */
export interface Following {
  readonly renames: Renames;
  readonly table: (name: string) => string;
  readonly type: (type: string) => string;
  readonly column: (column: Column) => Column;
  /** @param table - the table's name before. */
  readonly columns: (table: string, names: readonly string[]) => readonly string[];
  /** A table's or view's name after. */
  readonly relation: (name: string) => string;
  /** What a comment or grant is about, with the names after: `CONSTRAINT positive ON invoices`. */
  readonly subject: (name: string) => string;
  /** Equal but for the words that name what was renamed, in the table or anywhere. */
  readonly sql: (table: string | null) => Same<string | null>;
}

/** What was renamed, with what it needs to follow it. */
export function following(renames: Renames, before: Schema): Following {
  const { tables, enums, domains } = before;
  const table = (name: string) => renames.table(name) ?? name;
  const type = (name: string) => {
    const base = name.endsWith('[]') ? name.slice(0, -2) : name;
    const renamed = renames.enum(base) ?? renames.object('domain', null, base);
    return `${renamed ?? base}${name.slice(base.length)}`;
  };
  const shared = new Map([
    ...renamedWords(tables, renames.table),
    ...renamedWords(enums, renames.enum),
    ...renamedWords(domains, (name) => renames.object('domain', null, name)),
    ...renamedWords(before.views, (name) => renames.object('view', null, name)),
    ...renamedWords(before.functions, (name) => renames.object('function', null, name)),
    ...renamedWords(before.sequences, (name) => renames.object('sequence', null, name)),
    ...renames.objectNames.map(([from, to]) => [lastPart(from), lastPart(to)] as const),
  ]);
  const words = new Map(
    tables.map((one) => {
      const own = renamedWords(one.columns, (name) => renames.column(one.name, name));
      return [one.name, own.length === 0 ? shared : new Map([...shared, ...own])];
    }),
  );
  const relation = (name: string) =>
    renames.table(name) ?? renames.object('view', null, name) ?? name;
  return {
    renames,
    relation,
    subject: (name) => inWords(name, shared),
    table,
    type,
    column: (column) => ({ ...column, type: type(column.type) }),
    columns: (owner, names) => names.map((name) => renames.column(owner, name) ?? name),
    sql: (owner) => sameSql(words.get(owner ?? '') ?? shared),
  };
}

/** The text with each renamed word in its new form. */
function inWords(text: string, words: ReadonlyMap<string, string>): string {
  if (words.size === 0) return text;
  return text.replaceAll(/[\p{L}_][\p{L}\p{N}_$]*/gu, (word) => words.get(word) ?? word);
}

export function followedIndex(index: Index, table: string, { renames, columns }: Following): Index {
  const parts = index.parts.map((part) =>
    part.column === null
      ? part
      : { ...part, column: renames.column(table, part.column) ?? part.column },
  );
  return { ...index, parts, include: columns(table, index.include) };
}

export function followedForeignKey(key: ForeignKey, table: string, names: Following): ForeignKey {
  return {
    ...key,
    columns: names.columns(table, key.columns),
    toTable: names.table(key.toTable),
    toColumns: names.columns(key.toTable, key.toColumns),
  };
}

export function followedKey<T extends PrimaryKey | UniqueConstraint>(
  key: T,
  table: string,
  { columns }: Following,
): T {
  return { ...key, columns: columns(table, key.columns) };
}

function renamedWords(
  objects: readonly { readonly name: string }[],
  renamed: (name: string) => string | null,
): readonly (readonly [string, string])[] {
  return objects.flatMap(({ name }) => {
    const to = renamed(name);
    return to === null ? [] : [[lastPart(name), lastPart(to)] as const];
  });
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/**
 * SQL is not parsed here: texts count as equal when they are, or when the second is the first with
 * the new word for some of the renamed ones, whatever is quoted.
 */
function sameSql(words: ReadonlyMap<string, string>): Same<string | null> {
  return (before, after) => {
    if (before === after) return true;
    if (before === null || after === null || words.size === 0) return false;
    const pattern = unquoted(before)
      .split(/([\p{L}_][\p{L}\p{N}_$]*)/u)
      .map((text) => {
        const to = words.get(text);
        return to === undefined ? literally(text) : `(?:${literally(text)}|${literally(to)})`;
      });
    return new RegExp(`^${pattern.join('')}$`, 'u').test(unquoted(after));
  };
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function unquoted(text: string): string {
  return text.replace(/["`]/g, '');
}
