import { own } from '../../model/own.ts';
import type { Column } from '../../model/schema.ts';
import { losesDigits, type ParsedType, parseType, type TypeChange } from '../type-change.ts';

/**
 * What ALTER COLUMN TYPE costs on PostgreSQL, measured on 15.18 and 18.6 by watching the relfilenode.
 *
 * `timestamp` ↔ `timestamptz` keeps the heap from PostgreSQL 12 on, when the session's TimeZone is
 * UTC, which is what Rails sets. A pair that was not measured counts as a rewrite.
 */
export function typeChange(before: Column, after: Column): TypeChange {
  if (before.type === after.type) {
    return { work: 'catalog', narrows: false, reason: 'the type stays the same' };
  }
  const from = parseType(before.type);
  const to = parseType(after.type);
  if (keepsValues(from, to)) {
    return { work: 'catalog', narrows: false, reason: 'every stored value is one of the new type' };
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

const TIMESTAMPS = ['timestamp without time zone', 'timestamp with time zone'];

function keepsValues(from: ParsedType, to: ParsedType): boolean {
  if (from.name === to.name) return keepsModifiers(from, to);
  if (to.name === 'text') return from.name === 'character varying' || from.name === 'xml';
  if (from.name === 'text') return to.name === 'character varying' && to.modifiers.length === 0;
  if (from.name === 'cidr') return to.name === 'inet';
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
