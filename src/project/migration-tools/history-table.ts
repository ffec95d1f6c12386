import type { ListedMigration } from './listed.ts';

/** A row by the names of its columns; null for NULL. */
export type DumpRow = { readonly [column: string]: string | null };

/** A tool's table of migrations that ran. */
export interface HistoryTable {
  /** Without its schema, which can be any, unless the name tells one. */
  readonly name: string;
  /** In the order in which the tool makes them, for rows that name none. */
  readonly columns: readonly string[];
  /** Keys of the migrations that its rows say ran. */
  readonly held: (
    rows: readonly DumpRow[],
    migrations: readonly ListedMigration[],
  ) => ReadonlySet<string>;
}

/** Tables whose rows name each migration by its version. */
export function byVersion(
  name: string,
  columns: readonly string[],
  column: string,
  normal: (value: string) => string = (value) => value,
): HistoryTable {
  return {
    name,
    columns,
    held: (rows, migrations) => {
      const versions = new Set(rows.map((row) => normal(row[column] ?? '')));
      return keysOf(migrations, ({ version }) => version !== null && versions.has(normal(version)));
    },
  };
}

/** The keys of the migrations that pass. */
export function keysOf(
  migrations: readonly ListedMigration[],
  passes: (migration: ListedMigration) => boolean,
): ReadonlySet<string> {
  return new Set(migrations.filter(passes).map(({ key }) => key));
}

/**
 * The rows that a dump holds of a table, of COPY and of INSERT; null when it holds none.
 *
 * A schema-only dump has none unless its tool adds them, as dbmate does.
 */
export function rowsInDump(
  dump: string,
  { name, columns }: HistoryTable,
): readonly DumpRow[] | null {
  const table = tablePattern(name);
  const rows = [...copied(dump, table, columns), ...inserted(dump, table, columns)];
  return rows.length === 0 ? null : rows;
}

/** True when the dump makes the table, with rows or without. */
export function isTableInDump(dump: string, { name }: HistoryTable): boolean {
  const table = tablePattern(name);
  return new RegExp(String.raw`^CREATE TABLE (?:IF NOT EXISTS )?${table}\s*\(`, 'im').test(dump);
}

function tablePattern(name: string): string {
  const parts = name.split('.').map((part) => String.raw`[\x60"]?${part}[\x60"]?`);
  const schema = parts.length > 1 ? '' : String.raw`(?:[\x60"]?\w+[\x60"]?\.)?`;
  return schema + parts.join(String.raw`\.`);
}

function* copied(dump: string, table: string, columns: readonly string[]): Generator<DumpRow> {
  const pattern = new RegExp(
    String.raw`^COPY ${table}(?: \(([^)]*)\))? FROM stdin;\n([\s\S]*?)^\\\.`,
    'gim',
  );
  for (const [, named, data = ''] of dump.matchAll(pattern)) {
    for (const line of data.split('\n').filter((one) => one !== '')) {
      // https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-FILE-FORMATS
      const values = line.split('\t').map((value) => (value === '\\N' ? null : value));
      yield rowOf(namesIn(named) ?? columns, values);
    }
  }
}

function* inserted(dump: string, table: string, columns: readonly string[]): Generator<DumpRow> {
  const pattern = new RegExp(
    String.raw`^INSERT INTO ${table}\s*(?:\(([^)]*)\))?\s*VALUES\s*`,
    'gim',
  );
  for (const match of dump.matchAll(pattern)) {
    const names = namesIn(match[1]) ?? columns;
    for (const values of tuplesAt(dump, match.index + match[0].length)) yield rowOf(names, values);
  }
}

function namesIn(list: string | undefined): readonly string[] | null {
  return list?.split(',').map((name) => name.trim().replace(/^["`]|["`]$/g, '')) ?? null;
}

function rowOf(names: readonly string[], values: readonly (string | null)[]): DumpRow {
  return Object.fromEntries(values.map((value, position) => [names[position] ?? '', value]));
}

/** A string, a parenthesis, a comma or semicolon, or whatever stands between them. */
const TOKEN = /\s+|(?:[eE_]|_binary )?'((?:[^'\\]|''|\\[\s\S])*)'|[(),;]|[^\s'(),;]+/y;

/** `(1, 'a'), (2, NULL)` up to the semicolon. */
function* tuplesAt(dump: string, from: number): Generator<readonly (string | null)[]> {
  const token = new RegExp(TOKEN);
  token.lastIndex = from;
  let values: (string | null)[] = [];
  for (let match = token.exec(dump); match && match[0] !== ';'; match = token.exec(dump)) {
    const [text, string] = match;
    if (text === '(') values = [];
    else if (text === ')') yield values;
    else if (string !== undefined) values.push(string.replace(/''|\\'/g, "'"));
    else if (!/^[\s,]/.test(text)) values.push(text.toUpperCase() === 'NULL' ? null : text);
  }
}
