/** Irregular plurals of the words that documents count. */
const PLURALS: { readonly [singular: string]: string } = {
  index: 'indexes',
  policy: 'policies',
  query: 'queries',
  dependency: 'dependencies',
  'primary key': 'primary keys',
};

/** `column` for 1, `columns` for any other number. */
export function plural(number: number, singular: string): string {
  if (number === 1) return singular;
  const known = PLURALS[singular];
  if (known !== undefined) return known;
  return singular.endsWith('s') ? `${singular}es` : `${singular}s`;
}

/** `1 column`, `2 columns`, `0 indexes`. */
export function count(number: number, singular: string): string {
  return `${number} ${plural(number, singular)}`;
}

/** `a`, `a and b`, `a, b and c`; empty for none. */
export function listing(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = words.at(-1);
  if (last === undefined) return '';
  const rest = words.slice(0, -1);
  return rest.length === 0 ? last : `${rest.join(', ')} ${conjunction} ${last}`;
}

/** The text with its first letter in upper case. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text on one line, cut after `limit` characters with an ellipsis. */
export function oneLine(text: string, limit: number = Number.POSITIVE_INFINITY): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1).trimEnd()}…`;
}
