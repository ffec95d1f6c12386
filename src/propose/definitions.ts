import type { Change } from '../model/change.ts';
import type { ObjectShapes } from '../model/object-shapes.ts';
import type { ChangedDefinition } from '../model/proposal.ts';
import type { JsonValue, Schema } from '../model/schema.ts';
import { objectSql } from '../write/sql/index.ts';

/** The statements that create each changed object as it was and as it will be; one a change, in their order. */
export function definitionsOf(
  changes: readonly Change[],
  before: Schema,
  after: Schema,
): readonly ChangedDefinition[] {
  const namesBefore = new Map(
    changes.flatMap(({ kind, object, from }) =>
      kind === 'renamed' && object.type === 'table' && from !== null ? [[object.name, from]] : [],
    ),
  );
  return changes.map(({ object, ...change }) => {
    const tableBefore = object.table && (namesBefore.get(object.table) ?? object.table);
    return {
      before: create(object.type, change.before, tableBefore, before),
      after: create(object.type, change.after, object.table, after),
    };
  });
}

function create<T extends keyof ObjectShapes>(
  type: T,
  object: JsonValue,
  table: string | null,
  schema: Schema,
): readonly string[] | null {
  // A change's object has the model's shape for its type; TypeScript cannot follow the pairing
  // through a JSON value.
  return object === null
    ? null
    : objectSql(type, object as unknown as ObjectShapes[T], table, schema);
}
