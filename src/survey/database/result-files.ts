import { InputError } from '../../model/errors.ts';
import type { SourceLocation } from '../../model/source.ts';
import type { FactRow } from './fact-row.ts';

/** A line of fields, with the line of the file in which it begins. */
interface Fields {
  readonly line: number;
  readonly fields: readonly (string | null)[];
}

/** What psql prints for the statements around the queries when it is not told to be quiet. */
const COMMAND_TAG = /^(?:BEGIN|SET|ROLLBACK|COMMIT|START TRANSACTION)$/;

/**
 * Reads what a client saved of the survey's queries: CSV as `psql --csv` and others write it, or the
 * tabs of `mysql --batch`. A file holds the results of one query or of many; each begins with a line
 * of the names of its columns, of which the first is `kind`.
 *
 * @throws {InputError} with the line, where it is not such a file.
 */
export function factRowsOf(text: string, path: string): readonly FactRow[] {
  const rows: FactRow[] = [];
  let header: readonly string[] | null = null;
  const tabbed = /^"?kind"?\t/m.test(text);
  for (const { line, fields } of tabbed ? tabbedLines(text) : csvLines(text, path)) {
    const location = { path, line, column: 1, endLine: line };
    if (isSkipped(fields)) continue;
    if (fields[0] === 'kind') {
      header = fields.map((name) => (name ?? '').toLowerCase());
      continue;
    }
    rows.push({ fields: namedFields(header, fields, location), location });
  }
  if (header === null) {
    throw new InputError(`${path} holds no results of the survey's queries`, { remedy: EXPECTED });
  }
  return rows;
}

const EXPECTED =
  'A result begins with a line of the names of its columns, the first of them `kind`: psql --csv, mysql --batch.';

function isSkipped([first = null, ...others]: readonly (string | null)[]): boolean {
  return others.length === 0 && (first === null || COMMAND_TAG.test(first));
}

function namedFields(
  header: readonly string[] | null,
  fields: readonly (string | null)[],
  location: SourceLocation,
): FactRow['fields'] {
  if (header === null) {
    throw new InputError('a row stands before the names of the columns', {
      location,
      remedy: EXPECTED,
    });
  }
  if (fields.length !== header.length) {
    throw new InputError(
      `this row has ${fields.length} fields, and ${header.length} columns are named above it`,
      { location, remedy: 'Pass the file as the client wrote it.' },
    );
  }
  return Object.fromEntries(header.map((name, index) => [name, fields[index] ?? null]));
}

const ESCAPES: { readonly [escaped: string]: string } = { n: '\n', t: '\t', '0': '\0', '\\': '\\' };

/**
 * `mysql --batch`: tabs between fields, NULL for NULL, and backslashes before what would be taken for
 * the end of a field. @see {@link https://dev.mysql.com/doc/refman/8.0/en/mysql-command-options.html#option_mysql_batch}
 */
function tabbedLines(text: string): readonly Fields[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((content, index) => ({ line: index + 1, fields: tabbedFields(content) }));
}

function tabbedFields(line: string): readonly (string | null)[] {
  if (line.trim() === '') return [null];
  return line
    .replace(/\r$/, '')
    .split('\t')
    .map((field) =>
      field === 'NULL'
        ? null
        : field.replace(/\\([nt0\\])/g, (_, escaped) => ESCAPES[escaped] ?? escaped),
    );
}

/** A field in quotes, with a quote written twice, or up to the next comma or line end. */
const CSV_FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** RFC 4180. NULL is an empty field without quotes, as psql writes it, or the word, as others do. */
function* csvLines(text: string, path: string): Generator<Fields> {
  const field = new RegExp(CSV_FIELD);
  let fields: (string | null)[] = [];
  let line = 1;
  let start = 1;
  while (field.lastIndex < text.length || fields.length > 0) {
    const match = field.exec(text);
    if (match === null) throw brokenField(path, line);
    const [whole, quoted, plain = '', end] = match;
    fields.push(quoted === undefined ? textOrNull(plain) : quoted.replaceAll('""', '"'));
    line += whole.split('\n').length - 1;
    if (end === ',') continue;
    yield { line: start, fields };
    fields = [];
    start = line;
  }
}

function textOrNull(text: string): string | null {
  return text === '' || text === 'NULL' ? null : text;
}

function brokenField(path: string, line: number): InputError {
  return new InputError('a field of the CSV begins or ends with a quote that has no partner', {
    location: { path, line, column: 1, endLine: line },
    remedy: EXPECTED,
  });
}
