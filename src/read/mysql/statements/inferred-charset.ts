import type { MysqlScope } from '../scope.ts';
import type { StatedTable } from '../stated/stated.ts';

/** From what the character set of a table was inferred whose statement names none. */
export function inferredCharset(
  { options }: StatedTable,
  { charsets }: MysqlScope,
): { readonly charsetBecause?: string } {
  if (charsets === null || options.has('CHARSET') || options.has('COLLATE')) return {};
  return { charsetBecause: charsets.tableDefaults().because };
}
