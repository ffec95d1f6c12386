import { own } from '../../model/own.ts';
import type { Column } from '../../model/schema.ts';
import { defaultServer, type Server, serverAtLeast } from '../../model/server.ts';
import { losesDigits, type ParsedType, parseType, type TypeChange } from '../type-change.ts';

/**
 * What ALTER COLUMN TYPE costs on PostgreSQL, measured on 15.18 and 18.6 by watching the relfilenode.
 *
 * `timestamp` ↔ `timestamptz` keeps the heap from PostgreSQL 12 on, when the session's TimeZone is
 * UTC, which is what Rails sets. A pair that was not measured counts as a rewrite.
 *
 * @param server - the one of `model/server.ts` when left out.
 */
export function typeChange(
  before: Column,
  after: Column,
  server: Server = defaultServer('postgresql'),
): TypeChange {
  if (before.type === after.type) {
    return { work: 'catalog', narrows: false, reason: 'the type stays the same' };
  }
  const from = parseType(before.type);
  const to = parseType(after.type);
  const isZone = from.name !== to.name && TIMESTAMPS.includes(from.name);
  if (keepsValues(from, to) && (!isZone || serverAtLeast(server, 12))) {
    const reason = isZone
      ? "values stay as they are while the session's TimeZone is UTC, as Rails sets it"
      : 'every stored value is one of the new type';
    return { work: 'catalog', narrows: false, reason };
  }
  const reason = `PostgreSQL converts each ${before.type} to ${after.type}`;
  return { work: 'rewrite', narrows: narrows(from, to), reason };
}

/** Types whose one modifier is a length: unlimited when it is missing. */
const LENGTHS = ['character varying', 'bit varying'];

/** Types whose one modifier is a number of fractional digits: 6 when it is missing. */
const FRACTIONS = [
  'timestamp without time zone',
  'timestamp with time zone',
  'time without time zone',
  'time with time zone',
  'interval',
];

/** Types without a length that hold any text. */
const TEXTS = ['text', 'character varying'];

/** Types that are cast to them WITHOUT FUNCTION (pg_cast, and the extension citext). */
const KEPT_AS_TEXT = [...TEXTS, 'xml', 'citext'];

function isUnlimited({ modifiers }: ParsedType): boolean {
  return modifiers.length === 0;
}

/**
 * Whether the new type compares its values by rules of its own, so that indexes of the column are
 * built anew while the rows stay.
 */
export function comparesAnew(from: string, to: string): boolean {
  const [one, other] = [parseType(from).name, parseType(to).name];
  return one !== other && [one, other].some((name) => RULES_OF_THEIR_OWN.includes(name));
}

const TIMESTAMPS = ['timestamp without time zone', 'timestamp with time zone'];

const RULES_OF_THEIR_OWN = [...TIMESTAMPS, 'citext'];

function keepsValues(from: ParsedType, to: ParsedType): boolean {
  if (from.name === to.name) return keepsModifiers(from, to);
  if (isUnlimited(to) && TEXTS.includes(to.name)) return KEPT_AS_TEXT.includes(from.name);
  if (to.name === 'citext') return TEXTS.includes(from.name);
  if (from.name === 'cidr') return to.name === 'inet';
  // char(5) to bpchar takes the limit away.
  if (from.name === 'character') return to.name === 'bpchar' && isUnlimited(to);
  if (TIMESTAMPS.includes(from.name) && TIMESTAMPS.includes(to.name)) {
    return fraction(to) >= fraction(from);
  }
  return false;
}

function keepsModifiers(from: ParsedType, to: ParsedType): boolean {
  if (LENGTHS.includes(from.name)) return length(to) >= length(from);
  if (FRACTIONS.includes(from.name)) return fraction(to) >= fraction(from);
  if (from.name === 'numeric') {
    if (to.modifiers.length === 0) return true;
    const sameScale = (from.modifiers[1] ?? 0) === (to.modifiers[1] ?? 0);
    return from.modifiers.length > 0 && sameScale && !losesDigits(from.modifiers, to.modifiers);
  }
  return false;
}

function length(type: ParsedType): number {
  return type.modifiers[0] ?? Number.POSITIVE_INFINITY;
}

function fraction(type: ParsedType): number {
  return type.modifiers[0] ?? 6;
}

const INTEGER_BYTES: { readonly [type: string]: number } = { smallint: 2, integer: 4, bigint: 8 };

const STRINGS = ['character varying', 'character', 'text', 'citext'];

function narrows(from: ParsedType, to: ParsedType): boolean {
  if (STRINGS.includes(from.name) && STRINGS.includes(to.name)) {
    return stringLength(to) < stringLength(from);
  }
  if (from.name === 'bit varying' && to.name === 'bit varying') return length(to) < length(from);
  if (FRACTIONS.includes(from.name) && FRACTIONS.includes(to.name)) {
    return fraction(to) < fraction(from);
  }
  if (from.name === 'numeric' && to.name === 'numeric') {
    return losesDigits(from.modifiers, to.modifiers);
  }
  const fromBytes = own(INTEGER_BYTES, from.name);
  const toBytes = own(INTEGER_BYTES, to.name);
  return fromBytes !== undefined && toBytes !== undefined && toBytes < fromBytes;
}

function stringLength(type: ParsedType): number {
  // `character` without a length is character(1).
  return type.name === 'character' ? (type.modifiers[0] ?? 1) : length(type);
}
