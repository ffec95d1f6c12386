import { own } from '../../model/own.ts';
import { splitType } from './types.ts';

/**
 * What PostgreSQL keeps of `DEFAULT NULL`: nothing for most types, `NULL::numeric` for one with a
 * modifier, since the value is brought to it by a function (AddRelationNewConstraints drops a bare
 * null constant only; seen on 15, where interval(3) keeps nothing). Null where nothing is kept.
 */
export function nullDefault(type: string): string | null {
  const { base, modifier, array } = splitType(type);
  if (modifier === null || base === 'interval') return null;
  return `NULL::${own(NAMES, base) ?? base}${array ? '[]' : ''}`;
}

/** Types that are printed by another name where no modifier stands with them (format_type_extended). */
const NAMES: { readonly [type: string]: string } = { character: 'bpchar', bit: '"bit"' };
