/** The parts of an interval as the style `postgres` prints them: `1 year 2 mons -3 days 04:05:06.5`. */
const PRINTED =
  /^(?:(-?\d+) years?)?(?: ?([+-]?\d+) mons?)?(?: ?([+-]?\d+) days?)?(?: ?\+?(-?)(\d{2,}):(\d\d):(\d\d(?:\.\d+)?))?$/;

/**
 * An interval as the style `iso_8601` prints it: `1 mon` is `P1M`, `07:30:00` is `PT7H30M`.
 * Null for a text that the style `postgres` does not print.
 *
 * @see {@link https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-INTERVAL-OUTPUT}
 */
export function isoInterval(printed: string): string | null {
  const match = PRINTED.exec(printed);
  if (!match || printed === '') return null;
  const [, years, months, days, sign = '', hours, minutes, seconds] = match;
  const date = [part('', years, 'Y'), part('', months, 'M'), part('', days, 'D')].join('');
  const clock = [part(sign, hours, 'H'), part(sign, minutes, 'M'), part(sign, seconds, 'S')];
  const time = clock.join('');
  if (date === '' && time === '') return 'PT0S';
  return `P${date}${time === '' ? '' : `T${time}`}`;
}

/** Zeros are left out, and leading ones go: `07` hours are `7H`. */
function part(sign: string, digits: string | undefined, unit: string): string {
  const number = digits?.replace(/^\+?(-?)0*(?=\d)/, '$1');
  return number === undefined || Number(number) === 0 ? '' : `${sign}${number}${unit}`;
}

/** Months, days and seconds in the units that people write; weeks and years are made of them. */
const UNITS: { readonly [unit: string]: readonly [months: number, days: number, seconds: number] } =
  {
    year: [12, 0, 0],
    mon: [1, 0, 0],
    month: [1, 0, 0],
    week: [0, 7, 0],
    day: [0, 1, 0],
    hour: [0, 0, 3600],
    minute: [0, 0, 60],
    min: [0, 0, 60],
    second: [0, 0, 1],
    sec: [0, 0, 1],
  };

/**
 * An interval of whole numbers of units as the style `postgres` prints it: `1 week` is `7 days`,
 * `90 minutes` is `01:30:00`. Null for any other text.
 */
export function printedInterval(written: string): string | null {
  const text = written.trim().toLowerCase();
  if (!/^(?:\d{1,6} *[a-z]+(?: +|$))+$/.test(text)) return null;
  const total: [number, number, number] = [0, 0, 0];
  for (const [, count, word = ''] of text.matchAll(/(\d+) *([a-z]+)/g)) {
    const unit = UNITS[word] ?? UNITS[word.replace(/s$/, '')];
    if (unit === undefined) return null;
    unit.forEach((amount, at) => {
      total[at] = (total[at] ?? 0) + amount * Number(count);
    });
  }
  const [months, days, seconds] = total;
  const date = [
    counted(Math.floor(months / 12), 'year'),
    counted(months % 12, 'mon'),
    counted(days, 'day'),
  ].filter((part) => part !== '');
  return [...date, ...(seconds > 0 || date.length === 0 ? [clock(seconds)] : [])].join(' ');
}

function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
