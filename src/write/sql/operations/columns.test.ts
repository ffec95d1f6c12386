import { expect, test } from 'vitest';
import { applyOperation } from '../../../apply/index.ts';
import { column, operation, schema, table } from '../../../testing/build.ts';
import { operationSql } from './index.ts';

// Tried with SQLite 3.40: without the key, the copy's INSERT fails with "NOT NULL constraint failed".
test('a numbered column of SQLite comes with its key, so that the rows of the copy get numbers', () => {
  const before = schema('sqlite', [table('visits', [column('note', 'varchar')])]);
  const add = operation({
    kind: 'addColumn',
    table: 'visits',
    column: column('id', 'integer', { nullable: false, autoIncrement: 'autoIncrement' }),
    ifNotExists: false,
    position: null,
  });
  const added = applyOperation(before, add);
  const key = operation({
    kind: 'addPrimaryKey',
    table: 'visits',
    primaryKey: { name: null, columns: ['id'] },
  });
  const copy = operationSql(add, before, added);
  expect(copy).toContain(
    'CREATE TABLE "visits" (\n  "note" varchar,\n  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL\n);',
  );
  expect(copy).toContain('INSERT INTO "visits" ("note") SELECT "note" FROM "avisits";');
  expect(operationSql(key, added, applyOperation(added, key))).toEqual([]);
});
