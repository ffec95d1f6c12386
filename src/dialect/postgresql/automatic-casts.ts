import { splitType } from './types.ts';

/** Types that turn into each other by assignment, as PostgreSQL's catalog pg_cast has them (15 to 18). */
const FAMILIES: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint', 'real', 'double precision', 'numeric'],
  ['json', 'jsonb'],
  ['inet', 'cidr'],
  ['macaddr', 'macaddr8'],
  ['bit', 'bit varying'],
  ['timestamp without time zone', 'timestamp with time zone'],
];

/** Pairs that go one way, or that cross the families. */
const PAIRS: ReadonlySet<string> = new Set([
  ...['smallint', 'integer', 'bigint'].flatMap((type) => [`${type} oid`, `${type} money`]),
  ...['numeric money', 'money numeric', 'oid integer', 'oid bigint'],
  ...['timestamp without time zone', 'timestamp with time zone'].flatMap((type) => [
    `date ${type}`,
    `${type} date`,
    `${type} time without time zone`,
  ]),
  'timestamp with time zone time with time zone',
  'time without time zone interval',
  'time without time zone time with time zone',
  'time with time zone time without time zone',
  'interval time without time zone',
  ...['point box', 'box polygon', 'path polygon', 'polygon path'],
]);

const STRINGS: ReadonlySet<string> = new Set([
  ...['character varying', 'character', 'text', 'citext', 'name'],
]);

/** Types of which all casts are known; others, of extensions, may have any. */
const BUILT_IN: ReadonlySet<string> = new Set([
  ...FAMILIES.flat(),
  ...['boolean', 'bytea', 'date', 'interval', 'time without time zone', 'time with time zone'],
  ...['uuid', 'xml', 'tsvector', 'money', 'oid', 'point', 'line', 'lseg', 'box', 'path'],
  ...['polygon', 'circle', 'int4range', 'int8range', 'numrange', 'daterange', 'tsrange'],
  'tstzrange',
]);

/**
 * Whether ALTER COLUMN TYPE converts the values without USING: by an implicit cast, one for
 * assignment, or as text, into which every type goes. True for types that are not known.
 *
 * @param enums - names of the enums, into which no text goes by itself.
 * @see {@link https://www.postgresql.org/docs/17/sql-altertable.html | ALTER TABLE, SET DATA TYPE}
 */
export function castsAutomatically(from: string, to: string, enums: readonly string[]): boolean {
  const [source, target] = [splitType(from), splitType(to)];
  if (STRINGS.has(target.base) && !target.array) return true;
  const known = (base: string) => BUILT_IN.has(base) || enums.includes(base);
  const isKnown = (base: string) => STRINGS.has(base) || known(base);
  if (!isKnown(source.base) || !isKnown(target.base)) return true;
  if (source.array !== target.array) return false;
  if (source.base === target.base || STRINGS.has(target.base)) return true;
  const isFamily = FAMILIES.some(
    (types) => types.includes(source.base) && types.includes(target.base),
  );
  return isFamily || PAIRS.has(`${source.base} ${target.base}`);
}
