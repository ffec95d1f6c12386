import type { Change } from '../model/change.ts';
import type { PrimaryKey, Table } from '../model/schema.ts';
import {
  added,
  type Comparison,
  changed,
  differencesOf,
  ignored,
  removed,
  same,
} from './compare.ts';
import { type Following, followedKey } from './following.ts';
import { byName, pairUp } from './pairs.ts';
import {
  checkChanges,
  columnChanges,
  exclusionChanges,
  foreignKeyChanges,
  indexChanges,
  type Owner,
  uniqueChanges,
} from './parts.ts';

const TABLE: Comparison<Table> = {
  // The order of columns is no property of a table: only its parts are compared, by name.
  columns: ignored,
  primaryKey: ignored,
  indexes: ignored,
  foreignKeys: ignored,
  checkConstraints: ignored,
  uniqueConstraints: ignored,
  exclusionConstraints: ignored,
  comment: same,
  options: same,
  charset: same,
  collation: same,
  partition: same,
  rowSecurity: same,
  replicaIdentity: same,
  clusteredBy: same,
  unlogged: same,
};

/** Tables by name; of each first itself, then its parts in the model's order. */
export function tableChanges(
  before: readonly Table[],
  after: readonly Table[],
  names: Following,
): readonly Change[] {
  return byName(pairUp(before, after, names.renames.table)).flatMap((pair) => {
    if (pair.kind === 'added') {
      return [added({ type: 'table', table: null }, pair.after.name, pair.after)];
    }
    if (pair.kind === 'removed') {
      return [removed({ type: 'table', table: null }, pair.before.name, pair.before)];
    }
    return changesOfTable(pair.before, pair.after, names);
  });
}

function changesOfTable(before: Table, after: Table, names: Following): readonly Change[] {
  const owner: Owner = { before: before.name, after: after.name };
  return [
    ...changed(
      { type: 'table', table: null },
      owner,
      { before, after },
      differencesOf(before, before, after, TABLE),
    ),
    ...columnChanges(before.columns, after.columns, owner, names),
    ...primaryKeyChanges(before.primaryKey, after.primaryKey, owner, names),
    ...indexChanges(before.indexes, after.indexes, owner, names),
    ...foreignKeyChanges(before.foreignKeys, after.foreignKeys, owner, names),
    ...checkChanges(before.checkConstraints, after.checkConstraints, owner, names),
    ...uniqueChanges(before.uniqueConstraints, after.uniqueConstraints, owner, names),
    ...exclusionChanges(before.exclusionConstraints, after.exclusionConstraints, owner, names),
  ];
}

/**
 * A table has at most one primary key, so it is the same one whatever its name. Without a name in
 * the file, the object is called by its columns; a name that only one file says is no difference.
 */
function primaryKeyChanges(
  before: PrimaryKey | null,
  after: PrimaryKey | null,
  owner: Owner,
  names: Following,
): readonly Change[] {
  const place = { type: 'primaryKey', table: owner.after } as const;
  if (before === null) return after === null ? [] : [added(place, keyName(after), after)];
  if (after === null) return [removed(place, keyName(before), before)];
  const differences = differencesOf(before, followedKey(before, owner.before, names), after, {
    columns: same,
    deferrable: same,
    include: same,
    storage: same,
    withoutOverlaps: same,
  });
  const named = before.name !== null && after.name !== null;
  const beforeName = named ? keyName(before) : keyName(after);
  return changed(
    place,
    { before: beforeName, after: keyName(after) },
    { before, after },
    differences,
  );
}

function keyName({ name, columns }: PrimaryKey): string {
  return name ?? columns.join(', ');
}
