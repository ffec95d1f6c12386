import { option, string, toText, type Value } from '../evaluate/values.ts';

/** Widest field that is filled up. */
const MAX_WIDTH = 1000;

const DIRECTIVE = /%(?:%|\{(\w+)\}|([-0+ ]*)(?:<(\w+)>)?([-0+ ]*)(\d*)(?:\.(\d+))?([a-zA-Z]))/g;

/** `format`: strings and numbers with width and precision, by place or name; undefined for other directives. */
export function format(pattern: string, value: Value): Value | undefined {
  const queue = value.kind === 'array' ? [...value.items] : [value];
  const pieces = [...pattern.matchAll(DIRECTIVE)].map(([directive, ...parts]) =>
    directive === '%%' ? '%' : formatted(parts, queue, value),
  );
  if (pieces.includes(null)) return undefined;
  return string(pattern.replace(DIRECTIVE, () => pieces.shift() ?? ''));
}

/** What stands for one directive; null when it cannot be told. */
function formatted(
  [name, before = '', typed, behind = '', width = '', precision, letter]: readonly (
    | string
    | undefined
  )[],
  queue: Value[],
  value: Value,
): string | null {
  if (Number(width) > MAX_WIDTH) return null;
  const key = typed ?? name;
  const found = key === undefined ? queue.shift() : value.kind === 'hash' && option(value, key);
  if (!found) return null;
  if (name !== undefined) return toText(found);
  const piece = written(found, letter, precision);
  return piece === null ? null : filled(piece, before + behind, Number(width));
}

function written(value: Value, letter: string | undefined, precision?: string): string | null {
  if (letter === 's') return toText(value);
  if (!('number' in value)) return null;
  if (letter === 'd' || letter === 'i') return String(Math.floor(value.number));
  if (letter === 'f') return value.number.toFixed(Math.min(20, Number(precision ?? 6)));
  if (letter === 'x') return Math.floor(value.number).toString(16);
  if (letter === 'X') return Math.floor(value.number).toString(16).toUpperCase();
  return null;
}

function filled(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  return text.padStart(width, flags.includes('0') ? '0' : ' ');
}
