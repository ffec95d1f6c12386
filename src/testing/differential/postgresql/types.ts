import { quoteString } from '../../../dialect/postgresql/quoting.ts';
import type { Schema } from '../../../model/schema.ts';
import type { Draw } from '../draw.ts';
import { sqlRelation } from './names.ts';

/** A type as an author writes it, and defaults that the server takes for a column of it. */
interface SampleType {
  readonly sql: string;
  readonly defaults: readonly string[];
  /** Ends a name of the type in a sequence's default; false where the server would refuse it. */
  readonly numbers?: true;
}

const TYPES: readonly SampleType[] = [
  {
    sql: 'integer',
    defaults: ['0', '-1', '1 + 1', '(5)', "'7'", 'NULL', "'3'::integer"],
    numbers: true,
  },
  {
    sql: 'text',
    defaults: [
      "''",
      "'it''s'",
      "'a'::text",
      "'a' || 'b'",
      'NULL',
      'CURRENT_USER',
      "E'a\\\\b'",
      "upper('x')",
    ],
  },
  {
    sql: 'bigint',
    defaults: ['0', '9223372036854775807', "'12'::bigint", '(2 * 3)'],
    numbers: true,
  },
  { sql: 'varchar(20)', defaults: ["''", "'abc'", "'x'::character varying", "('y')::varchar(5)"] },
  { sql: 'character varying', defaults: ["'v'", "'2'::text"] },
  { sql: 'boolean', defaults: ['true', 'false', "'t'", 'NOT true', '1 = 1'] },
  { sql: 'smallint', defaults: ['1', "'2'"], numbers: true },
  { sql: 'numeric(10,2)', defaults: ['0', '0.0', '1.50', "'2.5'", '-3.25'] },
  { sql: 'decimal', defaults: ['0', '1.0'] },
  { sql: 'double precision', defaults: ['0', '0.5', "'NaN'", '-1.25'] },
  { sql: 'real', defaults: ['1.5'] },
  {
    sql: 'timestamp',
    defaults: [
      'now()',
      'CURRENT_TIMESTAMP',
      "'2020-01-01 00:00:00'",
      "now() + interval '1 day'",
      "timezone('utc', now())",
      'LOCALTIMESTAMP(2)',
    ],
  },
  {
    sql: 'timestamp(6) without time zone',
    defaults: ["'2020-01-01'", 'now()', 'CURRENT_TIMESTAMP(3)'],
  },
  { sql: 'timestamptz', defaults: ['now()', 'clock_timestamp()'] },
  { sql: 'timestamp(3) with time zone', defaults: ['CURRENT_TIMESTAMP'] },
  { sql: 'date', defaults: ['CURRENT_DATE', "'2020-02-29'", "('now'::text)::date"] },
  { sql: 'time', defaults: ["'10:00'", 'LOCALTIME'] },
  { sql: 'interval', defaults: ["'1 day'", "'1 hour'::interval", "interval '2' day"] },
  { sql: 'interval day to second(2)', defaults: ["'1 day'"] },
  { sql: 'uuid', defaults: ['gen_random_uuid()', "'00000000-0000-0000-0000-000000000000'"] },
  { sql: 'json', defaults: ["'{}'", "'[1]'::json"] },
  { sql: 'jsonb', defaults: ["'{}'", `'{"a": 1}'`, "'[]'::jsonb", 'jsonb_build_object()'] },
  { sql: 'bytea', defaults: ["'\\\\x00'", "''"] },
  { sql: 'inet', defaults: ["'127.0.0.1'"] },
  { sql: 'text[]', defaults: ["'{}'", "ARRAY['a', 'b']", 'ARRAY[]::text[]', "'{a,b}'::text[]"] },
  { sql: 'integer[]', defaults: ["'{}'", 'ARRAY[1, 2]', "'{1}'::int[]"] },
  { sql: 'int[][]', defaults: ["'{}'"] },
  { sql: 'int4range', defaults: ["'[1,2)'", 'int4range(1, 2)'] },
  { sql: 'tstzrange', defaults: ['tstzrange(now(), NULL)'] },
  { sql: 'tsvector', defaults: ["''", "to_tsvector('english', 'x')"] },
  { sql: 'char(3)', defaults: ["'ab'", "'abc'::bpchar"] },
  { sql: 'char', defaults: ["'a'"] },
  { sql: '"char"', defaults: ["'a'"] },
  { sql: 'bit(3)', defaults: ["B'101'", "'010'"] },
  { sql: 'bit varying', defaults: ["B'1'"] },
  { sql: 'name', defaults: ["'n'", 'CURRENT_USER'] },
  { sql: 'point', defaults: ["'(1,2)'", 'point(1, 2)'] },
  { sql: 'money', defaults: ['0', "'1.5'"] },
  { sql: 'oid', defaults: ['0'] },
  { sql: 'regclass', defaults: [] },
  { sql: 'xml', defaults: [] },
  { sql: 'cidr', defaults: ["'10.0.0.0/8'"] },
  { sql: 'macaddr', defaults: [] },
];

const [INTEGER = { sql: 'integer', defaults: ['0'] }] = TYPES;

/** Any type: mostly of the server, now and then an enum or domain of the schema. */
export function anyType(draw: Draw, schema: Schema): SampleType {
  const own = draw.once(4) ? draw.maybeOf(ownTypes(schema, draw)) : null;
  return own ?? TYPES[draw.below(draw.once(3) ? TYPES.length : 8)] ?? INTEGER;
}

function ownTypes(schema: Schema, draw: Draw): readonly SampleType[] {
  const enums = schema.enums.map(({ name, values: [first = ''] }) => ({ name, value: first }));
  const domains = schema.domains.map(({ name }) => ({ name, value: '1' }));
  return [...enums, ...domains].flatMap(({ name, value }) => {
    const sql = sqlRelation(name, draw);
    const literal = quoteString(value);
    const single = { sql, defaults: [literal, `${literal}::${sql}`] };
    return [single, { sql: `${sql}[]`, defaults: ["'{}'", `ARRAY[${literal}::${sql}]`] }];
  });
}

/** `DEFAULT …` for a column of the type, or nothing. */
export function defaultClause(type: SampleType, draw: Draw): string {
  const value = draw.once(3) ? draw.maybeOf(type.defaults) : null;
  return value === null ? '' : ` DEFAULT ${value}`;
}

/** A default for a column whose type stands in the model; null where there is none at hand. */
export function defaultFor(modelType: string, schema: Schema, draw: Draw): string | null {
  const kind = modelType.replace(/\(.*?\)/, '');
  const alike = [...ownTypes(schema, draw), ...TYPES].filter(
    ({ sql }) => canonical(sql) === kind || sql === modelType,
  );
  return draw.maybeOf(alike.flatMap(({ defaults }) => defaults));
}

const CANONICAL: { readonly [sql: string]: string } = {
  varchar: 'character varying',
  decimal: 'numeric',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  char: 'character',
};

function canonical(sql: string): string {
  const plain = sql.replace(/\(.*?\)/, '');
  return CANONICAL[plain] ?? plain;
}
