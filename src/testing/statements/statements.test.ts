import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ENGINES, parseRailsVersion } from '../../model/engine.ts';
import { InputError } from '../../model/errors.ts';
import { own } from '../../model/own.ts';
import { findTable } from '../../model/schema.ts';
import { HOUSEKEEPING_GROUPS } from '../../read/ruby/commands/catalog/housekeeping.ts';
import { PREDICATES } from '../../read/ruby/commands/catalog/predicates.ts';
import { COLUMN_TYPES } from '../../read/ruby/commands/columns/column-types.ts';
import { COMMANDS } from '../../read/ruby/commands/index.ts';
import { isRecorded } from '../../read/ruby/commands/inverse.ts';
import { FUNCTIONS } from '../../read/ruby/commands/objects/functions.ts';
import {
  DRAFT_METHODS,
  DRAFT_READERS,
} from '../../read/ruby/commands/tables/table-draft-methods.ts';
import { EXPANDED, GEMS } from '../../read/ruby/gems/gems.ts';
import { ONLINE_METHODS, ONLINE_RENAMES } from '../../read/ruby/gems/online-renames.ts';
import { CONTROLS } from '../../read/ruby/migration/controls.ts';
import { DATABASE } from '../../read/ruby/migration/database.ts';
import { CHANGE_TABLE_METHODS } from '../../read/ruby/receivers/change-table.ts';
import { COLUMN_METHODS } from './column-types.ts';
import { COMPATIBILITY_RULES } from './compatibility.ts';
import { GEM_STATEMENTS } from './gems.ts';
import { STATEMENTS } from './index.ts';
import { outcomeOf } from './outcome.ts';
import { CATALOG_PARTS, DEFINITION_PARTS, RECORDER_PARTS, RUNNER } from './outside.ts';
import {
  columnType,
  givesOption,
  LISTED_UNDER,
  statementsPage,
  statementVersions,
} from './page.ts';
import { methodsOf, VERSIONS, versionsOf } from './rails.ts';
import type { Receiver, Statement } from './statement.ts';

const PAGE = fileURLToPath(new URL('../../../docs/statements.md', import.meta.url));

const of = (receiver: Receiver): readonly Statement[] =>
  STATEMENTS.filter((entry) => entry.receiver === receiver);

const names = (receiver: Receiver): readonly string[] => of(receiver).map(({ name }) => name);

/** What the dispatch tables know. */
const KNOWN: { readonly [R in Receiver]: ReadonlySet<string> } = {
  migration: new Set(
    [CONTROLS, PREDICATES, COMMANDS, DATABASE].flatMap((table) => Object.keys(table)),
  ),
  createTable: new Set([
    ...Object.keys(DRAFT_METHODS),
    ...Object.keys(DRAFT_READERS),
    ...COLUMN_TYPES,
  ]),
  changeTable: new Set([...CHANGE_TABLE_METHODS, ...COLUMN_TYPES]),
};

const BY_COLUMN_METHODS = [...Object.keys(COLUMN_METHODS), ...names('createTable')];

/** What accounts for the methods of each receiver of Rails. */
const ACCOUNTED: { readonly [receiver: string]: readonly string[] } = {
  connection: [...names('migration'), ...Object.keys({ ...PREDICATES, ...CONTROLS })],
  migration: [...names('migration'), ...RUNNER],
  recorder: [...names('migration'), ...RECORDER_PARTS],
  createTable: [...names('createTable'), ...DEFINITION_PARTS],
  changeTable: names('changeTable'),
  columnMethods: BY_COLUMN_METHODS,
};

describe('the list of Rails’ methods', () => {
  test('holds what Rails is known to have', () => {
    expect(VERSIONS).toEqual([
      '5.0',
      '5.1',
      '5.2',
      '6.0',
      '6.1',
      '7.0',
      '7.1',
      '7.2',
      '8.0',
      '8.1',
    ]);
    expect(versionsOf('connection', 'add_column')).toEqual(VERSIONS);
    expect(versionsOf('connection', 'add_check_constraint')[0]).toBe('6.1');
    expect(versionsOf('connection', 'enable_index')).toEqual(['8.1']);
    expect(methodsOf('connection').length).toBeGreaterThan(400);
  });

  test.each(Object.keys(ACCOUNTED))('is accounted for: %s', (receiver) => {
    const listed = methodsOf(receiver);
    const accounted = new Set(own(ACCOUNTED, receiver));
    expect(listed.length).toBeGreaterThan(20);
    expect(listed.filter((method) => !accounted.has(method))).toEqual([]);
  });

  test('has each statement of the table', () => {
    const unknown = STATEMENTS.filter((entry) => statementVersions(entry).length === 0);
    expect(unknown.map(({ receiver, name }) => `${receiver} ${name}`)).toEqual([]);
    expect(LISTED_UNDER.migration).toContain('connection');
  });
});

describe('the reader', () => {
  test.each(['migration', 'createTable', 'changeTable'] as const)(
    'knows each statement of %s',
    (r) => {
      expect(names(r).filter((name) => !KNOWN[r].has(name))).toEqual([]);
    },
  );

  test('knows each column method', () => {
    const methods = Object.keys(COLUMN_METHODS);
    expect(methods.filter((name) => !COLUMN_TYPES.has(name))).toEqual([]);
  });
});

describe.each(['migration', 'createTable', 'changeTable'] as const)(
  'statements of %s',
  (receiver) => {
    test.each(of(receiver))('$name has an example of each of its options', (entry) => {
      expect(entry.examples.length).toBeGreaterThan(0);
      expect(entry.examples.some(({ ruby }) => ruby.includes(entry.name.replace('[]', '[')))).toBe(
        true,
      );
      expect(entry.options.filter((option) => !givesOption(entry, option))).toEqual([]);
    });

    const examples = of(receiver).flatMap((entry) =>
      entry.examples.map((example) => ({ name: entry.name, example })),
    );
    test.each(examples)('$name: $example.ruby', async ({ example }) => {
      const { migration, text } = await outcomeOf(example.ruby, { ...example, receiver });
      const kinds = migration.operations.map(({ kind }) => kind);
      expect(kinds).toEqual(receiver === 'createTable' ? ['createTable'] : example.kinds);
      expect(text).toContain(example.shows ?? '');
    });
  },
);

describe('commands of gems', () => {
  test.each(GEM_STATEMENTS)('$gem: each of $names has an example', ({ names, examples }) => {
    const texts = examples.map(({ ruby }) => ruby);
    const without = names.filter((name) => !texts.some((text) => named(text, name)));
    expect(without).toEqual([]);
  });

  const examples = GEM_STATEMENTS.flatMap(({ gem, receiver, examples }) =>
    examples.map((example) => ({ gem, receiver, example })),
  );
  test.each(examples)('$gem: $example.ruby', async ({ gem, receiver, example }) => {
    const { migration, text } = await outcomeOf(example.ruby, { ...example, receiver });
    expect(migration.operations.map(({ kind }) => kind)).toEqual(example.kinds);
    expect(text).toContain(example.shows ?? '');
    const opaque = migration.operations.filter((operation) => operation.kind === 'opaque');
    expect(opaque.filter(({ reason }) => !reason.includes(gem))).toEqual([]);
  });

  test('hold all that the reader knows', () => {
    const listed = new Set(GEM_STATEMENTS.flatMap(({ names }) => names));
    const known = [GEMS, FUNCTIONS, ONLINE_RENAMES].flatMap((table) => Object.keys(table));
    const all = [...known, ...EXPANDED.migration, ...EXPANDED.table, ...ONLINE_METHODS];
    expect(all.filter((name) => !listed.has(name))).toEqual([]);
  });
});

/** True when the text calls the method, not one whose name only holds it. */
function named(text: string, name: string): boolean {
  return new RegExp(`(?<!\\w)${name}(?!\\w)`).test(text);
}

describe.each(ENGINES)('column methods on %s', (engine) => {
  const methods = Object.keys(COLUMN_METHODS).filter((name) => columnType(name, engine) !== null);
  test.each(methods)('t.%s gives its type in both blocks', async (name) => {
    const receivers = ['createTable', 'changeTable'] as const;
    for (const receiver of receivers) {
      const { after } = await outcomeOf(`t.${name} :a`, { engine, receiver });
      const table = findTable(after, receiver === 'createTable' ? 'things' : 'users');
      const column = table?.columns.find((other) => other.name === 'a');
      expect(column?.type).toBe(columnType(name, engine));
    }
  });
});

describe('housekeeping', () => {
  const { wrappers, refused, ...silent } = HOUSEKEEPING_GROUPS;

  test.each(Object.values(silent).flat())('%s leaves the schema as it is', async (name) => {
    const call = name.endsWith('=')
      ? `connection.${name.slice(0, -1)} = 1`
      : `connection.${name}(1)`;
    const { migration, before, after } = await outcomeOf(call, {});
    expect(migration.operations.filter(({ kind }) => kind !== 'runSql')).toEqual([]);
    expect(after.tables).toEqual(before.tables);
  });

  test.each(wrappers)('%s runs its block', async (name) => {
    const { migration } = await outcomeOf(
      `connection.${name} { add_column :users, :a, :text }`,
      {},
    );
    expect(migration.operations.map(({ kind }) => kind)).toEqual(['addColumn']);
  });

  test.each(refused)('%s is opaque, with the reason', async (name) => {
    const { migration } = await outcomeOf(`connection.${name} "a"`, {});
    expect(migration.operations).toMatchObject([{ kind: 'opaque' }]);
  });
});

const ROWS = [
  ...['columns(:users)', 'indexes(:users)', 'foreign_keys(:posts)', 'check_constraints(:users)'],
  ...['unique_constraints(:users)', 'exclusion_constraints(:users)'],
];

const CONSTRAINTS = `
  add_check_constraint :users, "age > 0", name: "a"
  add_unique_constraint :users, :name, name: "b"
  add_exclusion_constraint :users, "age WITH =", using: :btree, name: "c"
`;

test.each(methodsOf('catalog').filter((name) => !CATALOG_PARTS.includes(name)))(
  'a row of the catalog answers %s',
  async (name) => {
    const asked = ROWS.map((rows) => `connection.${rows}.first.${name}`).join('\n');
    const { migration } = await outcomeOf(`${CONSTRAINTS}${asked}`, {});
    const opaque = migration.operations.filter(({ kind }) => kind === 'opaque');
    expect(opaque.length).toBeLessThan(ROWS.length);
  },
);

describe('the way back', () => {
  const commands = Object.keys(COMMANDS).filter(
    (name) => own(GEMS, name) === undefined && methodsOf('connection').includes(name),
  );

  test.each(VERSIONS)('Rails %s records what the reader takes for recorded', (version) => {
    const installed = parseRailsVersion(version);
    if (!installed) throw new Error(version);
    const there = commands.filter((name) => versionsOf('connection', name).includes(version));
    const recorded = there.filter((name) => isRecorded({ name }, { installed, rails: installed }));
    const listed = there.filter((name) => versionsOf('recorder', name).includes(version));
    expect(recorded).toEqual(listed);
  });
});

describe('rules for older migrations', () => {
  test('cover every method of Rails 8.1’s Migration::Compatibility', () => {
    const covered = new Set(COMPATIBILITY_RULES.flatMap(({ methods }) => methods));
    const listed = methodsOf('compatibility').filter((name) =>
      versionsOf('compatibility', name).includes('8.1'),
    );
    expect(listed.length).toBeGreaterThan(60);
    expect(listed.filter((name) => !covered.has(name))).toEqual([]);
    expect([...covered].filter((name) => !listed.includes(name))).toEqual([]);
  });

  const cases = COMPATIBILITY_RULES.flatMap(({ rule, cases }) =>
    cases.map((one) => ({ ...one, rule })),
  );
  test.each(cases)('[$version] $ruby — $rule', async ({ ruby, version, engine, ...expected }) => {
    const outcome = outcomeOf(ruby, { version, engine, installed: '8.1' });
    if (expected.refused !== undefined) {
      await expect(outcome).rejects.toThrow(InputError);
      await expect(outcome).rejects.toThrow(expected.refused);
      return;
    }
    const { text } = await outcome;
    expect(text).toContain(expected.shows ?? '');
    if (expected.hides !== undefined) expect(text).not.toContain(expected.hides);
  });
});

test('the page of statements is up to date', async () => {
  await expect(statementsPage()).toMatchFileSnapshot(PAGE);
});
