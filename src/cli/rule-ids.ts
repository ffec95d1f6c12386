import { UsageError } from '../model/errors.ts';
import { nearest } from '../model/nearest.ts';

/** Ids on the command line: separated by commas, or the option given again. */
export function ruleIds(value: string, earlier: readonly string[] = []): readonly string[] {
  const ids = value.split(',').map((id) => id.trim());
  return [...earlier, ...ids.filter((id) => id !== '')];
}

/** @throws {UsageError} for an id that no rule has, with the nearest that one has. */
export function assertKnownRules(ids: readonly string[], known: readonly string[]): void {
  for (const id of ids) {
    if (known.includes(id)) continue;
    const meant = nearest(id, known);
    throw new UsageError(`there is no rule "${id}"${meant ? `; did you mean "${meant}"?` : ''}`, {
      remedy: 'List the rules with: migdocs rules',
    });
  }
}
