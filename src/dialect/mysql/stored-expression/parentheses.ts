/** True when the first parenthesis of an expression is closed by its last character. */
export function isInParentheses(expression: string): boolean {
  if (!expression.startsWith('(') || !expression.endsWith(')')) return false;
  const quoted = /'(?:[^'\\]|''|\\[\s\S])*'|`[^`]*`|"(?:[^"\\]|""|\\[\s\S])*"/g;
  const bare = expression.replace(quoted, (text) => '.'.repeat(text.length));
  let depth = 0;
  for (let at = 0; at < bare.length - 1; at += 1) {
    if (bare.charAt(at) === '(') depth += 1;
    if (bare.charAt(at) === ')') depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}
