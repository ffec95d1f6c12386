import { describe, expect, test } from 'vitest';
import { applyAll } from '../../../apply/index.ts';
import type { OperationBody } from '../../../model/operation.ts';
import { readPostgresqlStructure } from '../../../read/postgresql/structure/index.ts';
import { check, column, foreignKey, index, operation, table } from '../../../testing/build.ts';
import { writePostgresqlStructure } from './index.ts';

async function written(text: string, ...bodies: readonly OperationBody[]): Promise<string> {
  const file = await readPostgresqlStructure(text, 'db/structure.sql');
  const after = applyAll(
    file.schema,
    bodies.map((body) => operation(body)),
  );
  return writePostgresqlStructure(file, after, { ran: [], rails: null });
}

/** The lines that the second text has more, in its order; fails when it has fewer. */
function added(before: string, after: string): string {
  const rest = before.split('\n');
  const more = after.split('\n').filter((line) => {
    if (rest[0] !== line) return true;
    rest.shift();
    return false;
  });
  expect(rest).toEqual([]);
  return more.join('\n');
}

const createTable = (made: ReturnType<typeof table>): OperationBody => ({
  kind: 'createTable',
  table: made,
  ifNotExists: false,
});
const addIndex = (name: string, on: string, columns: readonly string[]): OperationBody => ({
  kind: 'addIndex',
  table: on,
  index: index(name, columns),
  ifNotExists: false,
  concurrently: false,
});

const OLD = `SET statement_timeout = 0;

--
-- Name: plpgsql; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog;


SET search_path = public, pg_catalog;

SET default_tablespace = '';

SET default_with_oids = false;

--
-- Name: users; Type: TABLE; Schema: public; Owner: -; Tablespace: 
--

CREATE TABLE users (
    id integer NOT NULL
);


--
-- Name: users_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: users_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE users_id_seq OWNED BY users.id;


--
-- Name: id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY users ALTER COLUMN id SET DEFAULT nextval('users_id_seq'::regclass);


--
-- Name: users_pkey; Type: CONSTRAINT; Schema: public; Owner: -; Tablespace: 
--

ALTER TABLE ONLY users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- PostgreSQL database dump complete
--

SET search_path TO "$user", public;

`;

describe('a dump of before PostgreSQL 10', () => {
  test('names of its schema are bare, sequences have no type, parts are named without their table', async () => {
    const id = column('id', 'integer', { nullable: false, autoIncrement: 'sequence' });
    const orders = table('orders', [id], { primaryKey: { name: null, columns: ['id'] } });
    const text = added(OLD, await written(OLD, createTable(orders)));
    expect(text).toContain(
      '-- Name: orders; Type: TABLE; Schema: public; Owner: -; Tablespace: \n',
    );
    expect(text).toContain('CREATE SEQUENCE orders_id_seq\n    START WITH 1');
    expect(text).toContain('ALTER SEQUENCE orders_id_seq OWNED BY orders.id;');
    expect(text).toContain('-- Name: id; Type: DEFAULT; Schema: public; Owner: -\n');
    expect(text).toContain("SET DEFAULT nextval('orders_id_seq'::regclass);");
    expect(text).toContain(
      '-- Name: orders_pkey; Type: CONSTRAINT; Schema: public; Owner: -; Tablespace: \n',
    );
    expect(text).not.toContain('public.');
  });

  test('the settings of tables stay before the first table', async () => {
    const text = await written(OLD, createTable(table('accounts', [column('id', 'integer')])));
    expect(text).toContain(
      'SET default_with_oids = false;\n\n--\n-- Name: accounts; Type: TABLE; Schema: public; Owner: -; Tablespace: \n',
    );
    expect(text.match(/SET default_/g)).toHaveLength(2);
  });

  test('a table of another schema gets a search path of its own', async () => {
    const billing = { kind: 'createNamespace', namespace: 'billing' } as const;
    const bills = table('billing.bills', [column('id', 'integer')]);
    const text = await written(OLD, billing, createTable(bills));
    expect(text).toMatch(
      /SET search_path = billing, pg_catalog;\n\nSET default_tablespace = '';\n\nSET default_with_oids = false;\n\n--\n-- Name: bills; Type: TABLE; Schema: billing; Owner: -; Tablespace: \n--\n\nCREATE TABLE bills \(/,
    );
    expect(text).toMatch(
      /SET search_path = public, pg_catalog;\n\n--\n-- Name: users; Type: TABLE;/,
    );
  });
});

const TIDIED = `SET statement_timeout = 0;

CREATE TABLE public.orders (
    id bigint NOT NULL
);

CREATE TABLE public.users (
    id bigint NOT NULL,
    name text
);

CREATE INDEX users_name ON public.users USING btree (name);

SET search_path TO "$user", public;
`;

describe('a dump that a tool took the comments out of', () => {
  test('new entries have none, and as much blank space as the others', async () => {
    const text = await written(TIDIED, addIndex('orders_id', 'orders', ['id']));
    expect(added(TIDIED, text)).toBe('CREATE INDEX orders_id ON public.orders USING btree (id);\n');
    expect(text).toContain(
      ');\n\nCREATE INDEX orders_id ON public.orders USING btree (id);\n\nCREATE INDEX users_name',
    );
  });
});

describe('a file in an order of its own', () => {
  const own = `CREATE TABLE public.users (\n    id bigint NOT NULL\n);\n\nCREATE TABLE public.orders (\n    id bigint NOT NULL\n);\n`;

  test('keeps it; a new table stands behind the one that pg_dump puts before it', async () => {
    const text = await written(own, createTable(table('parts', [column('id', 'integer')])));
    expect(text.match(/TABLE public\.\w+/g)).toEqual([
      'TABLE public.users',
      'TABLE public.orders',
      'TABLE public.parts',
    ]);
  });

  test('statements that are not understood stay where they are', async () => {
    const text = `CREATE TABLE public.a (\n    id bigint\n);\n\nCREATE NONSENSE here;\n\nCREATE TABLE public.c (\n    id bigint\n);\n`;
    const after = await written(
      text,
      createTable(table('b', [column('id', 'integer')], { primaryKey: null })),
    );
    expect(added(text, after)).toBe('CREATE TABLE public.b (\n    id integer\n);\n');
    expect(after).toContain('CREATE NONSENSE here;');
  });
});

describe('a file that people write', () => {
  const hand = `create table users (
  id bigint primary key, -- the number
  name text
);

create table orders (id bigint, user_id bigint);
`;

  test('a table that changes is written anew, with what stood inside as entries; others stay', async () => {
    const text = await written(hand, {
      kind: 'addColumn',
      table: 'users',
      column: column('email', 'text'),
      ifNotExists: false,
      position: null,
    });
    expect(text).toBe(`CREATE TABLE public.users (
    id bigint NOT NULL,
    name text,
    email text
);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

create table orders (id bigint, user_id bigint);
`);
  });

  test('so is one of which a part inside goes', async () => {
    const text = await written(hand, { kind: 'dropPrimaryKey', table: 'users' });
    expect(text).toContain(
      'CREATE TABLE public.users (\n    id bigint NOT NULL,\n    name text\n);',
    );
    expect(text).not.toContain('primary key');
    expect(text).toContain('create table orders (id bigint, user_id bigint);');
  });

  test('a new part of a table whose statement stays is an entry', async () => {
    const text = await written(hand, {
      kind: 'addForeignKey',
      table: 'orders',
      foreignKey: foreignKey('user_id', 'users'),
      ifNotExists: false,
    });
    expect(text).toBe(
      `${hand}\nALTER TABLE ONLY public.orders\n    ADD CONSTRAINT fk_user_id_users FOREIGN KEY (user_id) REFERENCES public.users(id);\n`,
    );
  });
});

describe('lines of a table', () => {
  const given = `CREATE TABLE public.t (
    a integer DEFAULT '-1'::integer,
    b text DEFAULT 'one,
two'::text,
    rate double precision DEFAULT 50,
    CONSTRAINT long CHECK ((b <> 'x,
    y'::text))
);
`;

  test('those that did not change stay as they are, strings over several lines too', async () => {
    const body: OperationBody = {
      kind: 'addCheckConstraint',
      table: 't',
      checkConstraint: check('by_name', 'a > 0'),
      ifNotExists: false,
    };
    expect(added(given, await written(given, body))).toBe(
      '    CONSTRAINT by_name CHECK ((a > 0)),',
    );
  });
});
