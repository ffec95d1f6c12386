/** The options of a sequence, each as SQL spells its value; null where the server chooses. */
export interface SequenceOptions {
  readonly type: SequenceType;
  readonly start: string | null;
  readonly increment: string;
  readonly minimum: string | null;
  readonly maximum: string | null;
  readonly cache: string;
  readonly cycle: boolean;
}

type SequenceType = 'smallint' | 'integer' | 'bigint';

const TYPES: { readonly [spelling: string]: SequenceType } = {
  smallint: 'smallint',
  int2: 'smallint',
  int: 'integer',
  integer: 'integer',
  int4: 'integer',
};

/** Largest number of each type; the smallest is one further from zero. */
const LARGEST: { readonly [T in SequenceType]: bigint } = {
  smallint: 32_767n,
  integer: 2_147_483_647n,
  bigint: 9_223_372_036_854_775_807n,
};

/**
 * Reads the options of CREATE SEQUENCE in any order; what is the default is as if it was not there,
 * and words that are no option are passed over.
 * https://www.postgresql.org/docs/18/sql-createsequence.html
 */
export function sequenceOptions(text: string): SequenceOptions {
  const value = (pattern: RegExp) => pattern.exec(text)?.[1] ?? null;
  const type = TYPES[value(/\bAS\s+"?(\w+)/i)?.toLowerCase() ?? ''] ?? 'bigint';
  const increment = value(/\bINCREMENT(?:\s+BY)?\s+(-?\d+)/i) ?? '1';
  const bounds = defaultBounds(type, increment);
  const minimum = value(/\bMINVALUE\s+(-?\d+)/i);
  const maximum = value(/\bMAXVALUE\s+(-?\d+)/i);
  const start = value(/\bSTART(?:\s+WITH)?\s+(-?\d+)/i);
  const first = increment.startsWith('-')
    ? (maximum ?? bounds.maximum)
    : (minimum ?? bounds.minimum);
  return {
    type,
    start: start === first ? null : start,
    increment,
    minimum: minimum === bounds.minimum ? null : minimum,
    maximum: maximum === bounds.maximum ? null : maximum,
    cache: value(/\bCACHE\s+(\d+)/i) ?? '1',
    cycle: /\bCYCLE\b/i.test(text.replace(/\bNO\s+CYCLE\b/gi, '')),
  };
}

/** An ascending sequence counts from 1, a descending one from -1. */
function defaultBounds(type: SequenceType, increment: string) {
  const largest = LARGEST[type];
  return increment.startsWith('-')
    ? { minimum: String(-largest - 1n), maximum: '-1' }
    : { minimum: '1', maximum: String(largest) };
}

/** What differs from the defaults of CREATE SEQUENCE, in pg_dump's order; empty for none. */
export function sequenceOptionsText(options: SequenceOptions): string {
  return [
    options.type === 'bigint' ? '' : `AS ${options.type}`,
    options.start === null ? '' : `START WITH ${options.start}`,
    options.increment === '1' ? '' : `INCREMENT BY ${options.increment}`,
    options.minimum === null ? '' : `MINVALUE ${options.minimum}`,
    options.maximum === null ? '' : `MAXVALUE ${options.maximum}`,
    options.cache === '1' ? '' : `CACHE ${options.cache}`,
    options.cycle ? 'CYCLE' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Every option, as ALTER SEQUENCE needs them to make a sequence this one whatever it was. */
export function allSequenceOptions(options: SequenceOptions): string {
  const bounds = defaultBounds(options.type, options.increment);
  const first = options.increment.startsWith('-')
    ? (options.maximum ?? bounds.maximum)
    : (options.minimum ?? bounds.minimum);
  return [
    `AS ${options.type}`,
    `INCREMENT BY ${options.increment}`,
    options.minimum === null ? 'NO MINVALUE' : `MINVALUE ${options.minimum}`,
    options.maximum === null ? 'NO MAXVALUE' : `MAXVALUE ${options.maximum}`,
    `START WITH ${options.start ?? first}`,
    `CACHE ${options.cache}`,
    options.cycle ? 'CYCLE' : 'NO CYCLE',
  ].join(' ');
}
