import { expect, test } from 'vitest';
import { findColumn, findTable } from '../../../../model/schema.ts';
import { readMigrations } from '../../migration/read.ts';
import { readSchemaRb } from '../../schema/read.ts';

const EMPTY = 'ActiveRecord::Schema.define(version: 0) do\nend\n';

async function keyOfNew(initializer: string, rails: string): Promise<string | undefined> {
  const file = await readSchemaRb(EMPTY, 'db/schema.rb', { engine: 'mysql', rails: null });
  const text = `class Try < ActiveRecord::Migration[${rails}]\ndef change\ncreate_table :fresh\nend\nend\n`;
  const path = 'config/initializers/database.rb';
  const { after } = await readMigrations([{ path: 'db/migrate/9_try.rb', text }], file.schema, {
    rails: { major: 5, minor: 2 },
    project: {
      read: (asked) => (asked === path ? initializer : null),
      list: (folder) => (folder === 'config/initializers' ? [path] : []),
    },
  });
  const table = findTable(after, 'fresh');
  return table ? findColumn(table, 'id')?.type : undefined;
}

const BIG = `ActiveRecord::ConnectionAdapters::Mysql2Adapter::NATIVE_DATABASE_TYPES[:primary_key] =
  "BIGINT(20) auto_increment PRIMARY KEY"`;

test('an initializer that gives the adapter big keys makes them bigint before 5.1', async () => {
  expect(await keyOfNew(BIG, '5.0')).toBe('bigint');
  expect(await keyOfNew('', '5.0')).toBe('int');
});

test('keys are bigint since 5.1, whatever an initializer says', async () => {
  expect(await keyOfNew(BIG.replace('BIGINT(20)', 'INT(11)'), '5.2')).toBe('bigint');
});

test('the initializer of another adapter means nothing', async () => {
  expect(await keyOfNew(BIG.replace('Mysql2Adapter', 'PostgreSQLAdapter'), '5.0')).toBe('int');
});
