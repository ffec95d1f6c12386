import { createIndexSql } from '../../../dialect/sqlite/ddl.ts';
import { quoteIdentifier, quoteTable } from '../../../dialect/sqlite/quoting.ts';
import type { Index } from '../../../model/schema.ts';

/** As Rails takes an index apart (`indexes` of sqlite3/schema_statements.rb). */
const PARTS = /\bON\b\s*"?\w+?"?\s*\((.+?)\)(?:\s*WHERE\b\s*(.+))?(?:\s*\/\*.*\*\/)?$/is;

/**
 * The index as Active Record makes it on the copy of its table: one with an expression keeps what
 * stands between its parentheses, all others their columns alone, without collations, and in
 * descending order only where the column is quoted.
 *
 * @param sql - the statement that SQLite keeps of it; null for one that is new.
 */
export function copiedIndexSql(index: Index, table: string, sql: string | null): string {
  if (sql === null) return createIndexSql(index, table);
  if (index.parts.every(({ expression }) => expression === null)) {
    const parts = index.parts.map((part) => ({
      ...part,
      collation: null,
      order: sql.includes(`"${part.column}" DESC`) ? part.order : ('asc' as const),
    }));
    return createIndexSql({ ...index, parts }, table);
  }
  const [, expressions, where] = PARTS.exec(sql) ?? [];
  if (expressions === undefined) return createIndexSql(index, table);
  const unique = index.unique ? 'UNIQUE ' : '';
  const head = `CREATE ${unique}INDEX ${quoteIdentifier(index.name)} ON ${quoteTable(table)}`;
  return `${head} (${expressions})${where === undefined ? '' : ` WHERE ${where}`}`;
}
