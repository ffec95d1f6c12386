/** The one row of golang-migrate's table, in INSERT or COPY: the version, and whether it failed midway. */
const ROW =
  /^(INSERT INTO (?:[`"]?\w+[`"]?\.)?[`"]?schema_migrations[`"]?(?: \([^)]*\))? VALUES\s*\(|COPY (?:\w+\.)?schema_migrations \(version, dirty\) FROM stdin;\n)(\d+)(?=\s*[,\t]\s*(?:0|f|false)\b)/gim;

/**
 * A dump with the version that golang-migrate keeps of the newest migration that ran. One without
 * that row, as a dump of the schema alone, stays as it is.
 * golang-migrate v4.19, database/postgres/postgres.go, database/mysql/mysql.go: SetVersion
 */
export function withNewestVersion(dump: string, version: string): string {
  return dump.replace(ROW, (_, head: string) => head + version.replace(/^0+(?=\d)/, ''));
}
