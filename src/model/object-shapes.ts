import type {
  CheckConstraint,
  Column,
  DatabaseFunction,
  Domain,
  Enum,
  ExclusionConstraint,
  Extension,
  ForeignKey,
  Index,
  Policy,
  PrimaryKey,
  SchemaObject,
  Sequence,
  Table,
  Trigger,
  UniqueConstraint,
  View,
  VirtualTable,
} from './schema.ts';

/**
 * The model's shape of each type of object, as `Change.before` and `Change.after` hold it. A
 * namespace is its name.
 */
export interface ObjectShapes {
  readonly namespace: string;
  readonly extension: Extension;
  readonly enum: Enum;
  readonly domain: Domain;
  readonly sequence: Sequence;
  readonly table: Table;
  readonly column: Column;
  readonly primaryKey: PrimaryKey;
  readonly index: Index;
  readonly foreignKey: ForeignKey;
  readonly checkConstraint: CheckConstraint;
  readonly uniqueConstraint: UniqueConstraint;
  readonly exclusionConstraint: ExclusionConstraint;
  readonly view: View;
  readonly materializedView: View;
  readonly function: DatabaseFunction;
  readonly trigger: Trigger;
  readonly policy: Policy;
  readonly virtualTable: VirtualTable;
  readonly object: SchemaObject;
}
