import { describe, expect, test } from 'vitest';
import { applyOperation } from '../../../apply/index.ts';
import type { AppliedOperation, Migration } from '../../../model/migration.ts';
import type { Operation, OperationBody } from '../../../model/operation.ts';
import type { SqlSchemaFile } from '../../../model/schema-file.ts';
import { readSqliteStructure } from '../../../read/sqlite/structure/index.ts';
import { column, foreignKey, operation } from '../../../testing/build.ts';
import { writeSqliteStructure } from './index.ts';

const RAILS = { major: 7, minor: 2 };

const OWNERS =
  'CREATE TABLE IF NOT EXISTS "owners" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar);\n';
const SEQUENCE = 'CREATE TABLE sqlite_sequence(name,seq);\n';
const PETS =
  'CREATE TABLE IF NOT EXISTS "pets" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar, "owner_id" integer);\n';
const BY_NAME = 'CREATE INDEX "index_pets_on_name" ON "pets" ("name");\n';
const NAMES = 'CREATE VIEW names AS SELECT name FROM pets\n/* names(name) */;\n';
const LIST = `INSERT INTO "schema_migrations" (version) VALUES\n('1');\n\n`;
const DUMP = `${OWNERS}${SEQUENCE}${PETS}${BY_NAME}${NAMES}${LIST}`;

const MIGRATION: Migration = {
  path: 'db/migrate/2_change.rb',
  tool: 'rails',
  version: '2',
  name: 'Change',
  rails: RAILS,
  transactional: true,
  operations: [],
  down: { kind: 'change', irreversible: [] },
  text: '',
};

function steps(file: SqlSchemaFile, operations: readonly Operation[]): readonly AppliedOperation[] {
  let schema = file.schema;
  return operations.map((each) => {
    const step = { operation: each, before: schema, after: applyOperation(schema, each) };
    schema = step.after;
    return { ...step, migration: MIGRATION };
  });
}

/** The dump after operations that Ruby asks for, without the list of versions. */
async function written(dump: string, ...bodies: readonly OperationBody[]): Promise<string> {
  const file = await readSqliteStructure(dump, 'db/structure.sql');
  const applied = steps(
    file,
    bodies.map((body) => operation(body)),
  );
  const after = applied.at(-1)?.after ?? file.schema;
  const text = await writeSqliteStructure(file, after, { ran: [], rails: RAILS, applied });
  return text.replace(LIST, '');
}

const addColumn = (name: string): OperationBody => ({
  kind: 'addColumn',
  table: 'pets',
  column: column(name, 'integer'),
  ifNotExists: false,
  position: null,
});

describe('what stays, stays as it is', () => {
  test('without operations the text is the same', async () => {
    expect(await written(DUMP)).toBe(DUMP.replace(LIST, ''));
  });

  test('the version that ran joins the list', async () => {
    const file = await readSqliteStructure(DUMP, 'db/structure.sql');
    const text = await writeSqliteStructure(file, file.schema, { ran: ['2'], rails: RAILS });
    expect(text).toBe(DUMP.replace("('1')", "('2'),\n('1')"));
  });
});

describe('SQLite alters the text of a statement in its place', () => {
  test('ADD COLUMN puts the column before the closing parenthesis', async () => {
    expect(await written(DUMP, addColumn('age'))).toBe(
      `${OWNERS}${SEQUENCE}${PETS.replace('integer);', 'integer, "age" integer);')}${BY_NAME}${NAMES}`,
    );
  });

  test('RENAME reaches indexes, views and the list of their columns', async () => {
    const text = await written(DUMP, { kind: 'renameTable', from: 'pets', to: 'animals' });
    expect(text).toContain('CREATE TABLE IF NOT EXISTS "animals" ("id"');
    expect(text).toContain('CREATE INDEX "index_pets_on_name" ON "animals" ("name");');
    expect(text).toContain('CREATE VIEW names AS SELECT name FROM "animals"\n/* names(name) */;');
  });
});

describe('a table that Active Record copies stands behind all others', () => {
  test('with its indexes', async () => {
    const drop: OperationBody = {
      kind: 'dropColumn',
      table: 'pets',
      column: 'owner_id',
      ifExists: false,
      cascade: false,
    };
    const pets = PETS.replace(', "owner_id" integer', '');
    expect(await written(DUMP, drop)).toBe(`${OWNERS}${SEQUENCE}${NAMES}${pets}${BY_NAME}`);
  });

  test('with a foreign key in three lines', async () => {
    const key: OperationBody = {
      kind: 'addForeignKey',
      table: 'pets',
      foreignKey: { ...foreignKey('owner_id', 'owners'), name: 'keeper', onDelete: 'cascade' },
      ifNotExists: false,
    };
    expect(await written(DUMP, key)).toContain(
      '"owner_id" integer, CONSTRAINT "keeper"\nFOREIGN KEY ("owner_id")\n  REFERENCES "owners" ("id")\n ON DELETE CASCADE);\n',
    );
  });

  test('up to Rails 7.0 with a default for each column and a key that no longer counts', async () => {
    const file = await readSqliteStructure(DUMP, 'db/structure.sql');
    const body: OperationBody = {
      kind: 'setColumnNull',
      table: 'pets',
      column: 'name',
      nullable: false,
      backfill: null,
    };
    const applied = steps(file, [operation(body)]);
    const after = applied[0]?.after ?? file.schema;
    const rails = { major: 6, minor: 1 };
    expect(await writeSqliteStructure(file, after, { ran: [], rails, applied })).toContain(
      '"pets" ("id" integer NOT NULL PRIMARY KEY, "name" varchar NOT NULL, "owner_id" integer DEFAULT NULL);',
    );
  });
});

test("an author's SQL is kept in the author's words", async () => {
  const sql = 'create index if not exists By_Owner on pets(owner_id)  -- for the list\n';
  const body: OperationBody = {
    kind: 'addIndex',
    table: 'pets',
    index: {
      name: 'By_Owner',
      parts: [],
      unique: false,
      using: null,
      kind: null,
      where: null,
      include: [],
      nullsNotDistinct: false,
      comment: null,
      enabled: true,
    },
    ifNotExists: true,
    concurrently: false,
  };
  const file = await readSqliteStructure(DUMP, 'db/structure.sql');
  const applied = steps(file, [{ ...operation(body), sql }]);
  const text = await writeSqliteStructure(file, file.schema, { ran: [], rails: RAILS, applied });
  expect(text).toContain(`${NAMES}CREATE INDEX By_Owner on pets(owner_id)  -- for the list\n;\n`);
});

test('Rails 8.0 dumps none of the tables of SQLite itself', async () => {
  const file = await readSqliteStructure(OWNERS, 'db/structure.sql');
  const anew = (major: number) =>
    writeSqliteStructure(file, file.schema, {
      ran: [],
      rails: { major, minor: 0 },
      everythingAnew: true,
    });
  expect(await anew(8)).toBe(OWNERS);
});

describe('without the operations what differs is made anew', () => {
  test('and a schema without differences keeps its text', async () => {
    const file = await readSqliteStructure(DUMP, 'db/structure.sql');
    const options = { ran: [], rails: RAILS };
    expect(await writeSqliteStructure(file, file.schema, options)).toBe(DUMP);
  });

  test('a table, an index and a view', async () => {
    const file = await readSqliteStructure(DUMP, 'db/structure.sql');
    const { schema } = await readSqliteStructure(
      `${OWNERS}${PETS.replace('varchar', 'text')}CREATE INDEX i ON owners (name);CREATE VIEW names AS SELECT 1`,
      'x.sql',
    );
    const text = await writeSqliteStructure(file, schema, { ran: [], rails: RAILS });
    const again = await readSqliteStructure(text, 'db/structure.sql');
    expect(again.schema.tables).toEqual(schema.tables);
    expect(again.schema.views).toEqual(schema.views);
    expect(text).toContain(OWNERS);
  });
});
