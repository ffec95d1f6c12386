import type { StatedSetting } from '../../model/project-facts.ts';

/**
 * The last line of Ruby that assigns to a name, comments left out; null when none does.
 *
 * @param target - an expression for what stands before `=`.
 */
export function assignedIn(
  text: string | null,
  path: string,
  target: RegExp,
): StatedSetting | null {
  if (text === null) return null;
  const pattern = new RegExp(`^\\s*(?:${target.source})\\s*=\\s*([^=~\\s].*)$`);
  let found: StatedSetting | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const value = pattern
      .exec(line)?.[1]
      ?.replace(/\s+#.*$/, '')
      .trim();
    if (value === undefined) continue;
    const column = line.search(/\S/) + 1;
    found = { value, source: { path, line: index + 1, column, endLine: index + 1 } };
  }
  return found;
}
