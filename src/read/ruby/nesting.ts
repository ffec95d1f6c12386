/**
 * Prism 1.9 as WebAssembly keeps its stack below its data and does not look whether it still has
 * room: 150 levels of `begin` or `class` write over the data and leave it in an endless loop, where
 * others end in a trap. Real Ruby has no 30 levels.
 */
const MOST_LEVELS = 100;

/**
 * Operators in front of an operand are a level each, and so are calls without parentheses that are
 * each other's argument (`a b c`): some hundred of them are too many.
 */
const CHAINS = /(?:[-!~+&*] *){300}|\b(?:\w+\?? +){150}/;

/** Lines of comments, in Ruby and in SQL. */
const COMMENTS = /^[ \t]*(?:#|--).*$/gm;

/** What opens a level, `+1`, and what closes one, where a line begins or a block's head ends. */
const LEVELS =
  /[([{]|[)\]}]|^[ \t]*(?:(?:begin|case|class|def|for|if|module|unless|until|while)\b|end\b)|\bdo\b(?=[ \t]*(?:\|[^|\n]*\|)?[ \t]*$)/gm;

/**
 * Where Ruby is nested more deeply than the parser can bear; null where it is not. Brackets in
 * strings count too, which Ruby's authors close there as well.
 */
export function tooDeep(text: string): number | null {
  let depth = 0;
  for (const { 0: level, index } of text.matchAll(LEVELS)) {
    const closes = /^[)\]}]$|end$/.test(level);
    depth = closes ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MOST_LEVELS) return index;
  }
  const chain = text.replace(COMMENTS, (comment) => ' '.repeat(comment.length)).search(CHAINS);
  return chain < 0 ? null : chain;
}
