import { MEASURED_SETUP, type MeasuredStatement, type Measurement } from './postgresql-measured.ts';

/** A connection to PostgreSQL that sends one statement at a time. */
export interface Connection {
  /** The rows, by column. */
  readonly query: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => Promise<void>;
}

/** Several statements in one text count as one transaction block, so each is sent by itself. */
const SETUP = MEASURED_SETUP.split(/;\n/).filter((sql) => sql.trim() !== '');

/** Makes the tables of the measurements in an empty database. */
export async function setUp({ query }: Connection): Promise<void> {
  await query("SET TimeZone = 'UTC'");
  for (const sql of SETUP) await query(sql);
}

const RELATIONS = `SELECT c.oid::int AS oid, c.relname AS name, c.relkind AS kind, c.relfilenode::int AS file
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')`;

const SCANS = 'SELECT relid::int AS oid, seq_scan::int AS scans FROM pg_stat_xact_user_tables';

const LOCKS = `SELECT relation::int AS oid, mode FROM pg_locks
  WHERE pid = pg_backend_pid() AND relation IS NOT NULL AND mode <> 'AccessShareLock'`;

/** Runs a statement in a transaction that is rolled back, and tells what it did meanwhile. */
export async function measure(
  connection: Connection,
  { sql, timeZone }: MeasuredStatement,
): Promise<Measurement> {
  const { query } = connection;
  await query('BEGIN');
  try {
    await query(`SET LOCAL TimeZone = '${timeZone}'`);
    const relations = await query(RELATIONS);
    const scans = numbers(await query(SCANS), 'scans');
    await query(sql);
    return {
      locks: strongest(await query(LOCKS), relations),
      rewritten: rewritten(relations, await query(RELATIONS)),
      scanned: scanned(relations, scans, numbers(await query(SCANS), 'scans')),
    };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    await query('ROLLBACK');
  }
}

type Rows = Awaited<ReturnType<Connection['query']>>;

function numbers(rows: Rows, column: string): ReadonlyMap<number, number> {
  return new Map(rows.map((row) => [Number(row['oid']), Number(row[column])]));
}

/** Modes as `pg_locks` names them, weakest first. */
const MODES = [
  ...['RowShare', 'RowExclusive', 'ShareUpdateExclusive', 'Share', 'ShareRowExclusive'],
  ...['Exclusive', 'AccessExclusive'],
];

function strongest(locks: Rows, relations: Rows): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { oid, name } of relations) {
    const modes = locks
      .filter((lock) => lock['oid'] === oid)
      .map((lock) => MODES.indexOf(String(lock['mode']).replace(/Lock$/, '')));
    const mode = MODES[Math.max(-1, ...modes)];
    if (mode !== undefined) found[String(name)] = mode;
  }
  return found;
}

function rewritten(before: Rows, after: Rows): readonly string[] {
  const files = numbers(after, 'file');
  return before
    .filter(({ oid, kind, file }) => 'rm'.includes(String(kind)) && isOther(files, oid, file))
    .map(({ name }) => String(name))
    .sort();
}

/** False for a relation that is gone. */
function isOther(files: ReadonlyMap<number, number>, oid: unknown, file: unknown): boolean {
  const now = files.get(Number(oid));
  return now !== undefined && now !== file;
}

function scanned(
  relations: Rows,
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): readonly string[] {
  return relations
    .filter(({ oid }) => (after.get(Number(oid)) ?? 0) > (before.get(Number(oid)) ?? 0))
    .map(({ name }) => String(name))
    .sort();
}
