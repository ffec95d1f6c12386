import type { Table } from '../../../model/schema.ts';
import type { Draw } from '../draw.ts';
import { sqlName } from './names.ts';
import { numbers, texts } from './targets.ts';

/** A condition over columns of the table, as authors write them; `true` where nothing fits. */
export function condition(draw: Draw, table: Table): string {
  const number = draw.maybeOf(numbers(table));
  const text = draw.maybeOf(texts(table));
  const any = draw.maybeOf(table.columns);
  const n = number && sqlName(number.name, draw);
  const t = text && sqlName(text.name, draw);
  const c = any && sqlName(any.name, draw);
  const forms = [
    ...(n
      ? [`${n} > 0`, `${n} IN (1, 2, 3)`, `${n} BETWEEN 1 AND 10`, `${n} >= 0 AND ${n} < 100`]
      : []),
    ...(c ? [`${c} IS NOT NULL`, `(${c} IS NULL)`] : []),
    ...(t
      ? [
          `${t} <> ''`,
          `length(${t}) > 2`,
          `${t} = 'x' OR ${t} = 'y'`,
          `${t} IN ('a', 'b')`,
          `${t} LIKE 'a%'`,
          `char_length(${t}) <= 10`,
          `${t} ~ '^[a-z]+$'`,
          `lower(${t}) = ${t}`,
        ]
      : []),
    ...(n && c
      ? [
          `NOT (${n} = 1 AND ${c} IS NULL)`,
          `CASE WHEN ${n} > 1 THEN ${c} IS NOT NULL ELSE true END`,
        ]
      : []),
    ...(n && t ? [`coalesce(${n}, 0) + length(${t}) > 0`] : []),
  ];
  return draw.maybeOf(forms) ?? 'true';
}

/** An expression that an index can hold, as authors write them; null where nothing fits. */
export function computed(draw: Draw, table: Table): string | null {
  const number = draw.maybeOf(numbers(table));
  const text = draw.maybeOf(texts(table));
  const n = number && sqlName(number.name, draw);
  const t = text && sqlName(text.name, draw);
  return draw.maybeOf([
    ...(t
      ? [
          `lower(${t})`,
          `upper(${t})`,
          `(${t} || 'x')`,
          `coalesce(${t}, '')`,
          `left(${t}, 3)`,
          `md5(${t})`,
        ]
      : []),
    ...(n ? [`(${n} + 1)`, `abs(${n})`, `(${n} % 2)`, `coalesce(${n}, 0)`, `(${n} * 2)`] : []),
  ]);
}

/** An expression with its type, for a generated column; null where nothing fits. */
export function generated(
  draw: Draw,
  table: Table,
): { readonly type: string; readonly sql: string } | null {
  const base: Table = {
    ...table,
    columns: table.columns.filter((column) => column.generated === null),
  };
  const number = draw.maybeOf(numbers(base));
  const text = draw.maybeOf(texts(base));
  const n = number && sqlName(number.name, draw);
  const t = text && sqlName(text.name, draw);
  return draw.maybeOf([
    ...(n
      ? [
          { type: 'numeric', sql: `${n} * 2` },
          { type: 'bigint', sql: `(${n} + 1)` },
          { type: 'boolean', sql: `${n} > 5` },
        ]
      : []),
    ...(t
      ? [
          { type: 'text', sql: `upper(${t})` },
          { type: 'integer', sql: `length(${t})` },
          { type: 'tsvector', sql: `to_tsvector('english', coalesce(${t}, ''))` },
          { type: 'text', sql: `${t} || 'x'` },
        ]
      : []),
  ]);
}
