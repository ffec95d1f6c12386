import { createTwoFilesPatch } from 'diff';

/** Lines around a difference, as `git diff` shows. */
const CONTEXT = 3;

/** Unified diff of the schema file, with `a/` and `b/` in front of its name; empty when nothing differs. */
export function schemaFileDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: CONTEXT,
  });
  // The library writes an `Index:` or `====` line first, as svn does.
  return patch.slice(patch.indexOf('--- '));
}
