import { readFileSync, statSync } from 'node:fs';
import { quoteIdentifier, quoteString } from '../../dialect/sqlite/quoting.ts';
import { InputError } from '../../model/errors.ts';
import type { Survey } from '../../model/survey.ts';
import { openSqliteFile, type SqliteFile, SqliteFileError } from '../../sqlite/file.ts';
import { loadSqlite } from '../../sqlite/library.ts';
import type { FactRow } from './fact-row.ts';
import { surveyOf } from './facts.ts';
import type { SurveyRequest } from './survey.ts';

/** The whole file is read into memory. */
const MAX_BYTES = 512 * 1024 * 1024;

/** Without the tables in which an extension such as FTS5 keeps its own data. */
const TABLES = `SELECT name FROM pragma_table_list
WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name`;

const INDEXES = `SELECT 'index' AS kind, s.tbl_name AS table_name, s.name AS name,
  (SELECT sum(d.pgsize) FROM dbstat AS d WHERE d.name = s.name) AS bytes
FROM sqlite_schema AS s WHERE s.type = 'index' ORDER BY 2, 3`;

const SETTINGS = `SELECT 'setting' AS kind, 'page_size' AS name, page_size AS value FROM pragma_page_size
UNION ALL SELECT 'setting', 'auto_vacuum', auto_vacuum FROM pragma_auto_vacuum
UNION ALL SELECT 'taken_at', NULL, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')`;

/**
 * Surveys a file of SQLite. The file is read once and never opened by SQLite, so that nothing can
 * be written to it and no lock is taken; rows are counted one by one in the copy.
 *
 * @throws {InputError} when it is not the file of a database, or a part of it lies in a log beside it.
 */
export async function surveySqlite(path: string, request: SurveyRequest): Promise<Survey> {
  const bytes = readDatabase(path);
  const ofHeader = headerFacts(bytes);
  await loadSqlite();
  const file = openSqliteFile(bytes);
  try {
    const rows: FactRow[] = [
      ...ofHeader,
      ...file.rows(SETTINGS).map(factRow),
      ...tablesOf(file),
      ...file.rows(INDEXES).map(factRow),
      ...countsOf(file, request),
    ];
    return surveyOf(rows, request.tables);
  } catch (error) {
    if (!(error instanceof SqliteFileError)) throw error;
    throw new InputError(`SQLite cannot read ${path}: ${error.message}`);
  } finally {
    file.close();
  }
}

function readDatabase(path: string): Uint8Array<ArrayBuffer> {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new InputError(`cannot read ${path}: there is no such file`);
  if (size > MAX_BYTES) {
    throw new InputError(`${path} has ${size} bytes; at most ${MAX_BYTES} are read`);
  }
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new InputError(`a part of ${path} is in the write-ahead log beside it`, {
      remedy: `Survey a copy: sqlite3 ${path} ".backup copy.sqlite3"`,
    });
  }
  const bytes = Uint8Array.from(readFileSync(path));
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 16)) !== 'SQLite format 3\0') {
    throw new InputError(`${path} is not a database of SQLite`);
  }
  return bytes;
}

/**
 * What the header says: the release of SQLite that wrote to the file last (bytes 96 to 99, 3045001 for
 * 3.45.1), and whether it uses a write-ahead log (byte 18), so that readers do not wait for a writer.
 *
 * @see {@link https://www.sqlite.org/fileformat2.html#the_database_header}
 */
function headerFacts(bytes: Uint8Array<ArrayBuffer>): readonly FactRow[] {
  const number = new DataView(bytes.buffer).getUint32(96);
  // SQLite before 3.7.0 left it empty.
  const version =
    number === 0
      ? [3]
      : [number / 1_000_000, (number / 1000) % 1000, number % 1000].map(Math.floor);
  const journal = bytes[18] === 2 ? 'wal' : 'delete';
  return [
    factRow({ kind: 'server', name: 'sqlite', value: version.join('.') }),
    factRow({ kind: 'setting', name: 'journal_mode', value: journal }),
  ];
}

function tablesOf(file: SqliteFile): readonly FactRow[] {
  return file.rows(TABLES).flatMap(({ name }) => {
    const table = String(name);
    const size = `SELECT sum(pgsize) FROM dbstat WHERE name = ${quoteString(table)}`;
    const indexes = `SELECT sum(d.pgsize) FROM dbstat AS d JOIN sqlite_schema AS s ON s.name = d.name WHERE s.type = 'index' AND s.tbl_name = ${quoteString(table)}`;
    const sql = `SELECT 'table' AS kind, ${quoteString(table)} AS table_name, 'counted' AS rows_are, count(*) AS row_count, (${size}) AS bytes, coalesce((${indexes}), 0) AS index_bytes FROM ${quoteIdentifier(table)}`;
    return file.rows(sql).map(factRow);
  });
}

function countsOf(file: SqliteFile, { columns, announce }: SurveyRequest): readonly FactRow[] {
  if (columns.length === 0) return [];
  const pattern = columns.find(({ patterns }) => patterns.length > 0);
  if (pattern) {
    throw new InputError(`SQLite has no regular expressions to match ${pattern.column} with`);
  }
  const counts = columns.map(({ table, column }) => {
    const name = quoteIdentifier(column);
    return `SELECT 'column' AS kind, ${quoteString(table)} AS table_name, ${quoteString(column)} AS name, count(*) AS row_count, count(*) - count(${name}) AS nulls, count(DISTINCT ${name}) AS distinct_values, max(length(${name})) AS longest FROM ${quoteIdentifier(table)}`;
  });
  announce(counts);
  return counts.flatMap((sql) => file.rows(sql).map(factRow));
}

function factRow(row: object): FactRow {
  const fields = Object.entries(row).map(([name, value]) => [
    name,
    value === null ? null : String(value),
  ]);
  return { fields: Object.fromEntries(fields), location: null };
}
