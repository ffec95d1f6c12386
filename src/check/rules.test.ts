import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { applyOperation } from '../apply/index.ts';
import type { RailsVersion } from '../model/engine.ts';
import type { Hazard } from '../model/hazard.ts';
import type { IndexPart } from '../model/schema.ts';
import { applied } from '../testing/build.ts';
import { addIndex, lines, setColumnNull } from '../testing/operations.ts';
import { allCases } from '../testing/rule-cases/all.ts';
import { checkCase, type RuleCase } from '../testing/rule-cases/case.ts';
import { pg } from '../testing/rule-cases/schemas.ts';
import { allRules, checkProposal } from './index.ts';

const PART = {
  column: null,
  expression: null,
  order: 'asc',
  nulls: null,
  opclass: null,
  length: null,
  collation: null,
} as const;
const SIZES = { small: 10_000, large: 1_000_000 };

function hazardsOf(each: RuleCase): readonly Hazard[] {
  return checkCase(each).filter(({ rule }) => rule === each.rule);
}

describe('the list of rules', () => {
  const folder = fileURLToPath(new URL('./rules/', import.meta.url));
  const files = readdirSync(folder)
    .filter((name) => name !== 'index.ts' && !name.endsWith('.test.ts'))
    .map((name) => name.replace(/\.ts$/, ''));
  const ids = allRules.map(({ id }) => id);

  test('holds each file of the folder, under its name, in order', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(ids).toEqual([...files].sort());
  });

  test('has each id once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(allRules.map((rule) => [rule.id, rule] as const))('%s is documented', (_, rule) => {
    expect(rule.docs.why).toMatch(/^[^a-z].*\.$/);
    expect(rule.docs.instead).toMatch(/^[A-Z].*\.$/);
    expect(rule.docs.reference).toMatch(/^https:\/\/\S+$/);
    expect(rule.title).not.toMatch(/\.$/);
    expect(rule.on.length > 0 || rule.checkRelease !== undefined).toBe(true);
    expect(rule.engines.length).toBeGreaterThan(0);
  });

  test.each(ids)('%s has a case that it finds and one that it lets pass', (id) => {
    const own = allCases.filter(({ rule }) => rule === id);
    expect(own.some(({ says }) => says !== null)).toBe(true);
    expect(own.some(({ says }) => says === null)).toBe(true);
  });

  test('has every rule that a case names', () => {
    expect(allCases.map(({ rule }) => rule).filter((rule) => !ids.includes(rule))).toEqual([]);
  });
});

describe('a rule finds', () => {
  const hits = allCases.filter(({ says }) => says !== null);
  test.each(hits.map((each) => [each.rule, each.name, each] as const))('%s: %s', (_, __, each) => {
    const found = hazardsOf(each);
    expect(found.map(({ message }) => message).join('\n')).toContain(each.says);
    expect(new Set(found.map(({ message }) => message)).size).toBe(found.length);
    for (const hazard of found) {
      expect(hazard.message).toMatch(/^[^ ].*\.$/);
      expect(`${hazard.message}${hazard.instead}`).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});

const OTHER_ENGINES = {
  postgresql: /MySQL|InnoDB|SQLite/,
  mysql: /PostgreSQL|SQLite|VACUUM|\bCASCADE drops/,
  sqlite: /MySQL|InnoDB|PostgreSQL/,
} as const;

test('why something is dangerous is said of the engine at hand alone', () => {
  const every = allCases.flatMap((each) =>
    hazardsOf(each).map((hazard) => [each, hazard] as const),
  );
  const astray = every.filter(([each, { why, message, instead }]) =>
    OTHER_ENGINES[each.before.engine].test(`${why} ${message} ${instead}`),
  );
  expect(every.length).toBeGreaterThan(80);
  expect(astray.map(([each, { rule, why }]) => `${each.before.engine} ${rule}: ${why}`)).toEqual(
    [],
  );
});

test('why says what an engine does only for engines of the rule', () => {
  for (const { id, engines, docs } of allRules) {
    const told = Object.keys({ ...docs.onEngine, ...docs.references });
    const engineOf = (server: string) => (server === 'mariadb' ? 'mysql' : server);
    expect({
      id,
      told: told.filter((name) => !engines.some((each) => each === engineOf(name))),
    }).toEqual({ id, told: [] });
  }
});

describe('a rule lets pass', () => {
  const misses = allCases.filter(({ says }) => says === null);
  test.each(misses.map((each) => [each.rule, each.name, each] as const))(
    '%s: %s',
    (_, __, each) => {
      expect(hazardsOf(each)).toEqual([]);
    },
  );
});

test('a unique index asks for duplicates among the rows that it is for', () => {
  const before = pg();
  const index = {
    name: 'one_name',
    unique: true,
    where: 'age > 17',
    parts: [
      { ...PART, column: 'name' },
      { ...PART, expression: 'lower(email)' },
    ],
  };
  const base = before.tables[0]?.indexes[0];
  const added = base ? [{ ...base, ...index }] : [];
  const operations = lines(...added.map((each) => addIndex('users', each)));
  const steps = applied(before, operations, applyOperation, {});
  const { hazards } = checkProposal(steps, { engine: 'postgresql', rows: {}, sizes: SIZES });
  expect(hazards.find(({ rule }) => rule === 'add-unique-index-data')?.instead).toContain(
    'SELECT name, lower(email), count(*) FROM users WHERE (age > 17) AND name IS NOT NULL GROUP BY name, lower(email) HAVING count(*) > 1',
  );
});

describe('advice is written for the version of Rails', () => {
  const required = lines(setColumnNull('users', 'email', false));
  const adviceFor = (rails: RailsVersion | null) => {
    const steps = applied(pg(), required, applyOperation, {});
    const options = { engine: 'postgresql', rails, rows: {}, sizes: SIZES } as const;
    return checkProposal(steps, options).hazards.find(({ rule }) => rule === 'set-not-null')
      ?.instead;
  };

  test('with methods for check constraints from 6.1 on', () => {
    expect(adviceFor({ major: 6, minor: 1 })).toContain('validate_check_constraint :users');
    expect(adviceFor(null)).toContain('validate_check_constraint :users');
  });

  test('with SQL before', () => {
    const advice = adviceFor({ major: 5, minor: 2 });
    expect(advice).toContain(
      'execute "ALTER TABLE users ADD CONSTRAINT users_email_null CHECK (email IS NOT NULL) NOT VALID"',
    );
    expect(advice).not.toContain('check_constraint :');
  });
});

test('the index that is advised is the one that was asked for', () => {
  const before = pg();
  const base = before.tables[0]?.indexes[0];
  const parts = [
    { ...PART, column: 'name', opclass: 'gin_trgm_ops' },
    { ...PART, column: 'age', order: 'desc' as const },
  ];
  const over = (given: readonly IndexPart[]) => {
    const operations = lines(
      ...(base ? [addIndex('users', { ...base, name: 'i', parts: given })] : []),
    );
    const steps = applied(before, operations, applyOperation, {});
    const { hazards } = checkProposal(steps, { engine: 'postgresql', rows: {}, sizes: SIZES });
    return hazards.find(({ rule }) => rule === 'add-index-blocking')?.instead;
  };
  expect(over(parts)).toContain('order: { age: :desc }, opclass: { name: :gin_trgm_ops }');
  expect(
    over([
      { ...PART, expression: 'lower(email)' },
      { ...PART, column: 'age' },
    ]),
  ).toContain('add_index :users, "lower(email), age"');
});
