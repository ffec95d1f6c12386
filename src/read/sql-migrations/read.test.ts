import { describe, expect, test } from 'vitest';
import type { Engine } from '../../model/engine.ts';
import type { Operation } from '../../model/operation.ts';
import { emptySchema } from '../../model/schema.ts';
import type { SqlMigrationFile } from './file.ts';
import { readSqlMigrations, readSqlRollback } from './read.ts';

function file(
  tool: SqlMigrationFile['tool'],
  text: string,
  rest: Partial<SqlMigrationFile> = {},
): SqlMigrationFile {
  return {
    path: 'migrations/1_step.sql',
    text,
    tool,
    version: '1',
    name: 'step',
    down: null,
    transaction: null,
    variables: {},
    replacesPlaceholders: true,
    ...rest,
  };
}

async function migrated(one: SqlMigrationFile, engine: Engine = 'postgresql') {
  const { after, migrations } = await readSqlMigrations([one], emptySchema(engine));
  const [migration] = migrations;
  if (!migration) throw new Error('no migration was read');
  return { after, migration, lines: migration.operations.map(shown) };
}

/** `3 createTable`, `3-5 opaque: reason`. */
function shown(operation: Operation): string {
  const { line, endLine } = operation.source;
  const lines = line === endLine ? `${line}` : `${line}-${endLine}`;
  const reason = operation.kind === 'opaque' ? `: ${operation.reason}` : '';
  return `${lines} ${operation.kind}${reason}`;
}

async function refusal(one: SqlMigrationFile): Promise<string> {
  const failed = await readSqlMigrations([one], emptySchema('postgresql')).catch((error) => error);
  return failed.report;
}

const TABLES = 'CREATE TABLE users (id int PRIMARY KEY);\nCREATE INDEX ON users (id);\n';

describe('dbmate', () => {
  test('runs the block below migrate:up, in a transaction', async () => {
    const text = `-- a note\n-- migrate:up\n${TABLES}\n-- migrate:down\nDROP TABLE users;\n`;
    const { migration, lines } = await migrated(file('dbmate', text));
    expect(lines).toEqual(['3 createTable', '4 addIndex']);
    expect(migration).toMatchObject({
      tool: 'dbmate',
      transactional: true,
      rails: null,
      down: { kind: 'written', irreversible: [] },
    });
  });

  test('runs each pair of blocks of a file that has several', async () => {
    const pair = (name: string) =>
      `-- migrate:up\nCREATE TABLE ${name} (id int);\n-- migrate:down\nDROP TABLE ${name};\n`;
    const one = file('dbmate', pair('a') + pair('b'));
    const { after, lines } = await migrated(one);
    expect(lines).toEqual(['2 createTable', '6 createTable']);
    const back = await readSqlRollback(one, after);
    expect(back.operations.map(shown)).toEqual(['8 dropTable', '4 dropTable']);
  });

  test('opens no transaction with transaction:false', async () => {
    const text =
      '-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY i ON users (id);\n-- migrate:down\n';
    expect((await migrated(file('dbmate', text))).migration.transactional).toBe(false);
  });

  test('has no way back where the block below migrate:down is empty, or where there is none', async () => {
    for (const down of ['-- migrate:down\n-- nothing\n', '']) {
      const { migration } = await migrated(file('dbmate', `-- migrate:up\n${TABLES}${down}`));
      expect(migration.down.kind).toBe('none');
    }
  });

  test.each([
    ['no up block', TABLES, '1: dbmate refuses this file: it has no `-- migrate:up` line'],
    ['a statement ahead', `${TABLES}-- migrate:up\n`, '1: .*a statement precedes'],
    ['down first', '-- migrate:down\n-- migrate:up\n', '1: .*`-- migrate:up` must come before'],
  ])('refuses a file with %s', async (_, text, message) => {
    expect(await refusal(file('dbmate', text))).toMatch(
      new RegExp(`^migrations/1_step\\.sql:${message}`),
    );
  });
});

describe('goose', () => {
  const FUNCTION =
    'CREATE FUNCTION f() RETURNS int AS $$\nBEGIN\n  RETURN 1;\nEND;\n$$ LANGUAGE plpgsql;';

  test('runs the statements below Up, and one block as one statement', async () => {
    const text = `-- +goose Up\n-- +goose StatementBegin\n${FUNCTION}\n-- +goose StatementEnd\n${TABLES}-- +goose Down\nDROP TABLE users;\n`;
    const { migration, lines } = await migrated(file('goose', text));
    expect(lines).toEqual(['3-7 createFunction', '9 createTable', '10 addIndex']);
    expect(migration).toMatchObject({ transactional: true, down: { kind: 'written' } });
  });

  test('cuts a body at its semicolons where no block is around it, as goose does', async () => {
    const { lines } = await migrated(file('goose', `-- +goose Up\n${FUNCTION}\n`));
    expect(lines[0]).toMatch(/^2-4 opaque: PostgreSQL cannot read it/);
  });

  test('opens no transaction with NO TRANSACTION', async () => {
    const text = `-- +goose NO TRANSACTION\n-- +goose Up\n${TABLES}`;
    expect((await migrated(file('goose', text))).migration).toMatchObject({
      transactional: false,
      down: { kind: 'none' },
    });
  });

  test('fills in what is taken from the environment where a value is told, and only then', async () => {
    const name = '$'.concat('{TABLE}');
    const text = `-- +goose Up\n-- +goose ENVSUB ON\nCREATE TABLE ${name} (id int);\n-- +goose ENVSUB OFF\nCREATE TABLE b (note text DEFAULT '${name}');\n`;
    expect((await migrated(file('goose', text))).lines).toEqual([
      `3 opaque: it takes ${name} from the environment, which no file tells`,
      '5 createTable',
    ]);
    const { after } = await migrated(file('goose', text, { variables: { TABLE: 'a' } }));
    expect(after.tables.map((table) => table.name)).toEqual(['a', 'b']);
  });

  test.each([
    ['no Up', TABLES, /:1: goose refuses this file: a statement precedes/],
    ['a statement without end', '-- +goose Up\n\nSELECT 1\n', /:3: .*has no semicolon at its end/],
    ['an annotation that it does not know', '-- +goose Upp\n', /:1: .*annotation `-- \+goose Upp`/],
    ['a block without end', '-- +goose Up\n-- +goose StatementBegin\n', /StatementEnd/],
  ])('refuses a file with %s', async (_, text, message) => {
    expect(await refusal(file('goose', text))).toMatch(message);
  });

  test('a way down that goose refuses is not understood, and costs the way up nothing', async () => {
    const one = file('goose', `-- +goose Up\n${TABLES}-- +goose Down\nDROP TABLE users\n`);
    const { after } = await migrated(one);
    const back = await readSqlRollback(one, after);
    expect(back.operations.map(shown)).toEqual([
      '1-5 opaque: goose refuses this file: the statement that begins here has no semicolon at its end',
    ]);
  });
});

describe('sql-migrate', () => {
  test('runs the statements below Up, in a transaction unless the line says notransaction', async () => {
    const text = `-- +migrate Up\n${TABLES}-- +migrate Down notransaction\nDROP TABLE users;\n`;
    const one = file('sql-migrate', text);
    const { after, migration, lines } = await migrated(one);
    expect(lines).toEqual(['2 createTable', '3 addIndex']);
    expect(migration.transactional).toBe(true);
    const back = await readSqlRollback(one, after);
    expect(back.operations.map(shown)).toEqual(['5 dropTable']);
    const open = await migrated(file('sql-migrate', text.replace('Up', 'Up notransaction')));
    expect(open.migration.transactional).toBe(false);
  });

  test('refuses a statement that does not end', async () => {
    expect(await refusal(file('sql-migrate', '-- +migrate Up\nSELECT 1\n'))).toMatch(
      /:2: sql-migrate refuses this file: .*no semicolon/,
    );
  });
});

describe('node-pg-migrate', () => {
  test('runs what follows Up Migration, whatever comes first', async () => {
    const up = `-- Up Migration\n${TABLES}`;
    const down = '-- Down Migration\nDROP TABLE users;\n';
    for (const text of [up + down, down + up]) {
      const { migration } = await migrated(file('node-pg-migrate', text));
      expect(migration.operations.map(({ kind }) => kind)).toEqual(['createTable', 'addIndex']);
      expect(migration).toMatchObject({ transactional: true, down: { kind: 'written' } });
    }
  });

  test('without the line runs the whole file', async () => {
    const { migration, lines } = await migrated(file('node-pg-migrate', TABLES));
    expect(lines).toEqual(['1 createTable', '2 addIndex']);
    expect(migration.down.kind).toBe('none');
  });
});

describe('Flyway', () => {
  const name = (text: string) => '$'.concat(`{${text}}`);

  test('fills in placeholders whose value is told, in their place; the others are not known', async () => {
    const text = `CREATE TABLE ${name('table')} (\n  id int\n);\nCREATE TABLE ${name('other')} (id int);\n`;
    const { after, lines } = await migrated(file('flyway', text, { variables: { table: 'a_b' } }));
    expect(after.tables.map((table) => table.name)).toEqual(['a_b']);
    expect(lines).toEqual([
      '1-3 createTable',
      `4 opaque: no file tells the value of the placeholder ${name('other')}`,
    ]);
  });

  test('leaves placeholders alone where they are switched off', async () => {
    const text = `COMMENT ON TABLE users IS '${name('x')}';`;
    const one = file('flyway', `${TABLES}${text}`, { replacesPlaceholders: false });
    const { after } = await migrated(one);
    expect(after.tables[0]?.comment).toBe(name('x'));
  });

  test('opens no transaction for a file with a statement that PostgreSQL refuses inside of one', async () => {
    const concurrent = 'CREATE INDEX CONCURRENTLY i ON users (id);\n';
    expect((await migrated(file('flyway', TABLES))).migration.transactional).toBe(true);
    expect((await migrated(file('flyway', concurrent))).migration.transactional).toBe(false);
  });

  test('does as executeInTransaction next to the file says', async () => {
    const { migration } = await migrated(file('flyway', TABLES, { transaction: false }));
    expect(migration.transactional).toBe(false);
  });
});

describe('golang-migrate', () => {
  test.each([
    ['several statements are one transaction on PostgreSQL', TABLES, 'postgresql', true],
    [
      'one statement is none, so that CONCURRENTLY may stand alone',
      'CREATE INDEX CONCURRENTLY i ON users (id);',
      'postgresql',
      false,
    ],
    ['BEGIN and COMMIT make one', `BEGIN;\n${TABLES}COMMIT;\n`, 'postgresql', true],
    [
      'a COMMIT in between makes two',
      `BEGIN;\n${TABLES}COMMIT;\nDROP TABLE users;\n`,
      'postgresql',
      false,
    ],
    ['MySQL commits each statement', TABLES.replace('ON', 'i ON'), 'mysql', false],
    ['SQLite gets a transaction', TABLES.replace('ON', 'i ON'), 'sqlite', true],
  ] as const)('%s', async (_, text, engine, transactional) => {
    const { migration } = await migrated(file('golang-migrate', text), engine);
    expect(migration.transactional).toBe(transactional);
  });

  test.each([
    ['the transaction of the tool', TABLES, true],
    [
      'that of the file, which SQLite refuses within another',
      `BEGIN;\n${TABLES}COMMIT;\n`,
      undefined,
    ],
  ] as const)('SQLite runs in %s', async (_, text, ofTool) => {
    const on = text.replace('ON', 'i ON');
    const { migration } = await migrated(file('golang-migrate', on), 'sqlite');
    expect(migration.transactional).toBe(true);
    expect(migration.inToolTransaction).toBe(ofTool);
  });

  test('the down file is the way back, with its own places', async () => {
    const down = { path: 'migrations/1_step.down.sql', text: '\nDROP TABLE users;\n' };
    const one = file('golang-migrate', TABLES, { down });
    const { after, migration } = await migrated(one);
    expect(migration.down.kind).toBe('written');
    const back = await readSqlRollback(one, after);
    expect(back.after.tables).toEqual([]);
    expect(back.operations[0]?.source).toEqual({ path: down.path, line: 2, column: 1, endLine: 2 });
  });

  test('without a down file nothing is taken back, and the reason is told', async () => {
    const one = file('golang-migrate', TABLES);
    const { after } = await migrated(one);
    const back = await readSqlRollback(one, after);
    expect(back.after).toBe(after);
    expect(back.refused).toMatchObject([{ reason: 'its author wrote no way back' }]);
  });

  test('on MySQL a body of BEGIN … END is one statement', async () => {
    const text =
      'CREATE TABLE t (id int);\nCREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW\nBEGIN\n  IF NEW.id > 1 THEN\n    SET NEW.id = 1;\n  END IF;\nEND;\nCREATE TABLE u (id int);\n';
    const { after, lines } = await migrated(file('golang-migrate', text), 'mysql');
    expect(lines).toEqual(['1 createTable', '2-7 createTrigger', '8 createTable']);
    expect(after.triggers.map((trigger) => trigger.name)).toEqual(['g']);
  });
});

describe('scripts for psql', () => {
  const DEPLOY = `-- Deploy app:users to pg
\\set ON_ERROR_STOP on
BEGIN;
${TABLES}
COPY users FROM stdin;
1
2
\\.

CREATE TABLE teams (id int);
COMMIT;
`;

  test('commands are counted and rows passed over; BEGIN and COMMIT make the transaction', async () => {
    const { migration, lines } = await migrated(file('sqitch', DEPLOY));
    expect(lines).toEqual([
      '3 runSql',
      '4 createTable',
      '5 addIndex',
      '7 changeRows',
      '12 createTable',
      '13 runSql',
    ]);
    expect(migration).toMatchObject({ transactional: true, clientCommands: 1 });
  });

  test('without BEGIN each statement stands by itself', async () => {
    const { migration } = await migrated(file('plain', TABLES));
    expect(migration.transactional).toBe(false);
    expect(migration).not.toHaveProperty('clientCommands');
  });

  test('a command that brings in SQL, or decides what runs, is not understood', async () => {
    const text = `\\ir other.sql\n\\if :fresh\nCREATE TABLE a (id int);\n\\endif\nCREATE TABLE b (id int);\n`;
    expect((await migrated(file('plain', text))).lines).toEqual([
      '1 opaque: the psql command \\ir is not run here',
      '2-4 opaque: psql decides with \\if which of it runs',
      '5 createTable',
    ]);
  });

  test('variables are filled in as psql quotes them; casts and strings are none', async () => {
    const text = `CREATE TABLE :"schema".t (a text DEFAULT :'word'::text, b text DEFAULT ':word');\nDROP TABLE :gone;\n`;
    const variables = { schema: 'app', word: "it's" };
    const { after, lines } = await migrated(file('plain', text, { variables }));
    expect(lines).toEqual([
      '1 createTable',
      '2 opaque: no file tells the value of the psql variable :gone',
    ]);
    expect(after.tables[0]).toMatchObject({
      name: 'app.t',
      columns: [{ default: { value: "it's" } }, { default: { value: ':word' } }],
    });
  });
});

describe('other tools', () => {
  test('Drizzle sends what stands between its breakpoints', async () => {
    const text =
      'CREATE TABLE "a" ("id" int);\n--> statement-breakpoint\nCREATE TABLE "b" ("id" int);';
    const { migration, lines } = await migrated(file('drizzle', text));
    expect(lines).toEqual(['1 createTable', '3 createTable']);
    expect(migration.transactional).toBe(true);
  });

  test.each([
    ['sqlx', TABLES, true],
    ['sqlx', `-- no-transaction\n${TABLES.split('\n')[0]}`, false],
    ['diesel', TABLES, true],
    ['prisma', TABLES, true],
    ['atlas', TABLES, true],
    ['atlas', `-- atlas:txmode none\n\n${TABLES}`, false],
  ] as const)('%s runs its file in a transaction or not: %j', async (tool, text, transactional) => {
    expect((await migrated(file(tool, text))).migration.transactional).toBe(transactional);
  });
});

test('a migration that does not apply is told with its place, and passed over as a whole in a transaction', async () => {
  const broken = file('dbmate', `-- migrate:up\n${TABLES}DROP TABLE gone;\n-- migrate:down\n`);
  expect(await refusal(broken)).toMatch(/^migrations\/1_step\.sql:4: there is no table "gone"/);
  const refused: string[] = [];
  const onRefused = (path: string) => refused.push(path);
  const { after, migrations } = await readSqlMigrations([broken], emptySchema('postgresql'), {
    onRefused,
  });
  expect({ refused, tables: after.tables, migrations }).toEqual({
    refused: ['migrations/1_step.sql'],
    tables: [],
    migrations: [],
  });
});
