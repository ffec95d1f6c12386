/** The position behind a string or quoted name that begins at `start`; the text's end when it is left open. */
export function endOfQuoted(text: string, start: number): number {
  const quote = text.charAt(start);
  // Backslashes escape in strings, not in names between backticks.
  const escapes = quote !== '`';
  let at = start + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (escapes && character === '\\') at += 2;
    else if (character !== quote) at += 1;
    else if (text.charAt(at + 1) === quote) at += 2;
    else return at + 1;
  }
  return text.length;
}

/** True where a comment begins that runs to the end of the line; `--` needs a blank behind it. */
export function isLineComment(text: string, at: number): boolean {
  if (text.charAt(at) === '#') return true;
  return text.startsWith('--', at) && /^(?:[\s\p{Cc}]|$)/u.test(text.charAt(at + 2));
}

export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The position behind a comment between slash and star that begins at `at`. */
export function endOfComment(text: string, at: number): number {
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}

const CONDITIONAL = /\/\*(M?)!(\d{5,6})?/y;

/** The head of a conditional comment at a position; null when none begins there. */
export function conditionalHead(
  text: string,
  at: number,
): {
  readonly length: number;
  readonly mariadbOnly: boolean;
  readonly version: number | null;
} | null {
  CONDITIONAL.lastIndex = at;
  const match = CONDITIONAL.exec(text);
  if (!match) return null;
  const [head, letter, digits] = match;
  return {
    length: head.length,
    mariadbOnly: letter === 'M',
    version: digits === undefined ? null : Number(digits),
  };
}
