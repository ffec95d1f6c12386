import type { Remedy } from './types.ts';

/** A line of a migration that stands alone: `add_index :users, :email`. */
const RUBY_LINE = /^(?:[a-z]\w*[!?]? :|self\.|execute |disable_ddl_transaction!$)/;

const SQL_LINE = /^[A-Z]{2,}\b.*;$/;

const SQL =
  /^\s*(?:--|ALTER|CREATE|DROP|UPDATE|DELETE|INSERT|SET|BEGIN|COMMIT|SELECT|LOCK|TRUNCATE|REINDEX|ANALYZE)/m;

/** Code is kept line by line, sentences can be wrapped. What has several lines is code. */
export function remedyOf(instead: string): Remedy {
  const isCode = instead.includes('\n') || RUBY_LINE.test(instead) || SQL_LINE.test(instead);
  if (!isCode) return { kind: 'sentence', language: 'text', text: instead };
  const language = SQL.test(instead) && !RUBY.test(instead) ? 'sql' : 'ruby';
  return { kind: 'code', language, text: instead };
}

const RUBY = /^\s*(?:#|def |end$|class |[a-z]\w*[!?]? :|execute |disable_ddl_transaction!$)/m;

/**
 * A remedy that an earlier finding of the same rule gave with the same names or with others: it is
 * not shown again. Null for one that says something else.
 *
 * @param where - place of the earlier finding.
 */
export function likewise(remedy: Remedy, earlier: Remedy, where: string): Remedy | null {
  const above = (text: string): Remedy => ({ kind: 'above', language: 'text', text });
  if (remedy.text === earlier.text) return above(`as at ${where}`);
  if (remedy.kind !== 'code' || withoutNames(remedy) !== withoutNames(earlier)) return null;
  return above(`as at ${where}, with its own names`);
}

function withoutNames({ text }: Remedy): string {
  return text.replace(/"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|:\w+|%[iw]\[[^\]\n]*\]/g, '_');
}
