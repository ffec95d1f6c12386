import { type Call, textOption } from '../evaluate/call.ts';
import type { Session } from '../session.ts';

/** `comment:`, which Active Record leaves out on SQLite (`supports_comments?`); null for none. */
export function commentOption(call: Call, session: Session): string | null {
  return session.dialect.engine === 'sqlite' ? null : textOption(call, 'comment') || null;
}
