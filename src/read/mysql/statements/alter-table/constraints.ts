import type { Table } from '../../../../model/schema.ts';
import type { MysqlScope } from '../../scope.ts';
import type { StatedForeignKey, StatedKey } from '../../stated/stated.ts';
import { modelForeignKey, unnamedKeyIndex } from '../../tables/foreign-keys.ts';
import { modelIndex, modelPrimaryKey, nameOfKey } from '../../tables/keys.ts';
import type { Told } from '../statement.ts';

/** The primary key or index that a key becomes. */
export function keyBody(key: StatedKey, table: Table, ifNotExists = false): Told {
  if (key.kind === 'primary') {
    return { kind: 'addPrimaryKey', table: table.name, primaryKey: modelPrimaryKey(key) };
  }
  const name = key.name ?? nameOfKey(key.parts[0]?.column ?? null, table.indexes);
  const index = modelIndex(key, name);
  return { kind: 'addIndex', table: table.name, index, ifNotExists, concurrently: false };
}

/** A foreign key, behind the index that the server makes for one without a name. */
export function foreignKeyBodies(
  stated: StatedForeignKey,
  table: Table,
  scope: MysqlScope,
  ifNotExists = false,
): readonly Told[] {
  const foreignKey = modelForeignKey(stated, table, scope);
  const index = unnamedKeyIndex(stated, foreignKey, table);
  const add: Told = { kind: 'addForeignKey', table: table.name, foreignKey, ifNotExists };
  if (index === null) return [add];
  const impliedBy = `the foreign key on ${foreignKey.columns.join(', ')}`;
  return [
    { kind: 'addIndex', table: table.name, index, ifNotExists, concurrently: false, impliedBy },
    add,
  ];
}
