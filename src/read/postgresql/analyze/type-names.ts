import type { TypeName } from '@pgsql/types';
import { textsOf } from '../nodes.ts';
import { Beyond, type Typed } from '../query/query.ts';
import type { Types } from './types.ts';

/** The type that a text names. @throws {Beyond} for one that is not known. */
export function typeNamed(name: TypeName, types: Types): Typed {
  const parts = textsOf(name.names);
  const own = parts.at(-1) ?? '';
  const type = name.arrayBounds?.length ? `_${own}` : own;
  if (name.setof || name.pct_type || !types.isKnown(type)) throw new Beyond(`type ${own}`);
  return { type, modifier: modifierOf(name, own) };
}

/** Bits of the fields that an interval is kept to (utils/datetime.h); one field at a time. */
const INTERVAL_FIELDS: { readonly [mask: string]: string } = {
  2: 'month',
  4: 'year',
  8: 'day',
  1024: 'hour',
  2048: 'minute',
};

function intervalFields([mask = '', precision]: readonly string[]): string {
  const field = INTERVAL_FIELDS[mask];
  if (field === undefined || precision !== undefined) throw new Beyond('fields of an interval');
  return field;
}

function modifierOf({ typmods = [] }: TypeName, type: string): string | null {
  const numbers = typmods.map((node) => {
    if (!('A_Const' in node) || node.A_Const.ival === undefined) throw new Beyond('a modifier');
    return String(node.A_Const.ival.ival ?? 0);
  });
  if (numbers.length === 0) return null;
  if (type === 'interval') return intervalFields(numbers);
  return type === 'numeric' && numbers.length === 1 ? `${numbers[0]},0` : numbers.join(',');
}
