import type { Operation } from '../model/operation.ts';
import type { ShownObjects } from '../model/operation-base.ts';
import type { Schema } from '../model/schema.ts';

/**
 * The schema with the objects that SQLite shows after a statement in place of those that were there.
 * SQLite has run the statement, so that nothing of it is left to be worked out.
 */
export function withShownObjects(
  schema: Schema,
  operation: Operation,
  { tables, views, triggers }: ShownObjects,
): Schema {
  const afterwards = (name: string) =>
    operation.kind === 'renameTable' && name === operation.from ? operation.to : name;
  return {
    ...schema,
    tables: replaced(schema.tables, tables, afterwards),
    views: replaced(schema.views, views, (name) => name),
    triggers: replaced(schema.triggers, triggers, (name) => name),
  };
}

function replaced<T extends { readonly name: string }>(
  objects: readonly T[],
  shown: readonly T[],
  afterwards: (name: string) => string,
): readonly T[] {
  if (shown.length === 0) return objects;
  const left = new Map(shown.map((object) => [object.name, object]));
  const there = objects.map((object) => {
    const name = afterwards(object.name);
    const found = left.get(name);
    left.delete(name);
    return found ?? object;
  });
  return [...there, ...left.values()];
}
