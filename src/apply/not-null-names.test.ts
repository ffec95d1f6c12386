import { expect, test } from 'vitest';
import { findTable, type Schema } from '../model/schema.ts';
import { column, operation, schema, table } from '../testing/build.ts';
import { applyAll } from './index.ts';

function dumpedBy(version: string): Schema {
  const users = table('users', [column('id', 'bigint', { nullable: false }), column('a', 'text')]);
  return { ...schema('postgresql', [users]), server: { name: 'postgresql', version } };
}

const renameTable = operation({ kind: 'renameTable', from: 'users', to: 'people' });
const renameColumn = operation({ kind: 'renameColumn', table: 'people', from: 'id', to: 'key' });

test('NOT NULL keeps its name on PostgreSQL 18, whatever is renamed', () => {
  const after = applyAll(dumpedBy('18.3'), [renameTable, renameColumn]);
  expect(findTable(after, 'people')?.columns).toMatchObject([
    { name: 'key', notNullName: 'users_id_not_null' },
    { name: 'a' },
  ]);
  expect(findTable(after, 'people')?.columns[1]).not.toHaveProperty('notNullName');
});

test('a name that is the default again is left out', () => {
  const back = operation({ kind: 'renameTable', from: 'people', to: 'users' });
  const after = applyAll(dumpedBy('18.3'), [renameTable, back]);
  expect(findTable(after, 'users')?.columns[0]).not.toHaveProperty('notNullName');
});

test('before 18 NOT NULL has no name', () => {
  const after = applyAll(dumpedBy('17.6'), [renameTable]);
  expect(findTable(after, 'people')?.columns[0]).not.toHaveProperty('notNullName');
});
