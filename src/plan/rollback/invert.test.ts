import { describe, expect, test } from 'vitest';
import { applyAll, applyOperation } from '../../apply/index.ts';
import { defaultForeignKeyName } from '../../dialect/rails/names.ts';
import { ENGINES } from '../../model/engine.ts';
import type { OperationKind } from '../../model/operation.ts';
import type { ForeignKey, Schema, Table } from '../../model/schema.ts';
import { operation } from '../../testing/build.ts';
import { shop } from '../../testing/shop.ts';
import { type ShopOperation, shopOperations } from '../../testing/shop-operations.ts';
import { invertOperation } from './index.ts';

/** Kinds whose effect cannot be taken back. */
const FINAL = ['addEnumValue', 'changeRows', 'opaque'];

function inverted(base: Schema, { body, first }: ShopOperation) {
  const before = applyAll(
    base,
    first.map((each) => operation(each)),
  );
  const after = applyOperation(before, operation(body));
  return { before, after, inverse: invertOperation(operation(body), before, after) };
}

function byName<T extends { readonly name: string }>(parts: readonly T[]): readonly T[] {
  return [...parts].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Rails' copy of a SQLite table gives foreign keys their default names. */
function named({ engine }: Schema, table: Table, key: ForeignKey): ForeignKey {
  return engine === 'sqlite'
    ? { ...key, name: defaultForeignKeyName(table.name, key.columns) }
    : key;
}

/** The schema with the parts of each table and of itself in the order of their names. */
function ordered(schema: Schema): Schema {
  const parts = (table: Table): Table => ({
    ...table,
    columns: byName(table.columns),
    indexes: byName(table.indexes),
    foreignKeys: byName(table.foreignKeys.map((key) => named(schema, table, key))),
    checkConstraints: byName(table.checkConstraints),
    uniqueConstraints: byName(table.uniqueConstraints),
    exclusionConstraints: byName(table.exclusionConstraints),
  });
  return {
    ...schema,
    namespaces: [...schema.namespaces].sort(),
    tables: byName(schema.tables).map(parts),
    enums: byName(schema.enums),
    domains: byName(schema.domains),
    sequences: byName(schema.sequences),
    extensions: byName(schema.extensions),
    views: byName(schema.views),
    functions: byName(schema.functions),
    triggers: byName(schema.triggers),
    policies: byName(schema.policies),
    virtualTables: byName(schema.virtualTables),
  };
}

describe.each(ENGINES)('on %s, the inverse leads back to the schema before', (engine) => {
  const cases = shopOperations(engine).filter(({ body }) => !FINAL.includes(body.kind));

  test.each(cases)('$name', (given) => {
    const { before, after, inverse } = inverted(shop(engine), given);
    const restored = applyAll(after, [...inverse.operations, ...inverse.completion]);
    expect(ordered(restored)).toEqual(ordered(before));
  });

  test.each(shopOperations(engine))('$name: the judgement is complete', (given) => {
    const { inverse } = inverted(shop(engine), given);
    expect(inverse.action).toMatch(/^[A-Z].*\.$/);
    if (inverse.class === 'humanOnly') expect(inverse.questions).not.toEqual([]);
    if (inverse.fidelity !== 'exact') {
      expect(inverse.reason).not.toBeNull();
      expect(inverse.class).toBe('humanOnly');
    }
  });
});

/** Named so that a new kind does not compile until it is here, and fails until it has a case. */
const KINDS: { readonly [K in OperationKind]: true } = {
  createTable: true,
  dropTable: true,
  renameTable: true,
  setTableComment: true,
  setTableOptions: true,
  attachPartition: true,
  detachPartition: true,
  addColumn: true,
  dropColumn: true,
  renameColumn: true,
  setColumn: true,
  setColumnDefault: true,
  setColumnNull: true,
  setColumnComment: true,
  addPrimaryKey: true,
  dropPrimaryKey: true,
  addIndex: true,
  dropIndex: true,
  renameIndex: true,
  setIndexEnabled: true,
  addForeignKey: true,
  dropForeignKey: true,
  addCheckConstraint: true,
  dropCheckConstraint: true,
  addUniqueConstraint: true,
  dropUniqueConstraint: true,
  addExclusionConstraint: true,
  dropExclusionConstraint: true,
  validateConstraint: true,
  renameConstraint: true,
  createEnum: true,
  dropEnum: true,
  renameEnum: true,
  addEnumValue: true,
  renameEnumValue: true,
  createDomain: true,
  dropDomain: true,
  createSequence: true,
  dropSequence: true,
  setSequence: true,
  createExtension: true,
  dropExtension: true,
  createNamespace: true,
  dropNamespace: true,
  renameNamespace: true,
  createView: true,
  dropView: true,
  refreshView: true,
  createFunction: true,
  dropFunction: true,
  createTrigger: true,
  dropTrigger: true,
  createPolicy: true,
  dropPolicy: true,
  createObject: true,
  dropObject: true,
  renameObject: true,
  createVirtualTable: true,
  dropVirtualTable: true,
  changeRows: true,
  runSql: true,
  opaque: true,
};

test('every kind of operation is among the cases', () => {
  const kinds = ENGINES.flatMap((engine) => shopOperations(engine).map(({ body }) => body.kind));
  expect([...new Set<string>(kinds)].sort()).toEqual(Object.keys(KINDS).sort());
});
