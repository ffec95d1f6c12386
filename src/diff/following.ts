import type {
  Column,
  ForeignKey,
  Index,
  PrimaryKey,
  Table,
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
  /** Equal but for the words that name what was renamed, in the table or anywhere. */
  readonly sql: (table: string | null) => Same<string | null>;
}

/** What was renamed, with what it needs to follow it. */
export function following(renames: Renames, tables: readonly Table[], enums: readonly string[]) {
  const table = (name: string) => renames.table(name) ?? name;
  const type = (name: string) => {
    const base = name.endsWith('[]') ? name.slice(0, -2) : name;
    return `${renames.enum(base) ?? base}${name.slice(base.length)}`;
  };
  const shared = new Map([
    ...renamedWords(tables, renames.table),
    ...renamedWords(
      enums.map((name) => ({ name })),
      renames.enum,
    ),
  ]);
  const words = new Map(
    tables.map((one) => {
      const own = renamedWords(one.columns, (name) => renames.column(one.name, name));
      return [one.name, own.length === 0 ? shared : new Map([...shared, ...own])];
    }),
  );
  const result: Following = {
    renames,
    table,
    type,
    column: (column) => ({ ...column, type: type(column.type) }),
    columns: (owner, names) => names.map((name) => renames.column(owner, name) ?? name),
    sql: (owner) => sameSql(words.get(owner ?? '') ?? shared),
  };
  return result;
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
