/**
 * `text` without what XML 1.0 cannot hold: control characters other than tab and line ends, lone
 * surrogates, and the two non-characters at the end of the basic plane. Line ends become `\n`.
 *
 * @see {@link https://www.w3.org/TR/xml/#charsets | XML 1.0, characters}
 */
export function xmlText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(NOT_XML, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
