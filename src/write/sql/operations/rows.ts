import { sqlComment, statement } from '../statement.ts';
import type { Writers } from './writer.ts';

/** Operations that carry their own text. What is no SQL stays visible as a comment. */
export const rowWriters: Writers<'changeRows' | 'runSql' | 'opaque'> = {
  changeRows: ({ text, language }) => [asWritten(text, language)],
  runSql: ({ text }) => [statement(text)],
  opaque: ({ text, language }) => [asWritten(text, language)],
};

function asWritten(text: string, language: 'ruby' | 'sql'): string {
  return language === 'sql' ? statement(text) : sqlComment('Ruby, not SQL', text);
}
