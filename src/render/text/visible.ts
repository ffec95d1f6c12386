/**
 * What a terminal obeys instead of showing it: control characters other than line ends and tabs,
 * and the marks that turn the direction of writing.
 */
const HIDDEN = String.raw`(?![\n\t]|\r\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]`;

/** The sequences that migdocs itself writes: plain, bold, dim and the foreground's colours. */
const OWN_COLOURS = String.raw`\u001B\[(?:0|1|2|22|39|3[1-6]|1;31)m`;

const PLAIN = new RegExp(HIDDEN, 'gu');
const COLOURED = new RegExp(`(${OWN_COLOURS})|${HIDDEN}`, 'gu');

/**
 * Text in which nothing hides: a comment or file name of the project can hold escape sequences that
 * would move the cursor, set the title of the window or hide the rest. They are written as Ruby
 * writes them, `\e` and `\u0007`; colours stay where there are any.
 */
export function visible(text: string, { colour }: { readonly colour: boolean }): string {
  if (!colour) return text.replace(PLAIN, escaped);
  return text.replace(COLOURED, (found, own: string | undefined) => own ?? escaped(found));
}

function escaped(character: string): string {
  if (character === '\u001b') return '\\e';
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
