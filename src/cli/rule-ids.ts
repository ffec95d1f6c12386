import { UsageError } from '../model/errors.ts';

/** Ids on the command line: separated by commas, or the option given again. */
export function ruleIds(value: string, earlier: readonly string[] = []): readonly string[] {
  const ids = value.split(',').map((id) => id.trim());
  return [...earlier, ...ids.filter((id) => id !== '')];
}

/** @throws {UsageError} for an id that no rule has, with the nearest that one has. */
export async function assertKnownRules(
  ids: readonly string[],
  known: readonly string[],
): Promise<void> {
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const { nearest } = await import('../model/nearest.ts');
  const meant = nearest(unknown, known);
  throw new UsageError(
    `there is no rule "${unknown}"${meant ? `; did you mean "${meant}"?` : ''}`,
    { remedy: 'List the rules with: migdocs rules' },
  );
}
