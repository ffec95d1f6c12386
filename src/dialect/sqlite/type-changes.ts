import type { Column } from '../../model/schema.ts';
import type { TypeChange } from '../type-change.ts';

/**
 * What a change of type costs on SQLite: there is no ALTER COLUMN, so Rails copies the table.
 * Nothing narrows, as SQLite keeps any value in a column of any type (but for STRICT tables).
 *
 * @see {@link https://www.sqlite.org/lang_altertable.html#otheralter | Making other kinds of table schema changes}
 */
export function typeChange(before: Column, after: Column): TypeChange {
  return before.type === after.type
    ? { work: 'catalog', narrows: false, reason: 'the type stays the same' }
    : { work: 'rewrite', narrows: false, reason: 'SQLite has no ALTER COLUMN' };
}
