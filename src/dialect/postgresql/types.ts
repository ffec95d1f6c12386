import { own } from '../../model/own.ts';
import { canonicalShape } from './spatial-types.ts';

/**
 * PostgreSQL's types as `format_type()` spells them: what pg_dump and `\d` show.
 *
 * @see {@link https://www.postgresql.org/docs/18/datatype.html | Data types}
 */
const ALIASES: { readonly [alias: string]: string } = {
  int: 'integer',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  serial: 'integer',
  serial2: 'smallint',
  serial4: 'integer',
  serial8: 'bigint',
  smallserial: 'smallint',
  bigserial: 'bigint',
  decimal: 'numeric',
  dec: 'numeric',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  varchar: 'character varying',
  'char varying': 'character varying',
  char: 'character',
  bpchar: 'character',
  varbit: 'bit varying',
  time: 'time without time zone',
  timetz: 'time with time zone',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
};

/** The parts of a canonical type: `timestamp(6) without time zone[]` has all four. */
export interface TypeParts {
  /** `timestamp without time zone`, `character varying`, an enum's name. */
  readonly base: string;
  /** What stands between the parentheses, null without them. */
  readonly modifier: string | null;
  readonly array: boolean;
}

/**
 * A type as PostgreSQL prints it: `varchar(20)[]` is `character varying(20)[]`, `numeric(10)` is
 * `numeric(10,0)`, `float(24)` is `real`. Names that are no built-in type keep their case inside
 * quotes and lose `public.`.
 */
export function canonicalType(sql: string): string {
  const { base, modifier, array } = splitType(sql);
  // Unquoted names are lower case in the catalog.
  const name = /"/.test(sql) ? base : base.toLowerCase();
  return `${canonicalElement(name, modifier)}${array ? '[]' : ''}`;
}

/** Takes a type apart, canonical or not. Names keep their case. */
export function splitType(sql: string): TypeParts {
  const spelt = sql.trim().replace(/\s+/g, ' ');
  const withoutArray = spelt.replace(/(?: array(?: ?\[\d*\])?|(?: ?\[\d*\])+)$/i, '');
  const match = /^([^(]+?) ?\(([^)]*)\) ?(.*)$/.exec(withoutArray);
  const words = match ? `${match[1]} ${match[3]}`.trim() : withoutArray;
  return {
    base: unqualified(words),
    modifier: match ? (match[2] ?? '').replace(/\s*,\s*/g, ',').trim() : null,
    array: withoutArray !== spelt,
  };
}

/** Puts a modifier where PostgreSQL prints it: before `without time zone`, else at the end. */
export function joinType(base: string, modifier: string | number | null): string {
  if (modifier === null) return base;
  const zoned = /^(time|timestamp) (with|without) time zone$/.exec(base);
  return zoned ? `${zoned[1]}(${modifier}) ${zoned[2]} time zone` : `${base}(${modifier})`;
}

function unqualified(words: string): string {
  return words.replace(/^(?:pg_catalog|"pg_catalog"|public|"public")\./i, '').replaceAll('"', '');
}

function canonicalElement(base: string, modifier: string | null): string {
  if (base === 'float') {
    return modifier !== null && Number(modifier) <= 24 ? 'real' : 'double precision';
  }
  const name = own(ALIASES, base) ?? base;
  if (name === 'numeric' && modifier !== null && !modifier.includes(','))
    return `${name}(${modifier},0)`;
  if ((name === 'character' || name === 'bit') && modifier === null) return `${name}(1)`;
  const isSpatial = name === 'geometry' || name === 'geography';
  const shape = modifier !== null && isSpatial ? canonicalShape(modifier) : undefined;
  return joinType(name, shape === undefined ? modifier : shape);
}
