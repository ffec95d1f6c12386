import type { Change, ObjectReference, ObjectType } from '../model/change.ts';
import { objectWord } from './words/index.ts';

/** The object types in the order in which documents list them. */
const OBJECT_TYPES: readonly ObjectType[] = [
  'table',
  'column',
  'primaryKey',
  'index',
  'foreignKey',
  'checkConstraint',
  'uniqueConstraint',
  'exclusionConstraint',
  'enum',
  'domain',
  'sequence',
  'view',
  'materializedView',
  'function',
  'trigger',
  'policy',
  'object',
  'virtualTable',
  'extension',
  'namespace',
];

/**
 * What the objects of the changes are called, each word once, in the order in which documents list
 * the types; those of `Schema.objects` A to Z.
 */
export function wordsOfChanges(changes: readonly Pick<Change, 'object'>[]): readonly string[] {
  return OBJECT_TYPES.flatMap((type) => {
    const ofType = changes.filter(({ object }) => object.type === type);
    return [...new Set(ofType.map(({ object }) => objectWord(object)))].sort();
  });
}

/** `orders.status` for a column, else the bare name. */
export function objectName({ type, table, name }: ObjectReference): string {
  return type === 'column' && table !== null ? `${table}.${name}` : name;
}
