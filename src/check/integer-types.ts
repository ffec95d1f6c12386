import { own } from '../model/own.ts';

/** Bytes of an integer, by its type without sign and display width. */
const BYTES: { readonly [type: string]: number } = {
  tinyint: 1,
  smallint: 2,
  mediumint: 3,
  int: 4,
  integer: 4,
  bigint: 8,
};

/** Bytes of an integer type, `int(11) unsigned` too; null for any other type. */
export function integerBytes(type: string): number | null {
  const name = type
    .replace(/\(.*\)/, '')
    .replace(' unsigned', '')
    .trim();
  return own(BYTES, name) ?? null;
}
