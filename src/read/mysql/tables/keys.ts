import { canonicalType, splitType } from '../../../dialect/mysql/types.ts';
import type { Index, IndexPart, PrimaryKey } from '../../../model/schema.ts';
import { told } from '../not-told.ts';
import type { StatedColumn, StatedKey } from '../stated/stated.ts';

export function modelPrimaryKey(key: StatedKey): PrimaryKey {
  const columns = key.parts.map(({ column }) => told(column, 'column in the primary key'));
  const storage = [
    ...(key.using === null ? [] : [`USING ${key.using.toUpperCase()}`]),
    ...key.options,
    ...(key.comment === null ? [] : [`COMMENT '${key.comment.replaceAll("'", "''")}'`]),
    ...key.parts.flatMap(({ column, length }) =>
      length === null ? [] : [`PREFIX ${column}(${length})`],
    ),
  ].join(' ');
  return { name: null, columns, ...(storage !== '' && { storage }) };
}

/** An index under that name, which the server chose where the key has none. */
export function modelIndex(key: StatedKey, name: string): Index {
  const storage = key.options.join(' ');
  return {
    name,
    parts: key.parts.map(modelPart),
    unique: key.kind === 'unique',
    using: key.using,
    kind: key.kind === 'fulltext' || key.kind === 'spatial' ? key.kind : null,
    where: null,
    include: [],
    nullsNotDistinct: false,
    comment: key.comment === '' ? null : key.comment,
    enabled: key.visible,
    ...(storage !== '' && { storage }),
  };
}

function modelPart({ column, expression, length, order }: StatedKey['parts'][number]): IndexPart {
  return { column, expression, order, nulls: null, opclass: null, length, collation: null };
}

/**
 * The name that the server gives an index without one: that of its first column, or
 * `functional_index`, with `_2` and so on behind it while another index has it.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-table.html | CREATE TABLE, index_name}
 */
export function nameOfKey(
  first: string | null,
  taken: readonly { readonly name: string }[],
): string {
  const base = first ?? 'functional_index';
  const isFree = (name: string) =>
    !taken.some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (isFree(base) && base.toUpperCase() !== 'PRIMARY') return base;
  let number = 2;
  while (!isFree(`${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}

/** What a column's own PRIMARY KEY or UNIQUE is as a key of the table; null for a column without. */
export function keyOfColumn(column: StatedColumn): StatedKey | null {
  const isSerial =
    splitType(column.type).base === 'serial' || canonicalType(column.type) === 'serial';
  const kind = column.key ?? (isSerial ? 'unique' : null);
  if (kind === null) return null;
  const part = { column: column.name, expression: null, length: null, order: 'asc' } as const;
  const plain = { name: null, using: null, comment: null, visible: true, options: [] };
  return { kind, parts: [part], ...plain };
}
