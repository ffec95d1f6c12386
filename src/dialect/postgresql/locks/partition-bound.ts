import { findColumn, findTable, type PartitionBound, type Schema } from '../../../model/schema.ts';
import { tableOptions } from '../table-options.ts';

/**
 * Whether the validated checks of a table say that all its rows are within the bounds, so that
 * ATTACH PARTITION reads none. It is told for one column and bounds that are stated in full:
 * `k >= from AND k < to` for a range, `k = value` or `k = ANY (…)` for a list.
 *
 * @see {@link https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-ATTACH-PARTITION | ATTACH PARTITION}
 */
export function checksImplyBound(
  schema: Schema,
  tableName: string,
  { parent, bound }: PartitionBound,
): boolean {
  const table = findTable(schema, tableName);
  const key = keyColumn(findTable(schema, parent)?.options ?? null);
  if (!table || key === null) return false;
  const facts = new Set(
    table.checkConstraints
      .filter(({ validated, enforced }) => validated && enforced !== false)
      .flatMap(({ expression }) => conjuncts(expression)),
  );
  const isNotNull = findColumn(table, key)?.nullable === false || facts.has(`${key} is not null`);
  const needed = demands(bound, key);
  return isNotNull && needed?.every((demand) => facts.has(demand)) === true;
}

/** The one column of `RANGE (id)` or `LIST (kind)`; null for several, and for expressions. */
function keyColumn(options: string | null): string | null {
  const key = tableOptions(options).partitionBy ?? '';
  return /^(?:RANGE|LIST)\s*\(\s*"?([\w$]+)"?\s*\)$/i.exec(key)?.[1] ?? null;
}

/** What must hold of the key, in the form of {@link conjuncts}; null for a bound that is not told. */
function demands(bound: string, key: string): readonly string[] | null {
  const range = /^FOR VALUES FROM \(([^(),]+)\) TO \(([^(),]+)\)$/i.exec(bound);
  if (range) {
    const [, from = '', to = ''] = range;
    return [
      ...(/^minvalue$/i.test(from) ? [] : [`${key} >= ${plain(from)}`]),
      ...(/^maxvalue$/i.test(to) ? [] : [`${key} < ${plain(to)}`]),
    ];
  }
  const list = /^FOR VALUES IN \(([^()]+)\)$/i.exec(bound)?.[1];
  if (list === undefined) return null;
  const values = list.split(',').map(plain);
  return [values.length === 1 ? `${key} = ${values[0]}` : `${key} in ${values.join(',')}`];
}

/** The parts of a check that are joined by AND, without parentheses, casts and quotes. */
function conjuncts(expression: string): readonly string[] {
  // An OR makes the parts say less than each alone.
  if (/\bor\b/i.test(expression)) return [];
  return expression
    .replace(/=\s*ANY\s*\(+\s*ARRAY\s*\[([^\]]*)\](?:::[\w\s[\]]+)?\)*/gi, ' in $1')
    .split(/\bAND\b/i)
    .map((part) => plain(part.replace(/\s+in\s*\(/i, ' in ')).replace(/\s*,\s*/g, ','));
}

/** `('2026-01-01'::date)` is `2026-01-01`, `(id >= 200)` is `id >= 200`. */
function plain(text: string): string {
  return text
    .replace(/::(?:character varying|timestamp with(?:out)? time zone|"?\w+"?)(?:\(\d+\))?/gi, '')
    .replace(/["'()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\bIS NOT NULL\b/i, 'is not null');
}
