import { emptyTable } from '../../../model/empty-table.ts';
import type { Table } from '../../../model/schema.ts';
import type { MysqlScope } from '../scope.ts';
import type { StatedKey, StatedTable } from '../stated/stated.ts';
import { checksOfColumn, modelCheck } from './checks.ts';
import { modelColumn } from './column.ts';
import { isMariadb } from './column-type.ts';
import { modelForeignKey, unnamedKeyIndex } from './foreign-keys.ts';
import { keyOfColumn, modelIndex, modelPrimaryKey, nameOfKey } from './keys.ts';
import { modelOptions } from './options.ts';

/**
 * A table as the server makes it: with the names that it chooses, and the indexes that it makes for
 * foreign keys without a name. Those of named keys are left to who applies the table.
 *
 * @throws {NotTold} when what it says is not certain.
 */
export function modelTable(stated: StatedTable, scope: MysqlScope): Table {
  const keys = [...stated.columns.flatMap((column) => keyOfColumn(column) ?? []), ...stated.keys];
  const primary = keys.find(({ kind }) => kind === 'primary');
  const base = {
    ...emptyTable(stated.name),
    ...modelOptions(stated.options, scope),
    primaryKey: primary ? modelPrimaryKey(primary) : null,
  };
  const columns = stated.columns.map((column) => modelColumn(column, base, scope));
  const indexed = withIndexes({ ...base, columns }, keys);
  return withForeignKeys(withChecks(indexed, stated, scope), stated, scope);
}

function withIndexes(table: Table, keys: readonly StatedKey[]): Table {
  let { indexes } = table;
  const named = keys.filter(({ kind }) => kind !== 'primary');
  // Names that are given are taken before the server chooses others.
  const given = named.flatMap(({ name }) => (name === null ? [] : [{ name }]));
  for (const key of named) {
    const name = key.name ?? nameOfKey(key.parts[0]?.column ?? null, [...given, ...indexes]);
    indexes = [...indexes, modelIndex(key, name)];
  }
  return { ...table, indexes };
}

function withChecks(table: Table, stated: StatedTable, scope: MysqlScope): Table {
  const checks = [
    ...stated.columns.flatMap((column) =>
      checksOfColumn(column, scope).map((check) => ({ check, column: column.name })),
    ),
    ...stated.checks.map((check) => ({ check, column: null })),
  ];
  let result = table;
  for (const { check, column } of checks) {
    const added = modelCheck(check, column, result, scope);
    result = { ...result, checkConstraints: [...result.checkConstraints, added] };
  }
  return result;
}

function withForeignKeys(table: Table, stated: StatedTable, scope: MysqlScope): Table {
  // MySQL reads REFERENCES of a column and does nothing; MariaDB makes a key of it since 10.5.
  const ofColumns = isMariadb(scope)
    ? stated.columns.flatMap(({ references }) => references ?? [])
    : [];
  let result = table;
  for (const key of [...ofColumns, ...stated.foreignKeys]) {
    const foreignKey = modelForeignKey(key, result, scope);
    const index = unnamedKeyIndex(key, foreignKey, result);
    const indexes = index === null ? result.indexes : [...result.indexes, index];
    result = { ...result, indexes, foreignKeys: [...result.foreignKeys, foreignKey] };
  }
  return result;
}
