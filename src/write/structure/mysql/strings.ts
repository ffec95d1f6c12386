const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ["'", "''"],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\0', '\\0'],
]);

/** A string as the server writes defaults and comments (`append_unescaped`). */
export function shownString(text: string): string {
  return `'${text.replace(/[\\'\n\r\0]/g, (letter) => ESCAPES.get(letter) ?? letter)}'`;
}
