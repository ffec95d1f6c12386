import { describe, expect, test } from 'vitest';
import type { Review } from '../model/hazard.ts';
import type { Proposal } from '../model/proposal.ts';
import { loadProject } from '../project/load.ts';
import { testProject } from '../testing/project.ts';
import { propose } from './propose.ts';

const STRUCTURE = `-- Dumped from database version 16.4

CREATE FUNCTION public.log_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.audits (total) VALUES (NEW.total);
  RETURN NEW;
END $$;

CREATE TABLE public.users (
    id bigint NOT NULL,
    email character varying NOT NULL,
    name character varying
);

CREATE TABLE public.audits (
    id bigint NOT NULL,
    total integer
);

CREATE TABLE public.orders (
    id bigint NOT NULL,
    total integer,
    note text
);

ALTER TABLE ONLY public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
CREATE TRIGGER log_price AFTER UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.log_price();

INSERT INTO "schema_migrations" (version) VALUES
('20260101000000');
`;

interface Around {
  readonly rows?: number;
  readonly config?: string;
  readonly schema?: string;
  readonly database?: string;
}

/** The proposal for the body of a `change`, or of a whole class when it has methods of its own. */
async function proposed(
  code: string,
  { rows = 100, config = '', schema = STRUCTURE, database = 'postgresql' }: Around = {},
): Promise<Proposal> {
  const body = /^\s*def (?:change|up)\b/m.test(code) ? code : `def change\n${code}\nend`;
  const project = testProject({
    'db/structure.sql': schema,
    'config/database.yml': `production:\n  adapter: ${database}\n`,
    'config/application.rb': 'config.active_record.schema_format = :sql\n',
    'db/migrate/20260202000000_try.rb': `class Try < ActiveRecord::Migration[7.1]\n${body}\nend\n`,
    'migdocs.yml': `rows:\n  users: ${rows}\n  orders: ${rows}\n  audits: ${rows}\n${config}`,
  });
  try {
    const loaded = loadProject({
      root: project.root,
      schema: null,
      database: null,
      migrations: [],
      base: null,
      to: null,
      engine: null,
    });
    return await propose(loaded, {
      title: null,
      changeId: null,
      requester: null,
      failOn: null,
      toolVersion: '0.0.0',
    });
  } finally {
    project.remove();
  }
}

async function reviewed(code: string, around: Around = {}): Promise<Review> {
  const { steps } = await proposed(code, around);
  const review = steps.at(-1)?.review;
  if (!review) throw new Error('the migration has no operation');
  return review;
}

const LARGE = { rows: 5_000_000 };

const CONCURRENT = `disable_ddl_transaction!
def change
  add_index :users, :name, algorithm: :concurrently
end`;

describe('the nine cases of the base policy', () => {
  const cases: readonly (readonly [
    string,
    string,
    Around,
    readonly [Review['class'], Review['draft'], Review['rollback'], Review['level']],
  ])[] = [
    [
      'a nullable column is added',
      'add_column :users, :nick, :string',
      LARGE,
      ['add-column-nullable', 'tool', 'automatic', 'spot'],
    ],
    [
      'a non-nullable column with a default is added',
      'add_column :users, :visits, :integer, null: false, default: 0',
      LARGE,
      ['add-column-not-null-default', 'tool', 'automatic', 'thorough'],
    ],
    [
      'an index is added to a small table',
      'add_index :users, :name',
      {},
      ['add-index-small', 'tool', 'automatic', 'spot'],
    ],
    [
      'an index is added to a large table, concurrently',
      CONCURRENT,
      LARGE,
      ['add-index-large-concurrent', 'tool', 'assisted', 'thorough'],
    ],
    [
      'a column is renamed',
      'rename_column :users, :name, :full_name',
      {},
      ['rename-column', 'staged', 'assisted', 'thorough'],
    ],
    [
      'a column is dropped',
      'remove_column :users, :name, :string',
      {},
      ['drop-column', 'staged', 'humanOnly', 'mandatory'],
    ],
    [
      'rows are backfilled',
      `def up
        execute "UPDATE users SET name = email WHERE name IS NULL"
      end
      def down
      end`,
      {},
      ['backfill', 'tool', 'humanOnly', 'mandatory'],
    ],
    [
      'a trigger is created',
      `def up
        execute "CREATE TRIGGER t BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION log_price()"
      end
      def down
        execute "DROP TRIGGER t ON users"
      end`,
      {},
      ['trigger', 'person', 'humanOnly', 'mandatory'],
    ],
    [
      'another database is changed',
      `def up
        execute "SELECT dblink_exec('dbname=reports', 'DELETE FROM visits')"
      end
      def down
      end`,
      {},
      ['cross-database', 'person', 'humanOnly', 'mandatory'],
    ],
  ];

  test.each(cases)('%s', async (_, code, around, [name, draft, rollback, level]) => {
    const review = await reviewed(code, around);
    expect(review).toMatchObject({ class: name, draft, rollback, level });
    expect(review.reasons.length).toBeGreaterThan(0);
  });

  test('a change of a table with triggers is drafted by a person, and rolled back by one where they name the column', async () => {
    expect(await reviewed('add_column :orders, :weight, :integer')).toMatchObject({
      class: 'add-column-nullable',
      draft: 'person',
      rollback: 'assisted',
      level: 'mandatory',
    });
    expect(await reviewed('rename_column :orders, :total, :sum')).toMatchObject({
      draft: 'person',
      rollback: 'humanOnly',
      level: 'mandatory',
    });
  });
});

describe('the way back', () => {
  const HUMAN_ONLY = [
    'remove_column :users, :name, :string',
    'change_column :users, :email, :string, limit: 20',
    'drop_table :audits do |t|\n t.integer :total\nend',
    'execute "DROP TRIGGER log_price ON orders"',
    'execute "UPDATE users SET name = email"',
    'execute "DELETE FROM users WHERE name IS NULL"',
    'execute "TRUNCATE audits"',
    'create_table :users, force: true do |t|\n t.string :email\nend',
    'add_column :users, :slug, :string\nexecute "UPDATE users SET slug = name"',
  ];

  test.each(HUMAN_ONLY)("is a human's work: %s", async (code) => {
    const { steps, rollback, reviews } = await proposed(code);
    const human = steps.findIndex(({ review }) => review.rollback === 'humanOnly');
    expect(human).toBeGreaterThanOrEqual(0);
    const step = rollback.steps.find(({ undoes }) => undoes === human);
    expect(step?.class).toBe('humanOnly');
    expect(step?.questions).not.toEqual([]);
    expect(step?.reason).toMatch(/^[A-Z`].*\.$/s);
    expect(reviews.release.rollback).toBe('humanOnly');
    expect(reviews.release.level).toBe('mandatory');
  });

  test('never promises more in the plan than the review', async () => {
    const order = ['automatic', 'assisted', 'humanOnly'];
    for (const code of [...HUMAN_ONLY, CONCURRENT, 'add_index :users, :name, unique: true']) {
      const { steps, rollback } = await proposed(code);
      for (const { undoes, class: planned } of rollback.steps) {
        const best = steps[undoes]?.review.rollback ?? '';
        expect(order.indexOf(planned)).toBeGreaterThanOrEqual(order.indexOf(best));
      }
    }
  });

  test('of a migration without one is started by a person', async () => {
    const code = 'def up\nadd_column :users, :nick, :string\nend';
    expect(await reviewed(code)).toMatchObject({
      rollback: 'assisted',
      rollbackReason: 'its author gives no way back',
      level: 'spot',
    });
  });
});

test('a function that says the name of a column in a string alone does not use it', async () => {
  const body = (sql: string) => STRUCTURE.replace('  RETURN NEW;', `  ${sql}\n  RETURN NEW;`);
  const names = async (sql: string) => {
    const { hazards, steps } = await proposed('remove_column :users, :name, :string', {
      schema: body(sql),
    });
    return [
      hazards.some(({ rule }) => rule === 'drop-column-dependents'),
      steps[0]?.review.reasons.some((reason) => reason.includes('log_price')),
    ];
  };
  expect(await names("PERFORM pg_notify('users', 'the name is not read');")).toEqual([
    false,
    false,
  ]);
  expect(await names('PERFORM u.name FROM users u;')).toEqual([true, true]);
});

describe('what a team asks for in migdocs.yml', () => {
  const policy = (...lines: readonly string[]) =>
    `review:\n${lines.map((line) => `  ${line}\n`).join('')}`;

  test('takes the place of the level, and says so', async () => {
    const config = policy(
      'policy:',
      '  - {class: add-index-small, level: thorough, reason: indexes are named by the DBA}',
    );
    const review = await reviewed('add_index :users, :name', { config });
    expect(review.level).toBe('thorough');
    expect(review.reasons).toContain('migdocs.yml asks for it: indexes are named by the DBA');
  });

  test('can be less than the policy, and is said all the same', async () => {
    const config = policy(
      'policy:',
      '  - {class: add-column-not-null-default, level: spot, reason: nobody writes NULL here}',
    );
    const code = 'add_column :users, :visits, :integer, null: false, default: 0';
    expect(await reviewed(code, { config })).toMatchObject({
      level: 'spot',
      reasons: ['migdocs.yml asks for it: nobody writes NULL here'],
    });
  });

  test('is the least for whatever touches or locks its tables', async () => {
    const config = policy('tables:', '  - {tables: ["use*"], level: mandatory, reason: it is hot}');
    const create = 'create_table :visits do |t|\n t.references :user, foreign_key: true\nend';
    for (const code of ['add_index :users, :name', create]) {
      const { reviews } = await proposed(code, { config });
      expect(reviews.release.level).toBe('mandatory');
      expect(reviews.release.reasons).toContain('migdocs.yml asks for it: it is hot');
    }
    const { level } = await reviewed('add_column :audits, :note, :text', { config });
    expect(level).toBe('spot');
  });

  test('can turn a modifier off', async () => {
    const code = `def up
      execute "ALTER TABLE users ADD COLUMN nick text"
    end
    def down
      remove_column :users, :nick
    end`;
    expect((await reviewed(code)).level).toBe('thorough');
    const config = policy(
      'modifiers:',
      '  - {modifier: raw-sql, effect: none, reason: we write SQL}',
    );
    expect((await reviewed(code, { config })).level).toBe('spot');
  });
});

describe('the review of a migration and of the release', () => {
  test('is the maximum of the steps, with the steps that ask for it', async () => {
    const { reviews, review } = await proposed(
      'add_column :users, :nick, :string\nremove_column :users, :name, :string',
    );
    expect(review).toBe('mandatory');
    expect(reviews.migrations).toEqual([
      { path: 'db/migrate/20260202000000_try.rb', ...withoutGates(reviews.release) },
    ]);
    expect(reviews.release).toMatchObject({
      level: 'mandatory',
      draft: 'staged',
      rollback: 'humanOnly',
      steps: [1],
    });
    expect(reviews.release.reasons).toContain('its values are in no schema');
  });
});

function withoutGates({ gates: _gates, ...rest }: Proposal['reviews']['release']) {
  return rest;
}

test('a dangerous way back makes the review of its migration and of the release thorough', async () => {
  const harmless =
    'def up\nadd_column :orders, :memo, :text\nend\n\ndef down\nremove_column :orders, :memo\nend';
  const dangerous = harmless.replace(
    'remove_column :orders, :memo',
    'remove_column :orders, :note',
  );
  const levels = async (code: string) => {
    const { reviews } = await proposed(code, {
      schema: STRUCTURE.replace(/CREATE TRIGGER.*\n/, ''),
    });
    return { migration: reviews.migrations[0]?.level, release: reviews.release };
  };
  expect(await levels(harmless)).toMatchObject({ migration: 'spot', release: { level: 'spot' } });
  expect(await levels(dangerous)).toMatchObject({
    migration: 'thorough',
    release: { level: 'thorough', reasons: [expect.stringContaining('unsafe-down')] },
  });
});
