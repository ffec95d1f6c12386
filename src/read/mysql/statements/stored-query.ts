import { quoteIdentifier } from '../../../dialect/mysql/quoting.ts';
import { findTable, type Schema, type Table } from '../../../model/schema.ts';
import type { Token } from '../tokens/token.ts';
import { isWord, splitList, TokenReader } from '../tokens/token-reader.ts';

/**
 * A query as the servers keep it in a view, where it selects columns of one table and nothing else:
 * ``select `t`.`a` AS `a` from `t` ``. Null for any other.
 *
 * Seen in dumps of MySQL 5.7 and 8.0 and of MariaDB 10.11, which leave the database out.
 */
export function storedQuery(tokens: readonly Token[], schema: Schema): string | null {
  const from = tokens.findIndex((token) => isWord(token, 'FROM'));
  const [select, ...listed] = tokens.slice(0, Math.max(from, 0));
  const source = sourceOf(tokens.slice(from + 1), schema);
  if (!isWord(select, 'SELECT') || source === null) return null;
  const items = splitList(listed).map((item) => itemsOf(item, source));
  const known = items.filter((item) => item !== null);
  if (known.length < items.length) return null;
  const { table, alias } = source;
  const named = alias === null ? '' : ` ${quoteIdentifier(alias)}`;
  return `select ${known.flat().join(',')} from ${quoteIdentifier(table.name)}${named}`;
}

interface Source {
  readonly table: Table;
  readonly alias: string | null;
}

/** `table [[AS] alias]`, and nothing behind it. */
function sourceOf(tokens: readonly Token[], schema: Schema): Source | null {
  const reader = new TokenReader(tokens);
  const table = findTable(schema, reader.identifier() ?? '');
  const isNamed = reader.take('AS');
  const alias =
    isNamed || reader.next?.kind === 'quoted' || plainWord(reader) ? reader.identifier() : null;
  return table && reader.done ? { table, alias } : null;
}

/** Words that can stand behind a table and are no name for it. */
const CLAUSES =
  /^(?:where|group|having|order|limit|offset|join|inner|left|right|cross|natural|straight_join|union|except|intersect|for|lock|into|procedure|window|partition|use|force|ignore|on|using|with)$/i;

function plainWord({ next }: TokenReader): boolean {
  return next?.kind === 'word' && !CLAUSES.test(next.text);
}

/** One item of the list: all columns for `*`. */
function itemsOf(tokens: readonly Token[], source: Source): readonly string[] | null {
  const reader = new TokenReader(tokens);
  if (reader.take('*')) {
    return reader.done ? source.table.columns.map(({ name }) => shown(name, name, source)) : null;
  }
  const first = reader.identifier();
  const isQualified = reader.take('.');
  if (isQualified && first !== (source.alias ?? source.table.name)) return null;
  const name = isQualified ? reader.identifier() : first;
  const isNamed = reader.take('AS');
  const alias = reader.done && !isNamed ? name : reader.identifier();
  const column = source.table.columns.find((other) => other.name === name);
  return column && alias !== null && reader.done ? [shown(column.name, alias, source)] : null;
}

function shown(column: string, alias: string, { table, alias: name }: Source): string {
  const owner = quoteIdentifier(name ?? table.name);
  return `${owner}.${quoteIdentifier(column)} AS ${quoteIdentifier(alias)}`;
}
