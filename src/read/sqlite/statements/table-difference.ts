import type { OperationBody } from '../../../model/operation.ts';
import type { Column, Table } from '../../../model/schema.ts';

/** What an ALTER TABLE did to the table, from what SQLite shows before and after it. */
export function tableDifference(before: Table, after: Table): readonly OperationBody[] {
  return [
    ...droppedConstraints(before, after),
    ...before.columns
      .filter(({ name }) => !has(after.columns, name))
      .map(
        ({ name }): OperationBody => ({
          kind: 'dropColumn',
          table: before.name,
          column: name,
          ifExists: false,
          cascade: false,
        }),
      ),
    ...after.columns.flatMap((column) => columnBodies(before, column)),
    ...addedConstraints(before, after),
  ];
}

function columnBodies(before: Table, column: Column): readonly OperationBody[] {
  const current = before.columns.find(({ name }) => name === column.name);
  if (!current) {
    return [{ kind: 'addColumn', table: before.name, column, ifNotExists: false, position: null }];
  }
  const { name, nullable } = column;
  if (same({ ...current, nullable }, column)) {
    if (current.nullable === nullable) return [];
    return [{ kind: 'setColumnNull', table: before.name, column: name, nullable, backfill: null }];
  }
  return [{ kind: 'setColumn', table: before.name, column, using: null, position: null }];
}

function droppedConstraints(before: Table, after: Table): readonly OperationBody[] {
  const kept = { table: before.name, ifExists: false };
  const columns = new Set(after.columns.map(({ name }) => name));
  const stays = (names: readonly string[]) => names.every((name) => columns.has(name));
  return [
    ...before.checkConstraints
      .filter(({ name }) => !has(after.checkConstraints, name))
      .map(
        ({ name }): OperationBody => ({
          kind: 'dropCheckConstraint',
          ...kept,
          checkConstraint: name,
        }),
      ),
    // DROP COLUMN takes the key along that the column states.
    ...before.foreignKeys
      .filter(({ name, columns: own }) => !has(after.foreignKeys, name) && stays(own))
      .map(({ name }): OperationBody => ({ kind: 'dropForeignKey', ...kept, foreignKey: name })),
  ];
}

function addedConstraints(before: Table, after: Table): readonly OperationBody[] {
  const table = before.name;
  return [
    ...after.foreignKeys
      .filter(({ name }) => !has(before.foreignKeys, name))
      .map(
        (foreignKey): OperationBody => ({
          kind: 'addForeignKey',
          table,
          foreignKey,
          ifNotExists: false,
        }),
      ),
    ...after.checkConstraints
      .filter(({ name }) => !has(before.checkConstraints, name))
      .map(
        (checkConstraint): OperationBody => ({
          kind: 'addCheckConstraint',
          table,
          checkConstraint,
          ifNotExists: false,
        }),
      ),
  ];
}

function has(objects: readonly { readonly name: string }[], name: string): boolean {
  return objects.some((object) => object.name === name);
}

function same(left: Column, right: Column): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
