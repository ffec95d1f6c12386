/**
 * The number of a Ruby integer literal: `2026_01_31_120000`, `-1`, `0xff`, `0b1`, `0o17`, `017`.
 *
 * Prism 1.9 gives numbers too, but takes 32-bit words with the highest bit set for negative ones
 * (`readInteger` of its deserialize.js): 4294967295 becomes -1, and 20241104215430 -1076650618.
 */
export function parseInteger(text: string): bigint {
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/s.exec(text.replaceAll('_', '')) ?? [];
  const decimal = /^0d/i.test(digits);
  const octal = /^0\d/.test(digits);
  const written = decimal ? digits.slice(2) : octal ? `0o${digits.slice(1)}` : digits;
  const size = BigInt(written);
  return sign === '-' ? -size : size;
}
