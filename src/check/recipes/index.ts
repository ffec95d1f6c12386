import type { Engine } from '../../model/engine.ts';
import type { Index, IndexPart } from '../../model/schema.ts';
import { code, outsideTransaction, symbol, symbols, text } from '../ruby.ts';
import { sqlName } from '../sql-name.ts';
import { columnValue } from './backfill.ts';

/** `add_index` as the author could write it, with further options. */
export function addIndexLine(table: string, index: Index, ...options: readonly string[]): string {
  const columns = index.parts.flatMap(({ column }) => column ?? []);
  const whole = columns.length === index.parts.length;
  const own = [
    `name: ${text(index.name)}`,
    ...(index.unique ? ['unique: true'] : []),
    ...(whole ? partOptions(index.parts) : []),
    ...(index.kind === null ? [] : [`type: ${symbol(index.kind)}`]),
    ...(index.where === null ? [] : [`where: ${text(index.where)}`]),
    ...(index.using === null || index.using === 'btree' ? [] : [`using: ${symbol(index.using)}`]),
    ...(index.include.length === 0 ? [] : [`include: ${symbols(index.include)}`]),
    ...(index.nullsNotDistinct ? ['nulls_not_distinct: true'] : []),
  ];
  const what = whole ? symbols(columns) : text(index.parts.map(partSql).join(', '));
  return `add_index ${symbol(table)}, ${what}, ${[...own, ...options].join(', ')}`;
}

/** Options that Rails takes by column; it leaves them aside when an index is over expressions. */
function partOptions(parts: readonly IndexPart[]): readonly string[] {
  const options = {
    order: (part: IndexPart) => {
      const order = orderSql(part);
      if (order === '') return null;
      return part.nulls === null ? symbol(part.order) : text(order);
    },
    opclass: ({ opclass }: IndexPart) => (opclass === null ? null : symbol(opclass)),
    length: ({ length }: IndexPart) => (length === null ? null : String(length)),
  };
  return Object.entries(options).flatMap(([name, wordOf]) => {
    const pairs = parts.flatMap((part) => {
      const value = wordOf(part);
      return value === null || part.column === null ? [] : [columnValue(part.column, value)];
    });
    return pairs.length === 0 ? [] : [`${name}: { ${pairs.join(', ')} }`];
  });
}

function orderSql({ order, nulls }: IndexPart): string {
  const direction = order === 'desc' || nulls !== null ? order.toUpperCase() : '';
  return nulls === null ? direction : `${direction} NULLS ${nulls.toUpperCase()}`;
}

function partSql(part: IndexPart): string {
  const { column, expression, opclass } = part;
  const words = [column ?? expression ?? '', opclass ?? '', orderSql(part)];
  return words.filter((word) => word !== '').join(' ');
}

/** Builds an index while the table is read and written. */
export function addIndexConcurrently(table: string, index: Index): string {
  return code(...outsideTransaction(addIndexLine(table, index, 'algorithm: :concurrently')));
}

/** CREATE INDEX as SQL, with ONLY where the partitions of the table are left out. */
export function createIndexSql(table: string, index: Index, engine: Engine, only = false): string {
  const parts = index.parts.map((part) =>
    partSql(part.column === null ? part : { ...part, column: sqlName(part.column, engine) }),
  );
  return [
    `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${sqlName(index.name, engine)}`,
    `ON ${only ? 'ONLY ' : ''}${sqlName(table, engine)}`,
    ...(index.using === null || index.using === 'btree' ? [] : [`USING ${index.using}`]),
    `(${parts.join(', ')})`,
    ...(index.include.length === 0 ? [] : [`INCLUDE (${index.include.join(', ')})`]),
    ...(index.nullsNotDistinct ? ['NULLS NOT DISTINCT'] : []),
    ...(index.where === null ? [] : [`WHERE ${index.where}`]),
  ].join(' ');
}
