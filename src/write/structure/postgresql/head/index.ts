import { alterHead } from './alter.ts';
import { commentHead } from './comment.ts';
import { createHead } from './create.ts';
import { Cursor } from './cursor.ts';
import { dropHead } from './drop.ts';
import { grantHead } from './grant.ts';
import type { Head } from './head.ts';

/** What is looked at of a statement: its name and its arguments stand before. */
const BEGINNING = 6000;

/**
 * What a statement is about, from its first words. Null for one that no dump writes, as one that
 * sets the session up.
 *
 * @param namespace - the schema of names that stand without one.
 */
export function statementHead(sql: string, namespace = 'public'): Head | null {
  const cursor = new Cursor(sql.slice(0, BEGINNING), namespace);
  if (cursor.take('CREATE')) return createHead(cursor);
  if (cursor.take('ALTER')) return alterHead(cursor);
  if (cursor.take('COMMENT')) return commentHead(cursor, 'COMMENT');
  if (cursor.take('GRANT') || cursor.take('REVOKE')) return grantHead(cursor);
  if (cursor.take('DROP')) return dropHead(cursor);
  if (cursor.take('SECURITY', 'LABEL')) return commentHead(cursor, 'SECURITY LABEL');
  return null;
}
