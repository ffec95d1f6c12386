import { mysql } from '../../../dialect/mysql/index.ts';
import type { SqlSchemaFile } from '../../../model/schema-file.ts';

/** What SHOW CREATE TABLE and the dump tool of that server write in one way or another. */
export interface MysqlDumpForm {
  readonly server: 'mysql' | 'mariadb';
  /** `int(11)`: MySQL prints display widths until 8.0.18, MariaDB in all versions. */
  readonly showsWidths: boolean;
  /** `DEFAULT '0'`: MySQL quotes default numbers; MariaDB does not since 10.2. */
  readonly quotesNumbers: boolean;
  /** `text DEFAULT NULL`: MariaDB since 10.2, where texts can have defaults. */
  readonly showsNullOfTexts: boolean;
  /** `current_timestamp()`, which MariaDB prints since 10.2, for `CURRENT_TIMESTAMP`. */
  readonly callsCurrentTime: boolean;
  /** Columns with the collation of their table name it: all servers but the later ones of MariaDB. */
  readonly repeatsCollation: boolean;
  /** A collation is named even where it is its character set's own: the later ones of MariaDB. */
  readonly showsOwnCollation: boolean;
  /** MySQL since 8.0, which has ON DELETE RESTRICT: InnoDB itself takes it for the default. */
  readonly isMysql8: boolean;
  /** The name of the three-byte Unicode: `utf8mb3` in MySQL since 8.0.28 and MariaDB since 10.6. */
  readonly utf8: 'utf8' | 'utf8mb3';
}

/**
 * The form of the file, told by what it shows. In a file to which servers of several versions have
 * left their lines, the form that is seen more often counts.
 */
export function formOf(file: SqlSchemaFile): MysqlDumpForm {
  const { text } = file;
  const server = serverOf(file);
  const isMariadb = server === 'mariadb';
  const counts = (yes: RegExp, no: RegExp, otherwise: boolean): boolean =>
    moreOften(countOf(text, yes), countOf(text, no), otherwise);
  const showsWidths = counts(WIDTH, NO_WIDTH, isMariadb);
  return {
    server,
    showsWidths,
    quotesNumbers: counts(QUOTED_NUMBER, / DEFAULT -?\d/g, !isMariadb),
    showsNullOfTexts: counts(NULL_OF_TEXT, NO_NULL_OF_TEXT, isMariadb),
    callsCurrentTime: counts(/\bcurrent_timestamp\(/g, /\bCURRENT_TIMESTAMP\b/g, isMariadb),
    repeatsCollation: repeatsCollation(text, !isMariadb),
    showsOwnCollation: counts(OWN_COLLATION, NO_OWN_COLLATION, isMariadb && !BARE_TAIL.test(text)),
    isMysql8: !isMariadb && (!showsWidths || showsMysql8(file)),
    utf8: /\b(?:CHARSET=|CHARACTER SET )utf8mb3\b/.test(text) ? 'utf8mb3' : 'utf8',
  };
}

const WIDTH = /` \w*int\((?!1\))\d/g;
const NO_WIDTH = /` (?!tiny)\w*int(?= |,|\n)/g;
const QUOTED_NUMBER = /` (?:\w*int|decimal|float|double)\b[^\n']* DEFAULT '-?\d/g;
const NULL_OF_TEXT = /` \w*(?:text|blob)\b[^,\n']* DEFAULT NULL/g;
const NO_NULL_OF_TEXT = /` \w*(?:text|blob)\b(?![^,\n]*(?:NULL|DEFAULT| AS \())/g;
const OWN_COLLATION =
  / CHARACTER SET \w+ COLLATE (?:utf8\w*_general_ci|ascii_general_ci|latin1_swedish_ci)/g;
const NO_OWN_COLLATION = / CHARACTER SET \w+\b(?! COLLATE)/g;
/** Options of a table that do not name the collation. */
const BARE_TAIL = /^\) [^\n]*CHARSET=\w+(?! COLLATE)\b/m;

function serverOf({ text, schema, dumpedBy }: SqlSchemaFile): MysqlDumpForm['server'] {
  const told = mysql.serverOf(schema);
  if (told !== null) return told;
  if (/\bcurrent_timestamp\(|` \w*int\(\d+\)[^,\n]* DEFAULT -?\d/.test(text)) return 'mariadb';
  return dumpedBy?.name === 'mariadb-dump' ? 'mariadb' : 'mysql';
}

/** What MySQL prints since 8.0.0, before it left widths out. */
function showsMysql8({ text, schema }: SqlSchemaFile): boolean {
  return (
    /_0900_|\/\*!800\d\d |\bDEFAULT \(/.test(text) ||
    schema.tables.some(({ columns }) => columns.some(({ statesCollation }) => statesCollation))
  );
}

const CREATE_TABLE = /^CREATE TABLE [^\n]*\n((?: [^\n]*\n)*)\)[^\n]*COLLATE=(\w+)/gm;
const TEXT_COLUMN = /^ +`[^`]*` (?:\w*text|(?:var)?char\(\d+\)|enum\(|set\()/;

/** Counted on tables whose collation is not their character set's own, which no server repeats. */
function repeatsCollation(text: string, otherwise: boolean): boolean {
  let repeated = 0;
  let plain = 0;
  for (const [, body = '', collation = ''] of text.matchAll(CREATE_TABLE)) {
    if (/_0900_ai_ci$|_general_ci$|_swedish_ci$/.test(collation)) continue;
    const columns = body.split('\n').filter((line) => TEXT_COLUMN.test(line));
    repeated += columns.filter((line) => line.includes(` COLLATE ${collation}`)).length;
    plain += columns.filter((line) => !/ (?:COLLATE|CHARACTER SET) /.test(line)).length;
  }
  return moreOften(repeated, plain, otherwise);
}

function moreOften(yes: number, no: number, otherwise: boolean): boolean {
  return yes === no ? otherwise : yes > no;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
