import type { JsonValue } from '../../../model/schema.ts';

const ESCAPES: { readonly [character: string]: string } = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\f': '\\f',
  '\v': '\\v',
  '\b': '\\b',
  '\u0007': '\\a',
  '\u001b': '\\e',
  '\u007f': '\\x7F',
};

/** Ruby's `String#inspect`: double quotes, with `#{`, `#$` and `#@` escaped. */
export function rubyString(text: string): string {
  const escaped = text
    .replace(/["\\\p{Cc}]/gu, (character) => ESCAPES[character] ?? unicodeEscape(character))
    .replace(/#(?=[{$@])/g, '\\#');
  return `"${escaped}"`;
}

/** Ruby's `Symbol#inspect`: `:desc`, and `:"two words"` where it needs quotes. */
export function rubySymbol(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*[?!]?$/.test(name) ? `:${name}` : `:${rubyString(name)}`;
}

/** `["a", "b"]`. */
export function rubyStrings(texts: readonly string[]): string {
  return `[${texts.map(rubyString).join(', ')}]`;
}

/** Ruby's `Float#inspect`: `1.0`, `0.25`, `1.0e+20`. Exponents begin at 1e16 and below 1e-4. */
export function rubyFloat(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude >= 1e16 || magnitude < 1e-4)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    const sign = exponent.startsWith('-') ? '-' : '+';
    const mantissa = digits.includes('.') ? digits : `${digits}.0`;
    return `${mantissa}e${sign}${exponent.slice(1).padStart(2, '0')}`;
  }
  const plain = String(value);
  return plain.includes('.') ? plain : `${plain}.0`;
}

/** Ruby's `BigDecimal#inspect` of a plain decimal number: `0.15e1` for 1.5. */
export function rubyDecimal(text: string): string {
  const match = /^(-?)0*(\d*)(?:\.(\d*?))?0*$/.exec(text.includes('.') ? text : `${text}.0`);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, '').replace(/0+$/, '');
  const exponent = whole.length > 0 ? whole.length : -(/^0*/.exec(fraction)?.[0].length ?? 0);
  return digits === '' ? `${sign}0.0` : `${sign}0.${digits}e${exponent}`;
}

/**
 * Ruby's `inspect` of a JSON value.
 *
 * @param spacedHashes - Ruby 3.4 and newer print `{"a" => 1}`, older ones `{"a"=>1}`.
 */
export function rubyValue(value: JsonValue, spacedHashes: boolean): string {
  if (value === null) return 'nil';
  if (typeof value === 'string') return rubyString(value);
  if (typeof value !== 'object') return String(value);
  const inner = (item: JsonValue): string => rubyValue(item, spacedHashes);
  if (Array.isArray(value)) return `[${value.map(inner).join(', ')}]`;
  const arrow = spacedHashes ? ' => ' : '=>';
  const pairs = Object.entries(value).map(
    ([key, item]) => `${rubyString(key)}${arrow}${inner(item)}`,
  );
  return `{${pairs.join(', ')}}`;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
