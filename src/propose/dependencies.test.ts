import { describe, expect, test } from 'vitest';
import { findDependencies } from '../check/dependencies/index.ts';
import { diffSchemas } from '../diff/index.ts';
import type { Dependency } from '../model/dependency.ts';
import type { Engine } from '../model/engine.ts';
import { readMigrations } from '../read/migrations.ts';
import { readSchemaFile } from '../read/schema-file.ts';
import { readStoredUses } from '../read/stored-uses.ts';

const STRUCTURE = `CREATE TYPE public.order_state AS ENUM ('new', 'paid');

CREATE DOMAIN public.email AS text CONSTRAINT email_check CHECK ((VALUE ~~ '%@%'::text));

CREATE FUNCTION public.log_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.audits (message) VALUES ('the users table is not meant' || NEW.total);
  RETURN NEW;
END $$;

CREATE FUNCTION public.open_orders(state public.order_state) RETURNS bigint LANGUAGE sql AS $$
  SELECT count(*) FROM public.orders o WHERE o.user_id IS NOT NULL
$$;

CREATE FUNCTION public.sweep(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN EXECUTE 'DELETE FROM ' || name || ' USING users'; PERFORM users FROM audits; END $$;

CREATE TABLE public.users (
    id bigint NOT NULL,
    mail public.email,
    name text,
    slug text GENERATED ALWAYS AS (lower(name)) STORED,
    CONSTRAINT name_is_short CHECK ((char_length(name) < 100))
);

CREATE TABLE public.audits (
    id bigint NOT NULL,
    message text
);

CREATE SEQUENCE public.order_numbers START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;

CREATE TABLE public.orders (
    id bigint NOT NULL,
    number bigint DEFAULT nextval('public.order_numbers'::regclass) NOT NULL,
    user_id bigint,
    total integer,
    state public.order_state
);

CREATE TABLE public.visits (
    id bigint NOT NULL,
    at date NOT NULL
)
PARTITION BY RANGE (at);

CREATE TABLE public.visits_2026 (
    id bigint NOT NULL,
    at date NOT NULL
);

ALTER TABLE ONLY public.visits ATTACH PARTITION public.visits_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

CREATE VIEW public.spenders AS
 SELECT users.name,
    sum(orders.total) AS spent
   FROM (public.users
     JOIN public.orders ON ((orders.user_id = users.id)))
  GROUP BY users.name;

CREATE VIEW public.big_spenders AS
 SELECT spenders.name
   FROM public.spenders
  WHERE (spenders.spent > 1000);

CREATE VIEW public.labels AS
 SELECT 'users'::text AS kind,
    audits.message AS name
   FROM public.audits;

ALTER TABLE ONLY public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
CREATE INDEX by_name ON public.users USING btree (lower(name));
CREATE INDEX by_message ON public.audits USING btree (message) WHERE (message <> 'name'::text);
CREATE TRIGGER log_order AFTER UPDATE ON public.orders FOR EACH ROW WHEN ((old.total IS DISTINCT FROM new.total)) EXECUTE FUNCTION public.log_order();
CREATE RULE keep_audits AS ON DELETE TO public.audits DO INSTEAD NOTHING;
CREATE STATISTICS public.order_stats (dependencies) ON user_id, state FROM public.orders;
CREATE PUBLICATION sales FOR TABLE ONLY public.orders WITH (publish = 'insert');
CREATE POLICY own_audits ON public.audits USING ((EXISTS ( SELECT 1 FROM public.users u WHERE (u.name = audits.message))));
ALTER TABLE ONLY public.orders ADD CONSTRAINT fk_user FOREIGN KEY (user_id) REFERENCES public.users(id);
`;

async function dependencies(
  sql: string,
  structure = STRUCTURE,
  engine: Engine = 'postgresql',
): Promise<readonly Dependency[]> {
  const { schema: before } = await readSchemaFile(structure, 'db/structure.sql', {
    engine,
    rails: null,
  });
  const lines = sql
    .split(';\n')
    .map((statement) => `execute <<~SQL\n${statement}\nSQL\n`)
    .join('');
  const text = `class Try < ActiveRecord::Migration[7.1]\ndef up\n${lines}end\nend\n`;
  const read = await readMigrations(
    [{ path: 'db/migrate/20260202000000_try.rb', text, version: '20260202000000' }],
    before,
    { rails: { major: 7, minor: 1 }, project: { read: () => null, list: () => [] } },
  );
  const operations = read.migrations.flatMap((each) => each.operations);
  const changes = diffSchemas(before, read.after, { renames: operations });
  return findDependencies(changes, before, read.after, [], await readStoredUses(engine));
}

/** What is found for the objects of one type. */
async function found(sql: string, type: string): Promise<readonly string[]> {
  return (await dependencies(sql))
    .filter(({ object }) => object.type === type)
    .map(
      ({ relation, direction, other, certainty }) =>
        `${relation} ${direction} ${other} (${certainty})`,
    );
}

describe('the dependencies of a column', () => {
  test('are read by a parser: expressions, views, policies', async () => {
    expect(await found('ALTER TABLE users RENAME COLUMN name TO title', 'column')).toEqual([
      'index usedBy by_name (parsed)',
      'checkConstraint usedBy name_is_short (parsed)',
      'generatedColumn usedBy users.slug (parsed)',
      'view usedBy spenders (parsed)',
      'view usedBy big_spenders (parsed)',
      'function usedBy sweep (textual)',
      'policy usedBy own_audits (parsed)',
    ]);
  });

  test('are triggers and their functions, by the row that they are given', async () => {
    const names = await found('ALTER TABLE orders RENAME COLUMN total TO sum', 'column');
    expect(names).toContain('trigger usedBy log_order (parsed)');
    expect(names).toContain('function usedBy log_order (parsed)');
    expect(names.join()).not.toContain('open_orders');
  });

  test('are foreign keys, statistics, types and the sequence of its default', async () => {
    expect(await found('ALTER TABLE orders RENAME COLUMN user_id TO buyer_id', 'column')).toEqual([
      'foreignKey uses orders.user_id → users.id (declared)',
      'view usedBy spenders (parsed)',
      'view usedBy big_spenders (parsed)',
      'function usedBy open_orders (parsed)',
      'statistics usedBy order_stats (textual)',
    ]);
    expect(await found('ALTER TABLE orders RENAME COLUMN number TO no', 'column')).toEqual([
      'sequence uses order_numbers (declared)',
    ]);
    expect(await found('ALTER TABLE users RENAME COLUMN mail TO email', 'column')).toEqual([
      'domain uses email (declared)',
    ]);
  });
});

describe('the dependencies of a table', () => {
  test('are views through views, and not what says its name in a string', async () => {
    const all = await dependencies('ALTER TABLE users RENAME TO people');
    const views = all.filter(({ relation }) => relation === 'view');
    expect(views.map(({ other, certainty }) => `${other} ${certainty}`)).toEqual([
      'spenders parsed',
      'big_spenders parsed',
    ]);
    expect(views[1]?.effect).toBe(
      'The view reads spenders, which depends on the table: what is done to that view concerns this one.',
    );
    expect(all.filter(({ relation }) => relation === 'function')).toMatchObject([
      { other: 'sweep', certainty: 'textual' },
    ]);
  });

  test('are its trigger, publication and statistics', async () => {
    const names = await found('ALTER TABLE orders RENAME TO sales', 'table');
    expect(names).toContain('trigger usedBy log_order (declared)');
    expect(names).toContain('publication usedBy sales (parsed)');
    expect(names).toContain('statistics usedBy order_stats (parsed)');
    expect(names).toContain('enum uses order_state (declared)');
  });

  test('are its partitions, and the table that it is one of', async () => {
    expect(await found('ALTER TABLE visits RENAME TO views', 'table')).toContain(
      'partition usedBy visits_2026 (declared)',
    );
    expect(await found('ALTER TABLE visits_2026 RENAME TO views_2026', 'table')).toContain(
      'partition uses visits (declared)',
    );
  });

  test('are the tables that inherit from it', async () => {
    const old = 'CREATE TABLE public.old_audits (\n)\nINHERITS (public.audits);\n';
    const all = await dependencies('ALTER TABLE audits RENAME TO events', STRUCTURE + old);
    expect(all.filter(({ relation }) => relation === 'partition')).toContainEqual(
      expect.objectContaining({ other: 'old_audits', direction: 'usedBy', certainty: 'declared' }),
    );
  });

  test('are rules and policies', async () => {
    const names = await found('ALTER TABLE audits RENAME TO events', 'table');
    expect(names).toContain('rule usedBy keep_audits (declared)');
    expect(names).toContain('policy usedBy own_audits (declared)');
    expect(names).toContain('function usedBy log_order (parsed)');
  });
});

describe('the dependencies of other objects', () => {
  test('a view has what it reads, and what reads it', async () => {
    expect(await found('DROP VIEW spenders CASCADE', 'view')).toEqual(
      expect.arrayContaining([
        'table uses users (parsed)',
        'table uses orders (parsed)',
        'view usedBy big_spenders (parsed)',
      ]),
    );
  });

  test('a function has its triggers, and the tables that it writes', async () => {
    const sql = `CREATE OR REPLACE FUNCTION public.log_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RETURN NEW; END $$`;
    expect(await found(sql, 'function')).toEqual([
      'table uses audits (parsed)',
      'trigger usedBy log_order (parsed)',
    ]);
  });

  test('a trigger has its table and its function', async () => {
    expect(await found('DROP TRIGGER log_order ON orders', 'trigger')).toEqual([
      'table uses orders (declared)',
      'function uses log_order (parsed)',
    ]);
  });

  test('an enum has its columns and the functions that take it', async () => {
    const names = await found("ALTER TYPE order_state ADD VALUE 'sent'", 'enum');
    expect(names).toContain('enum usedBy orders.state (declared)');
    expect(names).toContain('function usedBy open_orders (parsed)');
  });

  test('a sequence has the columns that take from it', async () => {
    expect(await found('DROP SEQUENCE order_numbers CASCADE', 'sequence')).toEqual([
      'column usedBy orders.number (declared)',
    ]);
  });

  test('a policy has its table and the tables that it looks into', async () => {
    expect(await found('DROP POLICY own_audits ON audits', 'policy')).toEqual([
      'table uses audits (declared)',
      'table uses users (parsed)',
    ]);
  });
});

describe('the effect on a view', () => {
  const effects = async (sql: string, view: string) =>
    (await dependencies(sql))
      .filter(({ relation, other }) => relation === 'view' && other === view)
      .map(({ effect }) => effect);

  test('that the release creates is that it reads what is new', async () => {
    const sql =
      'ALTER TABLE orders ADD COLUMN note text;\nCREATE VIEW notes AS SELECT note FROM orders';
    expect(await effects(sql, 'notes')).toContain(
      'The release creates the view, which reads the column as it is then.',
    );
  });

  test('that casts to a type is not that of one whose rows change', async () => {
    const view =
      "CREATE VIEW public.fresh AS\n SELECT orders.id\n   FROM public.orders\n  WHERE (orders.state = 'new'::public.order_state);\n";
    const all = await dependencies("ALTER TYPE order_state ADD VALUE 'sent'", STRUCTURE + view);
    expect(all.find(({ other }) => other === 'fresh')?.effect).toBe(
      'The view names the enum, and may rely on how it was.',
    );
  });
});

test('MySQL: views are looked at as text', async () => {
  const structure = `CREATE TABLE \`users\` (
  \`id\` bigint NOT NULL,
  \`name\` text,
  PRIMARY KEY (\`id\`)
);
CREATE VIEW \`names\` AS select \`users\`.\`name\` AS \`name\` from \`users\`;
`;
  const all = await dependencies('ALTER TABLE users DROP COLUMN name', structure, 'mysql');
  expect(all.filter(({ relation }) => relation === 'view')).toMatchObject([
    { other: 'names', certainty: 'textual' },
  ]);
});

test('every effect is a sentence', async () => {
  for (const sql of [
    'ALTER TABLE users RENAME TO people',
    'DROP TABLE audits CASCADE',
    'ALTER TABLE orders ADD COLUMN note text',
    'DROP FUNCTION log_order CASCADE',
    'ALTER TABLE visits ADD COLUMN note text',
  ]) {
    const all = await dependencies(sql);
    expect(all.length).toBeGreaterThan(0);
    for (const { effect } of all) expect(effect).toMatch(/^[A-Z].*\.$/);
  }
});
