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
 * `90 minutes` is `01:30:00`. Null for a text with fractions, signs in the middle, or ISO form.
 *
 * @see {@link https://www.postgresql.org/docs/15/datatype-datetime.html#DATATYPE-INTERVAL-OUTPUT | Interval output}
 */
export function intervalValue(text: string): string | null {
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
  const value = intervalValue(/^\s*[-+]?\d+\s*$/.test(text) ? `${text} ${field}` : text);
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
  /^(?<amount>[-+]?\d+)\s*(?<unit>[a-z]+)(?:\s+|(?=[-+\d])|$)/,
  /^(?<seconds>\d+)$/,
];

function countOf({
  groups = {},
}: RegExpExecArray): readonly ['months' | 'days' | 'seconds', number] | null {
  const { hours = 0, minutes = 0, seconds = 0, amount, unit } = groups;
  if (unit === undefined) {
    return ['seconds', Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)];
  }
  const [field, times] = unitOf(unit) ?? [];
  return field && times ? [field, Number(amount) * times] : null;
}

function unitOf(word: string) {
  return (
    UNITS[word] ??
    UNITS[word.replace(/s$/, '')] ??
    (word === 'centuries' ? UNITS['century'] : undefined)
  );
}

function spelt({
  months,
  days,
  seconds,
}: {
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
}): string | null {
  // Signs that differ between the parts are printed in ways of their own.
  if ([months, days, seconds].some((part) => part < 0)) {
    return [months, days, seconds].filter((part) => part !== 0).length === 1
      ? negative({ months, days, seconds })
      : null;
  }
  const parts = [
    ...counted(Math.trunc(months / 12), 'year'),
    ...counted(months % 12, 'mon'),
    ...counted(days, 'day'),
  ];
  if (seconds !== 0 || parts.length === 0) parts.push(clockOf(seconds));
  return parts.join(' ');
}

function negative({
  months,
  days,
  seconds,
}: {
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
}): string {
  if (seconds !== 0) return `-${clockOf(-seconds)}`;
  if (days !== 0) return `${days} days`;
  return [...counted(Math.trunc(months / 12), 'year'), ...counted(months % 12, 'mon')].join(' ');
}

/** `1 day`, `-1 days`, `2 days`; nothing for none. */
function counted(count: number, unit: string): string[] {
  return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
}

function clockOf(seconds: number): string {
  const two = (part: number): string => String(Math.trunc(part)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}
