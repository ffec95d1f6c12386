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
