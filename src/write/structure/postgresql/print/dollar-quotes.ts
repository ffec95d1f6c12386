const SUFFIX = '_XXXXXXX';

/**
 * Text between dollar quotes whose delimiter the text does not hold: `$$`, `$_$`, `$_X$`, …
 * (appendStringLiteralDQ in src/fe_utils/string_utils.c).
 */
export function dollarQuoted(text: string): string {
  let delimiter = '$';
  for (let next = 0; text.includes(delimiter); next = (next + 1) % SUFFIX.length) {
    delimiter += SUFFIX.charAt(next);
  }
  return `${delimiter}$${text}${delimiter}$`;
}

/** What a string constant holds; null for one whose escapes are not read here. */
export function stringBody(token: string): string | null {
  const dollar = /^(\$[^$]*\$)([\s\S]*)\1$/.exec(token);
  if (dollar) return dollar[2] ?? '';
  if (/^'[\s\S]*'$/.test(token)) return token.slice(1, -1).replaceAll("''", "'");
  return null;
}
