import type { Node, TypeName } from '@pgsql/types';
import { canonicalType, joinType } from '../../dialect/postgresql/types.ts';
import { own } from '../../model/own.ts';
import { nodeOf, textsOf } from './nodes.ts';
import { NotTold } from './statements/reading.ts';

/** The pseudo-types that make a column with its own sequence. */
const SERIALS: { readonly [name: string]: string } = {
  smallserial: 'smallint',
  serial2: 'smallint',
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
};

/** The integer type behind `serial` and its sisters; null for other types. */
export function serialType(type: TypeName | undefined): string | null {
  const names = textsOf(type?.names);
  const [name = ''] = names;
  return names.length === 1 ? (own(SERIALS, name) ?? null) : null;
}

/**
 * A type in its canonical spelling, `character varying(20)[]`.
 *
 * @throws {NotTold} for `table.column%TYPE` and sets.
 */
export function typeOf(type: TypeName | undefined): string {
  if (!type || type.pct_type || type.setof) throw new NotTold('its type is taken from elsewhere');
  return `${elementType(type)}${type.arrayBounds ? '[]' : ''}`;
}

function elementType(type: TypeName): string {
  const names = textsOf(type.names);
  const name = names.at(-1) ?? '';
  const namespace = names.at(-2) ?? null;
  if (name === 'interval') return intervalType(type.typmods);
  const modifier = modifiersOf(type.typmods);
  // The type of one byte; char without quotes is another one, pg_catalog.bpchar.
  if (name === 'char' && (namespace === null || namespace === 'pg_catalog')) return '"char"';
  // Without a length it is no character(1), as `char` is, but of any length.
  if (name === 'bpchar' && modifier === null) return name;
  const isBuiltIn =
    namespace === 'pg_catalog' ||
    // PostGIS' own, whose modifiers have a spelling of their own.
    name === 'geometry' ||
    name === 'geography' ||
    (namespace === null && name === name.toLowerCase());
  if (isBuiltIn) return canonicalType(modifier === null ? name : `${name}(${modifier})`);
  const owner = namespace === null || namespace === 'public' ? '' : `${namespace}.`;
  return joinType(`${owner}${name}`, modifier);
}

/** `10,2` of `numeric(10,2)`, `Point,4326` of PostGIS' `geometry(Point,4326)`; null without. */
function modifiersOf(nodes: readonly Node[] | undefined): string | null {
  if (!nodes || nodes.length === 0) return null;
  return nodes.map(modifierOf).join(',');
}

function modifierOf(node: Node): string {
  const constant = nodeOf(node, 'A_Const');
  if (constant) return constant.sval?.sval ?? String(constant.ival?.ival ?? 0);
  return textsOf(nodeOf(node, 'ColumnRef')?.fields).join('.');
}

/** Bits of the fields that an interval is limited to (src/include/utils/timestamp.h, datetime.h). */
const INTERVAL_FIELDS: readonly (readonly [bit: number, name: string])[] = [
  [1 << 2, 'year'],
  [1 << 1, 'month'],
  [1 << 3, 'day'],
  [1 << 10, 'hour'],
  [1 << 11, 'minute'],
  [1 << 12, 'second'],
];

const INTERVAL_FULL_RANGE = 0x7fff;

function intervalType(nodes: readonly Node[] | undefined): string {
  const [mask = INTERVAL_FULL_RANGE, precision] = (nodes ?? []).map(
    (node) => nodeOf(node, 'A_Const')?.ival?.ival ?? 0,
  );
  const digits = precision === undefined ? '' : `(${precision})`;
  if (mask === INTERVAL_FULL_RANGE) return `interval${digits}`;
  const fields = INTERVAL_FIELDS.filter(([bit]) => (mask & bit) !== 0).map(([, name]) => name);
  const range = [...new Set([fields[0], fields.at(-1)])].join(' to ');
  return `interval ${range}${digits}`;
}
