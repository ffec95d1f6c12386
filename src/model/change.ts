import type { JsonValue, SchemaObjectType } from './schema.ts';

export type ChangeKind = 'added' | 'removed' | 'altered' | 'renamed';

export type ObjectType =
  | 'namespace'
  | 'extension'
  | 'enum'
  | 'domain'
  | 'sequence'
  | 'table'
  | 'column'
  | 'primaryKey'
  | 'index'
  | 'foreignKey'
  | 'checkConstraint'
  | 'uniqueConstraint'
  | 'exclusionConstraint'
  | 'view'
  | 'materializedView'
  | 'function'
  | 'trigger'
  | 'policy'
  | 'virtualTable'
  /** One of `Schema.objects`, whose `type` is in its shape. */
  | 'object';

/** What a change is about. */
export interface ObjectReference {
  readonly type: ObjectType;
  /** The table of a part of a table, by its name after the change (before it, when removed); null for stand-alone objects. */
  readonly table: string | null;
  /** Name after the change; before it, when removed. */
  readonly name: string;
  /** The type of one of `Schema.objects`; left out for all others. */
  readonly objectType?: SchemaObjectType;
}

/**
 * One object that differs between two schemas.
 *
 * A table that is added or removed is one change, whose parts are not listed again. A renamed
 * object whose properties differ too is `renamed` with those `differences`.
 */
export interface Change {
  readonly kind: ChangeKind;
  readonly object: ObjectReference;
  /** The name before, for `renamed`; null otherwise. */
  readonly from: string | null;
  /** The object before; null when added. Its shape is the model's for `object.type`. */
  readonly before: JsonValue;
  /** The object after; null when removed. */
  readonly after: JsonValue;
  /** What is different, for `altered` and `renamed`; in the model's order of fields. */
  readonly differences: readonly PropertyDifference[];
}

export interface PropertyDifference {
  /** Field of the model: `type`, `nullable`, `default`, `values`, … */
  readonly property: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** A pair that may be one object renamed. Reported, never assumed. */
export interface PossibleRename {
  readonly type: 'table' | 'column';
  readonly table: string | null;
  readonly from: string;
  readonly to: string;
  /** Why it looks like one: a clause that can follow "because". */
  readonly reason: string;
}
