import { own } from '../../../model/own.ts';
import { arrayOf, coerced, commonType, elementType } from './coerce.ts';
import { Beyond, baseOf, type Expression } from './expression.ts';
import type { EnumNames } from './literals.ts';
import { operation } from './operators.ts';

/** What a function takes, and what it gives. */
type Signature = readonly [takes: readonly string[], gives: string];

const TIMESTAMP = 'timestamp without time zone';
const TIMESTAMPTZ = 'timestamp with time zone';
const TEXT_TO_TEXT: readonly Signature[] = [[['text'], 'text']];
const TEXT_TO_INTEGER: readonly Signature[] = [[['text'], 'integer']];
const MOMENT: readonly Signature[] = [[[], TIMESTAMPTZ]];
const RANDOM_UUID: readonly Signature[] = [[[], 'uuid']];
const range = (bound: string, name: string): readonly Signature[] => [
  [[bound, bound], name],
  [[bound, bound, 'text'], name],
];
const number = (...types: readonly string[]): readonly Signature[] =>
  types.map((type): Signature => [[type], type]);

/**
 * Functions whose resolution is certain, as of PostgreSQL 14 and later.
 *
 * @see {@link https://www.postgresql.org/docs/15/functions.html | Functions and operators}
 */
const FUNCTIONS: { readonly [name: string]: readonly Signature[] } = {
  lower: TEXT_TO_TEXT,
  upper: TEXT_TO_TEXT,
  initcap: TEXT_TO_TEXT,
  btrim: TEXT_TO_TEXT,
  ltrim: TEXT_TO_TEXT,
  rtrim: TEXT_TO_TEXT,
  reverse: TEXT_TO_TEXT,
  md5: TEXT_TO_TEXT,
  length: TEXT_TO_INTEGER,
  char_length: TEXT_TO_INTEGER,
  character_length: TEXT_TO_INTEGER,
  octet_length: TEXT_TO_INTEGER,
  left: [[['text', 'integer'], 'text']],
  right: [[['text', 'integer'], 'text']],
  replace: [[['text', 'text', 'text'], 'text']],
  regexp_replace: [
    [['text', 'text', 'text'], 'text'],
    [['text', 'text', 'text', 'text'], 'text'],
  ],
  split_part: [[['text', 'text', 'integer'], 'text']],
  strpos: [[['text', 'text'], 'integer']],
  to_tsvector: [
    [['regconfig', 'text'], 'tsvector'],
    [['regconfig', 'jsonb'], 'tsvector'],
  ],
  setweight: [[['tsvector', '"char"'], 'tsvector']],
  now: MOMENT,
  clock_timestamp: MOMENT,
  statement_timestamp: MOMENT,
  transaction_timestamp: MOMENT,
  gen_random_uuid: RANDOM_UUID,
  uuid_generate_v1: RANDOM_UUID,
  uuid_generate_v4: RANDOM_UUID,
  uuidv7: RANDOM_UUID,
  timezone: [
    [['text', TIMESTAMPTZ], TIMESTAMP],
    [['text', TIMESTAMP], TIMESTAMPTZ],
  ],
  date: [
    [[TIMESTAMP], 'date'],
    [[TIMESTAMPTZ], 'date'],
  ],
  date_trunc: [
    [['text', TIMESTAMP], TIMESTAMP],
    [['text', TIMESTAMPTZ], TIMESTAMPTZ],
  ],
  date_part: [
    [['text', TIMESTAMP], 'double precision'],
    [['text', TIMESTAMPTZ], 'double precision'],
    [['text', 'date'], 'double precision'],
  ],
  abs: number('smallint', 'integer', 'bigint', 'numeric', 'double precision'),
  round: [...number('numeric', 'double precision'), [['numeric', 'integer'], 'numeric']],
  floor: number('numeric', 'double precision'),
  ceil: number('numeric', 'double precision'),
  jsonb_typeof: [[['jsonb'], 'text']],
  jsonb_array_length: [[['jsonb'], 'integer']],
  json_typeof: [[['json'], 'text']],
  json_array_length: [[['json'], 'integer']],
  nextval: [[['regclass'], 'bigint']],
  daterange: range('date', 'daterange'),
  tsrange: range(TIMESTAMP, 'tsrange'),
  tstzrange: range(TIMESTAMPTZ, 'tstzrange'),
  int4range: range('integer', 'int4range'),
  int8range: range('bigint', 'int8range'),
  numrange: range('numeric', 'numrange'),
};

/** Functions of arrays of any type: how many arguments they take, all but the first integers. */
const ARRAY_FUNCTIONS: { readonly [name: string]: number } = { array_length: 2, cardinality: 1 };

/** `COALESCE` and its like, which are no functions: they take values of one type. */
const CHOICES: ReadonlySet<string> = new Set(['coalesce', 'greatest', 'least']);

/** A call with its arguments brought to the types that the function takes. @throws {Beyond} */
export function call(name: string, args: readonly Expression[], enums: EnumNames): Expression {
  if (CHOICES.has(name)) return choice(name, args, enums);
  if (name === 'nullif') return nullIf(args, enums);
  if (name === 'num_nonnulls' || name === 'num_nulls') return counted(name, args);
  const arity = own(ARRAY_FUNCTIONS, name);
  if (arity !== undefined) return overArray(name, args, arity);
  const signatures = own(FUNCTIONS, name) ?? [];
  const fitting = signatures.filter(([takes]) => takes.length === args.length);
  // A citext would take the functions that its extension brings, where they have several arguments.
  if (args.length > 1 && args.some((arg) => baseOf(arg) === 'citext')) throw new Beyond();
  for (const fits of [isExact, isConvertible]) {
    const found = fitting.find(([takes]) => takes.every((type, at) => fits(args[at], type, enums)));
    if (found) {
      const [takes, type] = found;
      const given = args.map((arg, at) => coerced(arg, takes[at] ?? '', enums));
      return { kind: 'call', name, args: given, type };
    }
  }
  throw new Beyond();
}

function isExact(argument: Expression | undefined, type: string): boolean {
  const base = argument && baseOf(argument);
  return base === null || base === type || (type === 'text' && base === 'character varying');
}

function isConvertible(argument: Expression | undefined, type: string, enums: EnumNames): boolean {
  if (!argument) return false;
  try {
    coerced(argument, type, enums);
    return true;
  } catch (error) {
    if (error instanceof Beyond) return false;
    throw error;
  }
}

function choice(name: string, args: readonly Expression[], enums: EnumNames): Expression {
  const array = arrayOf(args, enums);
  if (array.kind !== 'array') throw new Beyond();
  return { kind: 'call', name: name.toUpperCase(), args: array.items, type: commonType(args) };
}

/** NULLIF compares, so its sides are made alike; it gives its first. */
function nullIf(args: readonly Expression[], enums: EnumNames): Expression {
  const [left, right] = args;
  if (!left || !right || args.length !== 2) throw new Beyond();
  const compared = operation('=', left, right, enums);
  const type = baseOf(left);
  if (compared.kind !== 'operator' || type === null) throw new Beyond();
  const given = baseOf(compared.left);
  return {
    kind: 'call',
    name: 'NULLIF',
    args: [compared.left, compared.right],
    type: given ?? type,
  };
}

function counted(name: string, args: readonly Expression[]): Expression {
  if (args.length === 0 || args.some((arg) => baseOf(arg) === null)) throw new Beyond();
  return { kind: 'call', name, args, type: 'integer' };
}

function overArray(name: string, args: readonly Expression[], arity: number): Expression {
  const [array, ...rest] = args;
  if (!array || args.length !== arity) throw new Beyond();
  if (rest.some((arg) => baseOf(arg) !== 'integer')) throw new Beyond();
  elementType(array);
  return { kind: 'call', name, args, type: 'integer' };
}
