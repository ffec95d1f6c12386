import { beforeAll, describe, expect, test } from 'vitest';
import { applyOperation } from '../../../apply/index.ts';
import type { Operation } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import { loadSqlite } from '../../../sqlite/library.ts';
import { readSqliteStructure } from '../structure/index.ts';
import { sqliteOperations } from './index.ts';

beforeAll(loadSqlite);

const BEFORE = `CREATE TABLE owners (id INTEGER PRIMARY KEY, name text);
CREATE TABLE pets (id INTEGER PRIMARY KEY, name text NOT NULL, age int CHECK (age > 0), owner_id int REFERENCES owners);
CREATE INDEX pets_by_name ON pets (name);
CREATE VIEW old AS SELECT name, age FROM pets WHERE pets.age > 10;
CREATE TRIGGER stamp AFTER INSERT ON pets BEGIN UPDATE pets SET age = 1 WHERE id = new.id; END;
`;

const SOURCE = { path: 'migrations/1.sql', line: 1, column: 1, endLine: 1 };

/** The operations of some SQL, and the schema after them. */
async function run(sql: string, run: 'all' | 'first' = 'all') {
  const { schema } = await readSqliteStructure(BEFORE, 'schema.sql');
  const scope: { schema: Schema } = { schema };
  const operations: Operation[] = [];
  for (const { body, impliedBy } of sqliteOperations(sql, scope, run)) {
    const operation: Operation = {
      ...body,
      source: SOURCE,
      condition: null,
      assured: false,
      impliedBy,
    };
    operations.push(operation);
    scope.schema = applyOperation(scope.schema, operation);
  }
  return { operations, schema: scope.schema };
}

describe('a statement is one operation', () => {
  test.each([
    [
      'CREATE TABLE toys (id INTEGER PRIMARY KEY AUTOINCREMENT)',
      { kind: 'createTable', table: { name: 'toys' } },
    ],
    [
      'CREATE TABLE copies AS SELECT name, count(*) AS n FROM pets GROUP BY 1',
      {
        kind: 'createTable',
        table: {
          columns: [
            { name: 'name', type: 'text' },
            { name: 'n', type: '' },
          ],
        },
      },
    ],
    [
      'CREATE UNIQUE INDEX i ON pets (lower(name) DESC)',
      { kind: 'addIndex', table: 'pets', index: { unique: true } },
    ],
    [
      'CREATE VIEW v (n) AS SELECT 1',
      {
        kind: 'createView',
        view: { definition: 'WITH listed(n) AS (SELECT 1) SELECT * FROM listed' },
      },
    ],
    [
      'CREATE TRIGGER t2 AFTER DELETE ON pets BEGIN SELECT 1; END',
      { kind: 'createTrigger', trigger: { table: 'pets' } },
    ],
    [
      'CREATE VIRTUAL TABLE f USING fts5(name)',
      { kind: 'createVirtualTable', virtualTable: { module: 'fts5' } },
    ],
    ['DROP TABLE PETS', { kind: 'dropTable', table: 'pets' }],
    ['DROP INDEX pets_by_name', { kind: 'dropIndex', table: 'pets', index: 'pets_by_name' }],
    ['DROP VIEW old', { kind: 'dropView', view: 'old' }],
    ['DROP TRIGGER stamp', { kind: 'dropTrigger', trigger: 'stamp', table: 'pets' }],
    ['ALTER TABLE pets RENAME TO animals', { kind: 'renameTable', from: 'pets', to: 'animals' }],
    [
      'ALTER TABLE pets RENAME COLUMN NAME TO title',
      { kind: 'renameColumn', from: 'name', to: 'title' },
    ],
    ['ALTER TABLE pets DROP COLUMN owner_id', { kind: 'dropColumn', column: 'owner_id' }],
    [
      "ALTER TABLE pets ADD kind text NOT NULL DEFAULT 'cat'",
      { kind: 'addColumn', column: { name: 'kind', nullable: false } },
    ],
    ['UPDATE OR IGNORE pets SET age = 2', { kind: 'changeRows', verb: 'update', scope: 'whole' }],
    [
      'WITH x AS (SELECT 1) DELETE FROM pets WHERE id IN x',
      { kind: 'changeRows', verb: 'delete', scope: 'part' },
    ],
    ['REPLACE INTO pets (id) VALUES (1)', { kind: 'changeRows', verb: 'insert', table: 'pets' }],
    ['PRAGMA foreign_keys = ON', { kind: 'runSql' }],
    ['CREATE TEMP TABLE scratch (a)', { kind: 'runSql' }],
    [
      'CREATE TABLE IF NOT EXISTS pets (a)',
      { kind: 'runSql', purpose: 'finds pets there already' },
    ],
    ['DROP TABLE IF EXISTS missing', { kind: 'runSql', purpose: 'finds no table missing' }],
  ])('%s', async (sql, expected) => {
    const { operations } = await run(sql);
    expect(operations).toMatchObject([expected]);
  });
});

test('ADD COLUMN with a key and a check is three operations, of which one carries the SQL', async () => {
  const { operations, schema } = await run(
    'ALTER TABLE pets ADD vet_id int REFERENCES owners (id) CHECK (vet_id > 0)',
  );
  expect(operations.map(({ kind, impliedBy }) => [kind, impliedBy !== null])).toEqual([
    ['addColumn', false],
    ['addForeignKey', true],
    ['addCheckConstraint', true],
  ]);
  const pets = schema.tables.find(({ name }) => name === 'pets');
  expect(pets?.foreignKeys.map(({ columns }) => columns)).toEqual([['owner_id'], ['vet_id']]);
});

test('a rename reaches views, triggers and indexes in the spelling of SQLite, and keeps them', async () => {
  const { schema } = await run(
    'ALTER TABLE pets RENAME TO animals; ALTER TABLE animals RENAME age TO "years"',
  );
  expect(schema.views[0]?.definition).toBe(
    'SELECT name, "years" FROM "animals" WHERE "animals"."years" > 10',
  );
  expect(schema.triggers).toMatchObject([
    {
      table: 'animals',
      definition:
        'CREATE TRIGGER stamp AFTER INSERT ON "animals" BEGIN UPDATE "animals" SET "years" = 1 WHERE id = new.id; END',
    },
  ]);
  expect(schema.tables.map(({ name }) => name)).toEqual(['owners', 'animals']);
  expect(schema.tables[1]?.checkConstraints).toMatchObject([{ expression: '"years" > 0' }]);
});

test("what SQLite refuses is opaque with SQLite's words, and the rest is read", async () => {
  const { operations } = await run('ALTER TABLE pets DROP COLUMN name; DROP VIEW old');
  expect(operations).toMatchObject([
    {
      kind: 'opaque',
      reason: expect.stringMatching(/^SQLite refuses it: error in index pets_by_name after drop/),
      touches: ['pets'],
    },
    { kind: 'dropView' },
  ]);
});

test("SQLite's own catalog is not written", async () => {
  const { operations } = await run("UPDATE sqlite_master SET sql = '' WHERE name = 'pets'");
  expect(operations).toMatchObject([
    { kind: 'opaque', reason: "it writes into SQLite's own catalog" },
  ]);
});

test('Active Record runs the first statement of a text alone', async () => {
  const { operations, schema } = await run('DROP VIEW old; DROP TABLE pets;', 'first');
  expect(operations).toMatchObject([
    { kind: 'dropView' },
    { kind: 'runSql', purpose: expect.stringContaining('never run') },
  ]);
  expect(schema.tables).toHaveLength(2);
});
