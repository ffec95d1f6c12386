import { describe, expect, test } from 'vitest';
import type { LockClaim, PostgresqlLockLevel } from '../../model/lock.ts';
import type { Server } from '../../model/server.ts';
import { loadPostgresqlParser } from '../../read/postgresql/parse.ts';
import {
  FURTHER_STATEMENTS,
  MEASURED_SETUP,
  MEASURED_STATEMENTS,
  type MeasuredStatement,
  type Measurement,
} from './postgresql-measured.ts';
import { claimsOf, schemaOf, stepsOf } from './statement-claims.ts';

await loadPostgresqlParser();

/** Modes as `pg_locks` names them, weakest first. */
const MODES = [
  'accessShare',
  'rowShare',
  'rowExclusive',
  'shareUpdateExclusive',
  'share',
  'shareRowExclusive',
  'exclusive',
  'accessExclusive',
] as const satisfies readonly PostgresqlLockLevel[];

interface Stated {
  readonly locks: Readonly<Record<string, string>>;
  readonly rewritten: readonly string[];
  readonly scanned: readonly string[];
}

/** What is said otherwise than it was measured, on purpose: the statement, what is said, and why. */
const SAID_OTHERWISE: readonly (readonly [sql: RegExp, change: (measured: Stated) => Stated])[] = [
  // TRUNCATE gives the table a new and empty file, which takes the same time for any number of rows;
  // the scan is that of the empty indexes.
  [/^truncate /, (measured) => ({ ...measured, rewritten: [], scanned: [] })],
];

/** What cannot be told from the statement and the schema. */
const NOT_TOLD = new Map([
  [
    'America/New_York',
    "the session's TimeZone: it is taken to be UTC, as Rails sets it, and the reason says so",
  ],
]);

/** Rows that are read under ACCESS SHARE alone hold nobody up: neither measurement nor claim counts them. */
function measured(of: Measurement, sql: string): Stated | null {
  if ('error' in of) return null;
  const scanned = of.scanned.filter((table) => table in of.locks);
  const kept = { ...of, scanned };
  const otherwise = SAID_OTHERWISE.find(([pattern]) => pattern.test(sql));
  return otherwise ? otherwise[1](kept) : kept;
}

function stated(claims: readonly LockClaim[]): Stated {
  const modes = new Map<string, number>();
  for (const { table, level } of claims) {
    const mode = level.engine === 'postgresql' ? MODES.indexOf(level.mode) : -1;
    modes.set(table, Math.max(mode, modes.get(table) ?? 0));
  }
  const tables = (...works: readonly LockClaim['work'][]) =>
    [
      ...new Set(claims.filter(({ work }) => works.includes(work)).map(({ table }) => table)),
    ].sort();
  return {
    locks: Object.fromEntries(
      [...modes].map(([table, mode]) => [table, pgName(MODES[mode] ?? '')]),
    ),
    rewritten: tables('rewrite'),
    scanned: tables('rewrite', 'scan', 'indexBuild'),
  };
}

function pgName(mode: string): string {
  return mode.charAt(0).toUpperCase() + mode.slice(1);
}

function server(version: number): Server {
  return { name: 'postgresql', version: [version], decidedBy: null };
}

const SETUPS = {
  'structure.sql': schemaOf(MEASURED_SETUP, true),
  'schema.rb': schemaOf(MEASURED_SETUP, false),
};

const told = MEASURED_STATEMENTS.filter(({ timeZone }) => !NOT_TOLD.has(timeZone));

/** PostgreSQL reads the rows again for a constraint of a domain that is valid, which no operation tells from no change. */
const CHANGES_NOTHING = 'alter domain posint validate constraint posint_check';

const compared = [...told, ...FURTHER_STATEMENTS.filter(({ sql }) => sql !== CHANGES_NOTHING)];

describe.each(Object.entries(SETUPS))('over what %s shows', (_, setup) => {
  const run = ({ sql, prepare }: MeasuredStatement, version: number) => {
    const schema = prepare === null ? setup : stepsOf(prepare, setup).at(-1)?.after;
    return stated(claimsOf(sql, schema ?? setup, server(version)));
  };

  test.each(compared)('$sql', (statement) => {
    for (const [version, measurement] of [
      [15, statement.postgresql15],
      [18, statement.postgresql18],
    ] as const) {
      const expected = measured(measurement, statement.sql);
      if (expected) expect(run(statement, version)).toEqual(expected);
    }
  });
});

test('155 statements were measured: 142 ran on PostgreSQL 18, 139 on 15, and one of them is not told', () => {
  const ran = (of: (statement: MeasuredStatement) => Measurement) =>
    MEASURED_STATEMENTS.filter((statement) => !('error' in of(statement))).length;
  expect(MEASURED_STATEMENTS).toHaveLength(155);
  expect(ran(({ postgresql18 }) => postgresql18)).toBe(142);
  expect(ran(({ postgresql15 }) => postgresql15)).toBe(139);
  expect(MEASURED_STATEMENTS.length - told.length).toBe(1);
});

test('a statement that both versions refused is refused for a reason of its own', () => {
  const refused = MEASURED_STATEMENTS.flatMap(({ sql, postgresql18 }) =>
    'error' in postgresql18 ? [[sql, postgresql18.error]] : [],
  );
  expect(refused.map(([, error]) => error)).not.toContain('');
});
