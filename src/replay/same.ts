import type { SchemaFile } from '../model/schema-file.ts';

/** How a prediction compares with the dump. */
export type Verdict =
  /** The same bytes. */
  | 'exact'
  /**
   * The same but for the version line, or the order in which SQL lists versions, the order of
   * columns in a table, the random tokens of pg_dump and the counters of AUTO_INCREMENT.
   */
  | 'same'
  | 'different';

/** Compares two schema files of one kind, dumped by one version of the tool. */
export function compareDumps(
  predicted: string,
  dumped: string,
  format: SchemaFile['format'],
): Verdict {
  if (predicted === dumped) return 'exact';
  const inOneOrder = format === 'sql' ? sqlInOneOrder : rubyInOneOrder;
  return inOneOrder(predicted) === inOneOrder(dumped) ? 'same' : 'different';
}

/** Lines of a table's block that are no columns. */
const NO_COLUMN =
  /^ +t\.(?:index|check_constraint|unique_constraint|unique_key|exclusion_constraint)\b/;

/** The text without its version line, the columns of each table sorted. */
function rubyInOneOrder(text: string): string {
  const lines: string[] = [];
  let columns: string[] = [];
  for (const line of text.split('\n')) {
    if (/^ActiveRecord::Schema.*version:/.test(line)) continue;
    if (/^ +t\.\w/.test(line) && !NO_COLUMN.test(line)) columns.push(line);
    else {
      lines.push(...columns.sort(), line);
      columns = [];
    }
  }
  return [...lines, ...columns].join('\n');
}

/** A row of the list of versions, and the one statement a version that Rails 4.2 writes. */
const VERSION =
  /^\s*\('\d+'\)[,;]$|^INSERT INTO "?schema_migrations"? \(version\) VALUES \('\d+'\);$/;

/** The dump with the columns of each table and the list of versions sorted, without tokens and counters. */
function sqlInOneOrder(text: string): string {
  const lines: string[] = [];
  const versions: string[] = [];
  let parts: string[] | null = null;
  for (const raw of text.split('\n')) {
    const line = settled(raw);
    if (VERSION.test(line)) versions.push(line.replace(/[,;]$/, ''));
    else if (parts && !line.startsWith(')')) parts.push(line.replace(/,$/, ''));
    else {
      lines.push(...(parts?.sort() ?? []), line);
      parts = /^CREATE (?:UNLOGGED )?TABLE .*\($/.test(line) ? [] : null;
    }
  }
  return [...lines, ...(parts?.sort() ?? []), ...versions.sort()].join('\n');
}

/** pg_dump since 17.6 makes up a token for each dump (`\\restrict`). */
function settled(line: string): string {
  return line.replace(/^(\\(?:un)?restrict) .*/, '$1').replace(/ AUTO_INCREMENT=\d+/, '');
}
