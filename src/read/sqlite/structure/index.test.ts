import { describe, expect, test } from 'vitest';
import { findTable, type Table } from '../../../model/schema.ts';
import { readSchemaRb } from '../../ruby/schema/read.ts';
import { readSqliteStructure } from './index.ts';

const read = (text: string) => readSqliteStructure(text, 'db/structure.sql');

async function tableOf(sql: string): Promise<Table | undefined> {
  return (await read(sql)).schema.tables[0];
}

const RAILS = `CREATE TABLE IF NOT EXISTS "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
CREATE TABLE IF NOT EXISTS "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
CREATE TABLE IF NOT EXISTS "owners" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar COLLATE "NOCASE", "rich" boolean DEFAULT 1 NOT NULL, "worth" decimal(8,2) DEFAULT 1.5, "joined_at" datetime(6) DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE sqlite_sequence(name,seq);
CREATE TABLE IF NOT EXISTS "pets" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar(40) DEFAULT 'it''s', "owner_id" integer, CONSTRAINT "fk_rails_1ff5d16ccb"
FOREIGN KEY ("owner_id")
  REFERENCES "owners" ("id")
 ON DELETE CASCADE, CONSTRAINT named CHECK (length(name) > 1));
CREATE UNIQUE INDEX "index_pets_on_name" ON "pets" ("name" DESC) WHERE owner_id IS NOT NULL;
INSERT INTO "schema_migrations" (version) VALUES
('20240102000000'),
('20240101000000');

`;

const SCHEMA_RB = `ActiveRecord::Schema[7.2].define(version: 2024_01_02_000000) do
  create_table "owners", force: :cascade do |t|
    t.string "name", collation: "NOCASE"
    t.boolean "rich", default: true, null: false
    t.decimal "worth", precision: 8, scale: 2, default: "1.5"
    t.datetime "joined_at", default: -> { "CURRENT_TIMESTAMP" }
  end

  create_table "pets", force: :cascade do |t|
    t.string "name", limit: 40, default: "it's"
    t.integer "owner_id"
    t.index ["name"], name: "index_pets_on_name", unique: true, where: "owner_id IS NOT NULL", order: :desc
    t.check_constraint "length(name) > 1", name: "named"
  end

  add_foreign_key "pets", "owners", on_delete: :cascade
end
`;

describe('a dump of Rails', () => {
  test('gives the tables that schema.rb of the same database gives', async () => {
    const { schema } = await read(RAILS);
    const ruby = await readSchemaRb(SCHEMA_RB, 'db/schema.rb', { engine: 'sqlite', rails: null });
    for (const name of ['owners', 'pets']) {
      expect(findTable(schema, name)).toEqual(findTable(ruby.schema, name));
    }
    expect(schema.version).toBe(ruby.schema.version);
  });

  test('tells its kinds of statements, its versions and its tool', async () => {
    const { statements, versions, dumpedBy, schema } = await read(RAILS);
    expect(statements.map(({ kind }) => kind)).toEqual([...Array(6).fill('schema'), 'versions']);
    expect(statements.map(({ start, end }) => RAILS.slice(start, end).at(-1))).toEqual(
      Array(7).fill(';'),
    );
    expect(versions).toEqual(['20240102000000', '20240101000000']);
    expect(dumpedBy).toEqual({ name: 'sqlite3', version: null });
    expect(schema.opaque).toEqual([]);
  });
});

describe('a table', () => {
  test('keeps its options, its generated columns and its unique constraints', async () => {
    const table = await tableOf(`create table w (
      a int not null, b text default (lower('X')), -- the second
      c int generated always as (a + 1) stored, d int as (a),
      unique (a, b), constraint pair primary key (a, b)
    ) without rowid, strict`);
    expect(table).toMatchObject({
      options: 'WITHOUT ROWID, STRICT',
      primaryKey: { name: 'pair', columns: ['a', 'b'] },
      uniqueConstraints: [],
      columns: [
        { name: 'a', type: 'int', nullable: false },
        { name: 'b', nullable: false, default: { kind: 'expression', sql: "lower('X')" } },
        { name: 'c', generated: { expression: 'a + 1', stored: true } },
        { name: 'd', generated: { expression: 'a', stored: false } },
      ],
    });
  });

  test('has its keys wherever they are stated, with their names and their order', async () => {
    const table = await tableOf(`CREATE TABLE t (
      a int CONSTRAINT first REFERENCES p (x) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
      b int REFERENCES q ON UPDATE NO ACTION NOT DEFERRABLE,
      CONSTRAINT both FOREIGN KEY (a, b) REFERENCES r (x, y) CHECK (a > 0)
    )`);
    expect(table?.foreignKeys).toMatchObject([
      {
        name: 'first',
        columns: ['a'],
        toColumns: ['x'],
        onDelete: 'setNull',
        deferrable: 'deferred',
      },
      { columns: ['b'], toTable: 'q', toColumns: ['id'], onUpdate: 'noAction', deferrable: null },
      { name: 'both', columns: ['a', 'b'], toTable: 'r', toColumns: ['x', 'y'] },
    ]);
    expect(table?.checkConstraints).toMatchObject([{ expression: 'a > 0' }]);
  });

  test.each([
    ['boolean DEFAULT TRUE', true],
    ["boolean DEFAULT 'f'", false],
    ['integer DEFAULT +7', 7],
    ['decimal(8,2) DEFAULT -1.5', '-1.5'],
    ['text DEFAULT "quoted"', 'quoted'],
    [`json DEFAULT '{"a":1}'`, { a: 1 }],
  ])('%s has a literal default', async (column, value) => {
    const table = await tableOf(`CREATE TABLE t (a ${column})`);
    expect(table?.columns[0]?.default).toEqual({ kind: 'literal', value });
  });

  test('has indexes with their expressions, collations and orders', async () => {
    const table = await tableOf(`CREATE TABLE t (a text, b int);
      CREATE INDEX i ON t (lower(a) COLLATE nocase DESC, b, a || ',' ASC) WHERE b > 1 /* few */;`);
    expect(table?.indexes[0]).toMatchObject({
      where: 'b > 1',
      parts: [
        { column: null, expression: 'lower(a)', collation: 'nocase', order: 'desc' },
        { column: 'b', expression: null, collation: null, order: 'asc' },
        { column: null, expression: "a || ','", collation: null, order: 'asc' },
      ],
    });
  });
});

test('a key that names no columns is the key of its parent, which can come later', async () => {
  const { schema } = await read(
    'CREATE TABLE c (p_id REFERENCES p); CREATE TABLE p (code PRIMARY KEY);',
  );
  expect(schema.tables[0]?.foreignKeys[0]?.toColumns).toEqual(['code']);
});

describe('virtual tables', () => {
  const FTS5 = `CREATE VIRTUAL TABLE posts_fts USING fts5(title, body, tokenize="porter")
/* posts_fts(title,body) */;
CREATE TABLE IF NOT EXISTS 'posts_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE IF NOT EXISTS 'posts_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;`;

  test('come without the tables that they make for themselves', async () => {
    const { schema } = await read(FTS5);
    expect(schema.virtualTables).toEqual([
      { name: 'posts_fts', module: 'fts5', arguments: ['title', 'body', 'tokenize="porter"'] },
    ]);
    expect(schema.tables).toEqual([]);
  });

  test('of a module that this build lacks are read from their statement', async () => {
    const { schema } = await read(
      "CREATE VIRTUAL TABLE f USING fts4(a); CREATE TABLE IF NOT EXISTS 'f_content'(docid INTEGER PRIMARY KEY, 'c0a');",
    );
    expect(schema.virtualTables).toMatchObject([{ name: 'f', module: 'fts4' }]);
    expect(schema.tables).toEqual([]);
    expect(schema.opaque).toEqual([]);
  });

  test('stand in .dump as rows of the catalog', async () => {
    const { schema, statements } = await read(`PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE t(a);
INSERT INTO t VALUES(1);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','f','f',0,'CREATE VIRTUAL TABLE f USING fts5(x)');
PRAGMA writable_schema=OFF;
COMMIT;
`);
    expect(schema.virtualTables).toMatchObject([{ name: 'f', module: 'fts5' }]);
    expect(statements.map(({ kind }) => kind)).toEqual([
      ...['session', 'session', 'schema', 'rows', 'session', 'schema', 'session', 'session'],
    ]);
  });
});

test('rows and commands of the shell are counted, not run', async () => {
  const { skipped, schema } = await read(
    ".bail on\nCREATE TABLE t (a);\nINSERT INTO t VALUES (1), (2);\nINSERT INTO t SELECT 3;\nATTACH 'x.db' AS x;\n",
  );
  expect(skipped).toEqual({ clientCommands: 1, rows: 3 });
  expect(schema.opaque).toEqual([]);
});

test("a statement that SQLite refuses is opaque with SQLite's words, and costs no other", async () => {
  const { schema } = await read(
    'CREATE TABLE a (x int);\n\nCREATE TABLE b (x int,);\nCREATE INDEX i ON missing (x);\nCREATE TABLE c (x int);\n',
  );
  expect(schema.tables.map(({ name }) => name)).toEqual(['a', 'c']);
  expect(schema.opaque).toMatchObject([
    { reason: 'SQLite refuses it: near ")": syntax error', source: { line: 3, endLine: 3 } },
    { reason: 'SQLite refuses it: no such table: main.missing', source: { line: 4 } },
  ]);
});

test('a hostile file neither hangs nor fills the memory', async () => {
  const { schema } = await read(
    'CREATE TABLE t AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n; CREATE TABLE u (a);',
  );
  expect(schema.tables.map(({ name }) => name)).toEqual(['u']);
  expect(schema.opaque).toMatchObject([{ reason: 'SQLite refuses it: it runs for too long' }]);
});
