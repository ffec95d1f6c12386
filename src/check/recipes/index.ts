import type { Index } from '../../model/schema.ts';
import { code, outsideTransaction, symbol, symbols, text } from '../ruby.ts';

/** `add_index` as the author could write it, with further options. */
export function addIndexLine(table: string, index: Index, ...options: readonly string[]): string {
  const expressions = index.parts.flatMap(({ expression }) => expression ?? []);
  const columns = index.parts.flatMap(({ column }) => column ?? []);
  const what =
    expressions.length > 0 ? text([...columns, ...expressions].join(', ')) : symbols(columns);
  const own = [
    `name: ${text(index.name)}`,
    ...(index.unique ? ['unique: true'] : []),
    ...(index.where === null ? [] : [`where: ${text(index.where)}`]),
    ...(index.using === null || index.using === 'btree' ? [] : [`using: ${symbol(index.using)}`]),
    ...(index.include.length === 0 ? [] : [`include: ${symbols(index.include)}`]),
    ...(index.nullsNotDistinct ? ['nulls_not_distinct: true'] : []),
  ];
  return `add_index ${symbol(table)}, ${what}, ${[...own, ...options].join(', ')}`;
}

/** Builds an index while the table is read and written. */
export function addIndexConcurrently(table: string, index: Index): string {
  return code(...outsideTransaction(addIndexLine(table, index, 'algorithm: :concurrently')));
}
