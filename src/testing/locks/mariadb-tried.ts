import { readFileSync } from 'node:fs';
import rows from './mariadb-tried.json' with { type: 'json' };

/** The cheapest ALGORITHM that a server takes for a statement, and the weakest LOCK with it. */
export interface Tried {
  readonly sql: string;
  readonly algorithm: string;
  readonly lock: string;
}

/** What MariaDB 10.11.19 takes, over the tables of {@link TRIED_SETUP}. */
export const TRIED_STATEMENTS: readonly Tried[] = rows;

/** The tables. */
export const TRIED_SETUP = readFileSync(new URL('./mariadb-setup.sql', import.meta.url), 'utf8');

/** Rows, so that a change that has to look at them does. */
const TRIED_ROWS = [
  "INSERT INTO parents (code) VALUES ('a'), ('b')",
  `INSERT INTO t (name, title, n, parent_id, kind, body, amount)
    VALUES ('x', 'y', 1, 1, 'a', 'b', 1), ('x2', 'y2', 2, 2, 'a', 'b', 2)`,
  'INSERT INTO computed (id, n, w) VALUES (1, 1, 1)',
  'INSERT INTO shapes VALUES (1, point(1, 2), 1)',
  "INSERT INTO redundant VALUES (1, 1, 'x')",
  'INSERT INTO keyed VALUES (1, 1, 1)',
  'INSERT INTO packed VALUES (1, 1)',
  'INSERT INTO nokey VALUES (1, 1)',
];

/** Cheapest first. */
export const ALGORITHMS = ['instant', 'nocopy', 'inplace', 'copy'] as const;

/** Weakest first. */
export const LOCKS = ['none', 'shared', 'exclusive'] as const;

/** Sends one statement. @throws {Error} what the server says against it. */
export type Send = (sql: string) => Promise<unknown>;

const STATEMENTS = TRIED_SETUP.split(/;\n/).filter((sql) => sql.trim() !== '');

/** Makes the tables of the trials anew; strict as Rails' connections are. */
async function startAnew(send: Send): Promise<void> {
  await send('DROP DATABASE IF EXISTS migdocs_locks');
  await send('CREATE DATABASE migdocs_locks CHARACTER SET utf8mb4');
  await send('USE migdocs_locks');
  await send("SET sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'");
  for (const sql of [...STATEMENTS, ...TRIED_ROWS]) await send(sql);
}

/** Tries the algorithms from the cheapest on, then the locks; null where the server takes none. */
export async function tryStatement(sql: string, send: Send): Promise<Tried | null> {
  const algorithm = await first(ALGORITHMS, (one) => stating(sql, `ALGORITHM=${one}`), send);
  if (algorithm === null) return null;
  const withLock = (one: string) => stating(sql, `ALGORITHM=${algorithm}, LOCK=${one}`);
  const lock = await first(LOCKS, withLock, send);
  return lock === null ? null : { sql, algorithm, lock };
}

async function first<T extends string>(
  values: readonly T[],
  statement: (value: T) => string,
  send: Send,
): Promise<T | null> {
  // A statement that is refused leaves the tables as they are.
  await startAnew(send);
  for (const value of values) {
    const taken = await send(statement(value)).then(
      () => true,
      () => false,
    );
    if (taken) return value;
  }
  return null;
}

/** CREATE INDEX takes the two without commas. */
function stating(sql: string, how: string): string {
  return sql.startsWith('ALTER') ? `${sql}, ${how}` : `${sql} ${how.replace(',', '')}`;
}
