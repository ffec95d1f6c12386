import { applyAll } from '../../apply/index.ts';
import type { Dialect } from '../../dialect/dialect.ts';
import type { Operation, OperationBody } from '../../model/operation.ts';
import { type ForeignKey, findTable, type Schema, type Table } from '../../model/schema.ts';
import type { SourceLocation } from '../../model/source.ts';
import { undoing } from './inverse.ts';
import type { Restoration } from './restoration.ts';
import { missingPrograms, missingTypes } from './restore-objects.ts';
import { dropExtraParts, restoreForeignKeys, restoreParts, returned } from './restore-table.ts';

/** `Restoration` as operations that can be applied. */
export interface RestoringOperations {
  readonly operations: readonly Operation[];
  readonly completion: readonly Operation[];
}

/**
 * The operations that turn one schema into another that it was a moment ago: `first`, which undo
 * what the author asked for, and then whatever is still missing because the engine dropped or
 * changed it along (indexes and keys of a dropped column, views that CASCADE took).
 *
 * @throws {InputError} when `first` does not apply to `after`.
 */
export function restore(
  after: Schema,
  before: Schema,
  dialect: Dialect,
  source: SourceLocation,
  first: readonly OperationBody[] = [],
): RestoringOperations {
  const opening = first.map((body) => undoing(source, body));
  const { operations, completion } = restoration(applyAll(after, opening), before, dialect);
  return {
    operations: [...opening, ...operations.map((body) => undoing(source, body))],
    completion: completion.map((body) => undoing(source, body)),
  };
}

function restoration(current: Schema, wanted: Schema, dialect: Dialect): Restoration {
  const pairs = wanted.tables.flatMap((table) => {
    const present = findTable(current, table.name);
    return present && present !== table ? [{ present, table }] : [];
  });
  const lost = wanted.tables.filter(({ name }) => findTable(current, name) === null);
  const created = lost.map((table) => ({ present: creatable(table, lost), table }));
  const parts = pairs.map(({ present, table }) => restoreParts(present, table, { dialect }));
  const keys = [
    ...pairs.map(({ present, table }) =>
      restoreForeignKeys(present, table, (key) => isEmpty(key, lost, pairs)),
    ),
    // Tables that come back together are empty together: nothing in them can point nowhere.
    ...created.map(({ present, table }) => restoreForeignKeys(present, table, () => false)),
  ];
  return {
    operations: [
      ...pairs.flatMap(({ present, table }) => dropExtraParts(present, table)),
      ...missingTypes(current, wanted),
      ...created.map(
        ({ present }): OperationBody => ({
          kind: 'createTable',
          table: present,
          ifNotExists: false,
        }),
      ),
      ...parts.flatMap(({ operations }) => operations),
      ...keys.flatMap(({ operations }) => operations),
      ...missingPrograms(current, wanted),
    ],
    completion: [
      ...parts.flatMap(({ completion }) => completion),
      ...keys.flatMap(({ completion }) => completion),
    ],
  };
}

interface TablePair {
  readonly present: Table;
  readonly table: Table;
}

/** Whether the key's parent, or what the key refers to in it, comes back without its data. */
function isEmpty(
  { toTable, toColumns }: ForeignKey,
  lost: readonly Table[],
  pairs: readonly TablePair[],
): boolean {
  if (lost.some(({ name }) => name === toTable)) return true;
  return pairs.some(
    ({ present, table }) =>
      table.name === toTable &&
      returned(present, table).some(({ name }) => toColumns.includes(name)),
  );
}

/** The table with those of its foreign keys whose parents are there when it is created. */
function creatable(table: Table, lost: readonly Table[]): Table {
  const waits = (parent: string) =>
    parent !== table.name && lost.some(({ name }) => name === parent);
  const foreignKeys = table.foreignKeys.filter(({ toTable }) => !waits(toTable));
  return foreignKeys.length === table.foreignKeys.length ? table : { ...table, foreignKeys };
}
