import type { Change, ObjectType, PropertyDifference } from '../model/change.ts';
import type { JsonValue, SchemaObjectType } from '../model/schema.ts';

/** True when two values of a property mean the same. */
export type Same<V> = (before: V, after: V) => boolean;

/** How each property of an object is compared, in the model's order; its name is not one. */
export type Comparison<T> = { readonly [P in Exclude<keyof T, 'name'>]-?: Same<T[P]> };

/** The same values throughout; the order of an object's keys does not count. */
export function same(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (!isObject(before) || !isObject(after)) return false;
  if (Array.isArray(before) !== Array.isArray(after)) return false;
  const keys = Object.keys(before);
  if (keys.length !== Object.keys(after).length) return false;
  return keys.every((key) => Object.hasOwn(after, key) && same(before[key], after[key]));
}

/** For properties that are compared elsewhere, or that are no property of the object itself. */
export const ignored = (): boolean => true;

/**
 * What differs between two states of an object.
 *
 * @param followed - the object before, with the renames of other objects followed: it decides
 * whether a property differs, while the difference shows the value of `before`.
 */
export function differencesOf<T extends object>(
  before: T,
  followed: T,
  after: T,
  comparison: Comparison<T>,
): readonly PropertyDifference[] {
  // Object.keys gives the type's own keys here: a comparison is written out as a literal.
  const properties = Object.keys(comparison) as Exclude<keyof T, 'name'>[];
  return properties.flatMap((property) =>
    comparison[property](followed[property], after[property])
      ? []
      : [
          {
            property: String(property),
            before: asJson(before[property]),
            after: asJson(after[property]),
          },
        ],
  );
}

/** Where a change is: its type, and the table for a part of one. */
export interface Place {
  readonly type: ObjectType;
  readonly table: string | null;
  /** The type of one of `Schema.objects`; left out for all others. */
  readonly objectType?: SchemaObjectType;
}

export function added(place: Place, name: string, after: unknown): Change {
  return {
    kind: 'added',
    object: { ...place, name },
    from: null,
    before: null,
    after: asJson(after),
    differences: [],
  };
}

export function removed(place: Place, name: string, before: unknown): Change {
  return {
    kind: 'removed',
    object: { ...place, name },
    from: null,
    before: asJson(before),
    after: null,
    differences: [],
  };
}

/** The change of an object that is in both schemas; none when nothing differs. */
export function changed(
  place: Place,
  names: { readonly before: string; readonly after: string },
  states: { readonly before: unknown; readonly after: unknown },
  differences: readonly PropertyDifference[],
): readonly Change[] {
  const isRenamed = names.before !== names.after;
  if (!isRenamed && differences.length === 0) return [];
  return [
    {
      kind: isRenamed ? 'renamed' : 'altered',
      object: { ...place, name: names.after },
      from: isRenamed ? names.before : null,
      before: asJson(states.before),
      after: asJson(states.after),
      differences,
    },
  ];
}

/** A plain value as JSON; what JSON does not know is null. */
function asJson(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(asJson);
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asJson(inner)]));
  }
  const plain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return plain ? value : null;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
