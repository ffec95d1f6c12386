import { type Call, known, nameOf, textOption } from '../evaluate/call.ts';
import type { Value } from '../evaluate/values.ts';
import type { Session } from '../session.ts';

/** `comment:`, which Active Record leaves out on SQLite (`supports_comments?`); null for none. */
export function commentOption(call: Call, session: Session): string | null {
  return session.dialect.engine === 'sqlite' ? null : textOption(call, 'comment') || null;
}

/** The comment that `change_column_comment` or `change_table_comment` is given; nil and "" take it away. */
export function commentText(value: Value, call: Call): string | null {
  const given = known(value, call.name);
  const isBlank = given.kind === 'nil' || (given.kind === 'string' && given.text.trim() === '');
  return isBlank ? null : nameOf(given, call.name);
}
