import type { Change } from '../model/change.ts';
import type { SchemaObject } from '../model/schema.ts';
import {
  added,
  type Comparison,
  changed,
  differencesOf,
  ignored,
  type Place,
  removed,
} from './compare.ts';
import type { Following } from './following.ts';
import { compareText, type Pair, pairUp } from './pairs.ts';

/**
 * The changes of what is kept by its statement, by type, then table and name. One that merely
 * follows the rename of what it is about is no change.
 */
export function schemaObjectChanges(
  before: readonly SchemaObject[],
  after: readonly SchemaObject[],
  names: Following,
): readonly Change[] {
  const pairs = pairUp(
    before.map((object) => keyed(object, followed(object, names))),
    after.map((object) => keyed(object, object)),
  );
  return pairs
    .toSorted((one, other) => compareText(keyOf(one), keyOf(other)))
    .flatMap((pair) => changesOf(pair, names));
}

/** An object under the name that pairs it: type, table and name as they are after. */
interface Keyed {
  readonly name: string;
  readonly object: SchemaObject;
}

function keyed(object: SchemaObject, { type, table, name }: SchemaObject): Keyed {
  return { name: [type, table ?? '', name].join('\0'), object };
}

function keyOf({ kind, before, after }: Pair<Keyed>): string {
  return (kind === 'removed' ? before : after).name;
}

function followed(object: SchemaObject, names: Following): SchemaObject {
  const { type, table, name } = object;
  return {
    ...object,
    table: table === null ? null : names.relation(table),
    name: names.renames.object(type, table, name) ?? names.subject(name),
  };
}

function changesOf({ kind, before, after }: Pair<Keyed>, names: Following): readonly Change[] {
  if (kind === 'added') return [added(placeOf(after.object), after.object.name, after.object)];
  if (kind === 'removed') {
    return [removed(placeOf(before.object), before.object.name, before.object)];
  }
  const { type, table, name } = before.object;
  const isRenamed = names.renames.object(type, table, name) !== null;
  const comparison: Comparison<SchemaObject> = {
    type: ignored,
    table: ignored,
    definition: names.sql(table),
  };
  return changed(
    placeOf(after.object),
    { before: isRenamed ? name : after.object.name, after: after.object.name },
    { before: before.object, after: after.object },
    differencesOf(before.object, before.object, after.object, comparison),
  );
}

function placeOf({ type, table }: SchemaObject): Place {
  return { type: 'object', table, objectType: type };
}
