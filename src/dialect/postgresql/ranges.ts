import type { LiteralForm } from '../rails/literals.ts';

/** The bound types of PostgreSQL's range types that Rails knows. */
export const RANGE_BOUNDS: { readonly [base: string]: LiteralForm } = {
  int4range: { kind: 'integer' },
  int8range: { kind: 'integer' },
  numrange: { kind: 'decimal', scale: null },
  daterange: { kind: 'date' },
  tsrange: { kind: 'datetime' },
  tstzrange: { kind: 'datetime' },
};

/**
 * A range as PostgreSQL prints it: an open end is exclusive, and ranges of whole numbers include
 * their lower and exclude their upper bound. Text that is no range comes back as it is.
 *
 * @see {@link https://www.postgresql.org/docs/17/rangetypes.html#RANGETYPES-DISCRETE | Discrete ranges}
 */
export function canonicalRange(text: string, bounds: LiteralForm): string {
  const match = /^([[(])([^,]*),([^,]*)([\])])$/.exec(text.trim());
  if (!match) return text;
  const [, opening = '(', from = '', to = '', closing = ')'] = match;
  if (bounds.kind !== 'integer') {
    return `${from === '' ? '(' : opening}${from},${to}${to === '' ? ')' : closing}`;
  }
  const lower = from !== '' && opening === '(' ? next(from) : from;
  const upper = to !== '' && closing === ']' ? next(to) : to;
  return `${from === '' ? '(' : '['}${lower},${upper})`;
}

function next(number: string): string {
  return /^[+-]?\d+$/.test(number) ? String(BigInt(number) + 1n) : number;
}
