import type { Call } from '../evaluate/call.ts';
import { NIL, option, string, toText, type Value } from '../evaluate/values.ts';
import { expressionOf } from './operators.ts';

/** Characters of a text that is made by replacing; longer ones stay unknown. */
const MAX_LENGTH = 10_000_000;

/** `gsub` with a text, a hash or a block for what it finds. */
export function replace(text: string, call: Call, all: boolean): Value | undefined {
  const [what, by] = call.args;
  if (by?.kind === 'string' && text.length * by.text.length > MAX_LENGTH) return undefined;
  const source = what?.kind === 'string' ? escaped(what.text) : null;
  const pattern =
    what?.kind === 'pattern'
      ? expressionOf(what, all ? 'g' : '')
      : source === null
        ? null
        : new RegExp(source, all ? 'gu' : 'u');
  if (!pattern || text.length > MAX_SEARCHED) return undefined;
  let failed = false;
  const made = text.replace(pattern, (found: string, ...groups: unknown[]) => {
    const piece = replacement(found, groups, call);
    failed ||= piece === null;
    return piece ?? '';
  });
  return failed ? undefined : string(made);
}

function replacement(found: string, groups: readonly unknown[], call: Call): string | null {
  const [, given = call.options] = call.args;
  if (given.kind === 'string') {
    return given.text.replace(/\\(\d)/g, (_, digit) =>
      digit === '0' ? found : String(groups[Number(digit) - 1] ?? ''),
    );
  }
  const by = call.block
    ? call.evaluator.callBlock(call.block, [string(found)])
    : given.kind === 'hash' && (option(given, found) ?? NIL);
  return by ? toText(by) : null;
}

/** Longest text in which something is replaced. */
const MAX_SEARCHED = 200_000;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** Takes an end or a beginning off, when the text has it. */
export function cut(
  text: string,
  call: Call,
  has: (part: string) => boolean,
  without: (part: string) => string,
): Value | undefined {
  const part = call.args[0] ? toText(call.args[0]) : null;
  if (part === null) return undefined;
  return string(part !== '' && has(part) ? without(part) : text);
}

export function padded(
  text: string,
  call: Call,
  pad: (width: number, by: string) => string,
): Value | undefined {
  const [width, by] = call.args;
  if (width?.kind !== 'integer' || width.number > MAX_PADDED) return undefined;
  return string(pad(Math.max(width.number, text.length), (by && toText(by)) || ' '));
}

const MAX_PADDED = 10_000;

/** `tr`, with ranges in what it looks for; undefined for other forms. */
export function translated(text: string, from: string, to: string): Value | undefined {
  const letters = spelledOut(from);
  const others = spelledOut(to);
  if (!letters || !others) return undefined;
  const last = others.at(-1) ?? '';
  const made = [...text].map((letter) => {
    const at = letters.indexOf(letter);
    return at < 0 ? letter : (others[at] ?? last);
  });
  return string(made.join(''));
}

/** `a-c` is a, b and c; null for what is negated or escaped. */
function spelledOut(set: string): readonly string[] | null {
  if (/^\^.|\\/.test(set)) return null;
  return [...set.matchAll(/(.)-(.)|(.)/gsu)].flatMap(([whole, first, last]) => {
    if (first === undefined || last === undefined) return [whole];
    const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) =>
      String.fromCharCode(from + at),
    );
  });
}
