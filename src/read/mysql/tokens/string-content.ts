/** What a letter behind a backslash stands for; any other stands for itself. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['b', '\b'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['Z', '\x1a'],
  // These two keep their backslash, for the patterns of LIKE.
  ['%', '\\%'],
  ['_', '\\_'],
]);

/**
 * What a string with its quotes says: `'it''s'` and `"it's"` are `it's`.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/string-literals.html | String Literals}
 */
export function stringContent(quoted: string): string {
  const quote = quoted.charAt(0);
  const inner = quoted.slice(1, quoted.length > 1 && quoted.endsWith(quote) ? -1 : undefined);
  const plain = inner.includes('\\')
    ? inner.replace(/\\([\s\S])|''|""/g, (pair, letter?: string) => {
        if (letter !== undefined) return ESCAPES.get(letter) ?? letter;
        return pair === quote + quote ? quote : pair;
      })
    : inner.replaceAll(quote + quote, quote);
  return plain;
}
