import type { Schema, View } from '../../model/schema.ts';
import type { ReadSqlUses } from '../../model/sql-uses.ts';
import { mention } from './looked.ts';
import { programLinks } from './program-links.ts';

/**
 * Views that name the table, and the column where one is given. A view that selects `*` names every
 * column.
 *
 * @param read - what reads their queries; left out, they are looked at as text.
 */
export function viewsNaming(
  schema: Schema,
  table: string,
  column: string | null,
  read: ReadSqlUses = unread,
): readonly View[] {
  const target = { table, column };
  return schema.views.filter(
    ({ definition }) =>
      mention(definition, 'query', target, { schema, read }, column !== null) !== null,
  );
}

export interface Body {
  readonly type: 'trigger' | 'function';
  readonly name: string;
}

/**
 * Triggers and functions that name the table, and the column where one is given. A function that a
 * trigger of the table runs need not name the table: it says `NEW.column`.
 *
 * @param read - what reads their bodies; left out, they are looked at as text.
 */
export function bodiesNaming(
  schema: Schema,
  table: string,
  column: string | null,
  read: ReadSqlUses = unread,
): readonly Body[] {
  return programLinks(table, column, { schema, read }).flatMap(({ relation, name }) =>
    relation === 'trigger' || relation === 'function' ? [{ type: relation, name }] : [],
  );
}

function unread(): null {
  return null;
}
