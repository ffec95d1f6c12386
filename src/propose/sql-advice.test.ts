import { expect, test } from 'vitest';
import type { Engine } from '../model/engine.ts';
import type { Hazard } from '../model/hazard.ts';
import type { MigrationTool } from '../model/migration-tool.ts';
import { emptySchema } from '../model/schema.ts';
import { readSqlMigrations } from '../read/sql-migrations/read.ts';
import { migration } from '../testing/build.ts';
import { withAdviceInSql } from './sql-advice.ts';

async function advice(
  instead: string,
  tool: MigrationTool,
  engine: Engine = 'postgresql',
): Promise<string> {
  const text = 'CREATE TABLE users (id bigint NOT NULL PRIMARY KEY, name text, token text);';
  const { after } = await readSqlMigrations(
    [
      {
        path: 'm/1.sql',
        text,
        tool: 'plain',
        version: '1',
        name: 'users',
        down: null,
        transaction: null,
        variables: {},
        replacesPlaceholders: true,
      },
    ],
    emptySchema(engine),
  );
  const hazard: Hazard = {
    rule: 'rule',
    title: '',
    severity: 'danger',
    message: '',
    why: '',
    instead,
    reference: '',
    step: 0,
    table: 'users',
    source: null,
    locks: [],
    evidence: 'static',
    direction: 'up',
    suppression: null,
  };
  const operation = {
    kind: 'runSql' as const,
    text: '',
    purpose: '',
    source: { path: 'm/2.sql', line: 1, column: 1, endLine: 1 },
    condition: null,
    assured: false,
    impliedBy: null,
  };
  const step = { operation, before: after, after, migration: migration({ tool }) };
  return (await withAdviceInSql(hazard, step)).instead;
}

const CONCURRENT = `disable_ddl_transaction!

def change
  add_index :users, :name, name: "by_name", algorithm: :concurrently
end`;

test.each<[MigrationTool, string]>([
  ['dbmate', '-- migrate:up transaction:false'],
  ['goose', '-- +goose NO TRANSACTION'],
  ['sqlx', '-- no-transaction'],
  ['golang-migrate', '-- alone in its file, so that no transaction is around it'],
])('%s is told in its own words to begin no transaction', async (tool, line) => {
  expect(await advice(CONCURRENT, tool)).toBe(
    `${line}\n\nCREATE INDEX CONCURRENTLY "by_name" ON "users" ("name");`,
  );
});

test('advice for Rails, and a sentence, stay as they are', async () => {
  expect(await advice(CONCURRENT, 'rails')).toBe(CONCURRENT);
  const sentence = 'Choose another name before the migration is merged.';
  expect(await advice(sentence, 'dbmate')).toBe(sentence);
});

const STAGES = `# Migration 1: no row is written
change_column_default :users, :token, from: nil, to: -> { "gen()" }

# Migration 2: fills the rows that are there
disable_ddl_transaction!

def up
  records = Class.new(ActiveRecord::Base) { self.table_name = "users" }
  records.unscoped.where(token: nil).in_batches(of: 10_000) do |batch|
    batch.update_all("token = gen()")
    sleep 0.01
  end
end

def down
  # The old values are gone; nothing to do.
end

# Migration 3: new rows are checked, old ones are not looked at
add_check_constraint :users, "token IS NOT NULL", name: "token_there", validate: false

# Migration 4
validate_check_constraint :users, name: "token_there"`;

test('stages follow each other, and batches are a statement that is run again', async () => {
  expect(await advice(STAGES, 'goose')).toBe(`-- Migration 1: no row is written
ALTER TABLE "users" ALTER COLUMN "token" SET DEFAULT gen();

-- Migration 2: fills the rows that are there
-- +goose NO TRANSACTION

-- again and again, until it writes no row
UPDATE "users" SET token = gen()
  WHERE "id" IN (SELECT "id" FROM "users" WHERE token IS NULL LIMIT 10000);

-- Migration 3: new rows are checked, old ones are not looked at
ALTER TABLE "users" ADD CONSTRAINT "token_there" CHECK (token IS NOT NULL) NOT VALID;

-- Migration 4
ALTER TABLE "users" VALIDATE CONSTRAINT "token_there";`);
});

test('where Rails would change the model there is no model', async () => {
  const release = `# Release 1, in the model
self.ignored_columns += ["name"]

# Release 2, when no process runs the old code
remove_column :users, :name, :text`;
  expect(await advice(release, 'dbmate')).toBe(`-- Release 1
-- no code names "name" any more

-- Release 2, when no process runs the old code
ALTER TABLE "users" DROP COLUMN "name";`);
});

test('MySQL limits the statement itself', async () => {
  const batch = STAGES.slice(STAGES.indexOf('def up'), STAGES.indexOf('def down'));
  expect(await advice(batch, 'plain', 'mysql').then((text) => text.split('\n'))).toEqual([
    '-- again and again, until it writes no row',
    'UPDATE `users` SET token = gen()',
    '  WHERE token IS NULL LIMIT 10000;',
  ]);
});

test('SQLite drops a column by itself, where Rails copies the table', async () => {
  expect(await advice('remove_column :users, :name', 'golang-migrate', 'sqlite')).toBe(
    'ALTER TABLE "users" DROP COLUMN "name";',
  );
});

test('what cannot be put into SQL stands in its own words', async () => {
  expect(await advice('add_index :gone, :name', 'plain')).toBe('-- add_index :gone, :name');
});

test('SQL that the advice gives stays as it is, with the rows that it copies', async () => {
  const copy = 'CREATE TABLE users_archive AS SELECT * FROM users WHERE name IS NULL';
  expect(await advice(`execute "${copy}"`, 'dbmate')).toBe(`${copy};`);
});

test('a condition in SQL stays as its author wrote it, and only a nil of Ruby is IS NULL', async () => {
  const batch = (condition: string) =>
    [
      'disable_ddl_transaction!',
      'records = Class.new(ActiveRecord::Base) { self.table_name = "users" }',
      `records.unscoped.where(${condition}).in_batches(of: 10_000, &:delete_all)`,
    ].join('\n');
  expect(await advice(batch('"name = NULL"'), 'dbmate')).toContain('WHERE name = NULL LIMIT');
  expect(await advice(batch('name: nil'), 'dbmate')).toContain('WHERE name IS NULL LIMIT');
});
