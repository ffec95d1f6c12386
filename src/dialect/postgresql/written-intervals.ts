import { own } from '../../model/own.ts';

/** What a unit counts: months, days or microseconds, and how many of them. */
const UNITS: { readonly [unit: string]: readonly ['months' | 'days' | 'seconds', number] } = {
  century: ['months', 1200],
  decade: ['months', 120],
  year: ['months', 12],
  y: ['months', 12],
  yr: ['months', 12],
  mon: ['months', 1],
  month: ['months', 1],
  week: ['days', 7],
  w: ['days', 7],
  day: ['days', 1],
  d: ['days', 1],
  hour: ['seconds', 3600],
  hr: ['seconds', 3600],
  h: ['seconds', 3600],
  minute: ['seconds', 60],
  min: ['seconds', 60],
  m: ['seconds', 60],
  second: ['seconds', 1],
  sec: ['seconds', 1],
  s: ['seconds', 1],
};

/**
 * An interval as PostgreSQL writes it with `IntervalStyle` at its default: `1 week` is `7 days`,
 * `90 minutes` is `01:30:00`. Null for fractions that cross units, `ago`, and ISO form.
 *
 * @see {@link https://www.postgresql.org/docs/15/datatype-datetime.html#DATATYPE-INTERVAL-OUTPUT | Interval output}
 */
export function printedInterval(text: string): string | null {
  const total = { months: 0, days: 0, seconds: 0 };
  let rest = text.trim().toLowerCase();
  if (rest === '') return null;
  while (rest !== '') {
    const part = PARTS.map((pattern) => pattern.exec(rest)).find((match) => match !== null);
    const counted = part ? countOf(part) : null;
    if (!part || !counted) return null;
    total[counted[0]] += counted[1];
    rest = rest.slice(part[0].length);
  }
  return spelt(total);
}

/**
 * An interval that is kept to one field, whose bare number counts that field; null where parts of
 * it would be cut off.
 */
export function fieldInterval(text: string, field: string): string | null {
  const value = printedInterval(/^\s*[-+]?\d+\s*$/.test(text) ? `${text} ${field}` : text);
  const cut: { readonly [field: string]: RegExp } = {
    year: /mon|day|:/,
    month: /day|:/,
    day: /:/,
    hour: /:(?!00:00)\d\d:|:[^:]*[1-9][^:]*$/,
    minute: /:\d\d:(?!00)/,
  };
  return value === null || cut[field]?.test(value) ? null : value;
}

/** A clock, a number with its unit, and a bare number of seconds. */
const PARTS = [
  /^(?<hours>\d{1,3}):(?<minutes>\d\d)(?::(?<seconds>\d\d))?(?:\s+|$)/,
  /^(?<sign>[-+]?)\s*(?<amount>\d+(?:\.\d+)?)\s*(?<unit>[a-z]+)(?:\s+|(?=[-+\d])|$)/,
  /^(?<seconds>\d+)$/,
];

function countOf({
  groups = {},
}: RegExpExecArray): readonly ['months' | 'days' | 'seconds', number] | null {
  const { hours = 0, minutes = 0, seconds = 0, sign, amount, unit } = groups;
  if (unit === undefined) {
    return ['seconds', Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)];
  }
  const [field, times] = unitOf(unit) ?? [];
  const count = Number(`${sign}${amount}`) * (times ?? 1);
  // What is less than a whole part goes over to the next smaller one.
  return field && Number.isInteger(count) ? [field, count] : null;
}

function unitOf(word: string) {
  return (
    own(UNITS, word) ??
    own(UNITS, word.replace(/s$/, '')) ??
    (word === 'centuries' ? UNITS['century'] : undefined)
  );
}

interface Parts {
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
}

/** Each part has its own sign; behind a negative one, a plus is written too (EncodeInterval). */
function spelt({ months, days, seconds }: Parts): string {
  const counts = [
    [Math.trunc(months / 12), 'year'],
    [months % 12, 'mon'],
    [days, 'day'],
  ] as const;
  const parts: string[] = [];
  let isBehindMinus = false;
  for (const [count, unit] of counts) {
    if (count === 0) continue;
    const plus = isBehindMinus && count > 0 ? '+' : '';
    parts.push(`${plus}${count} ${unit}${count === 1 ? '' : 's'}`);
    isBehindMinus = count < 0;
  }
  if (seconds === 0 && parts.length > 0) return parts.join(' ');
  const sign = seconds < 0 ? '-' : isBehindMinus ? '+' : '';
  return [...parts, `${sign}${clockOf(Math.abs(seconds))}`].join(' ');
}

function clockOf(seconds: number): string {
  const two = (part: number): string => String(Math.trunc(part)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}
