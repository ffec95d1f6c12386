import type { SchemaObject, SchemaObjectType } from '../../model/schema.ts';
import { type Link, linkIf, type SchemaRelation } from './link.ts';
import { type Looked, mention } from './looked.ts';
import { namesAll } from './naming.ts';

/** Objects that are kept by their statements and concern tables. */
export const OBJECT_RELATIONS: Partial<{ readonly [T in SchemaObjectType]: SchemaRelation }> = {
  rule: 'rule',
  statistics: 'statistics',
  publication: 'publication',
  grant: 'grant',
};

/** Rules, statistics, publications and grants of a table, or of a column of it. */
export function relatedObjectLinks(
  table: string,
  column: string | null,
  looked: Looked,
): readonly Link[] {
  return (looked.schema.objects ?? []).flatMap((object) => {
    const relation = OBJECT_RELATIONS[object.type];
    if (relation === undefined) return [];
    const certainty = certaintyOf(object, table, column, looked);
    return linkIf(relation, object.name, certainty, object.table);
  });
}

function certaintyOf(
  object: SchemaObject,
  table: string,
  column: string | null,
  looked: Looked,
): Link['certainty'] | null {
  const { definition } = object;
  const { engine } = looked.schema;
  if (column === null) return tableCertainty(object, table, looked);
  if (object.type === 'rule') return mention(definition, 'statement', { table, column }, looked);
  return namesAll(definition, [table, column], engine) ? 'textual' : null;
}

function tableCertainty(
  { type, name, table: owner, definition }: SchemaObject,
  table: string,
  looked: Looked,
): Link['certainty'] | null {
  if (owner === table || (type === 'grant' && name === `TABLE ${table}`)) return 'declared';
  if (type === 'publication' && /\bFOR\s+ALL\s+TABLES\b/i.test(definition)) return 'declared';
  if (type === 'grant') return null;
  return mention(definition, 'statement', { table, column: null }, looked);
}
