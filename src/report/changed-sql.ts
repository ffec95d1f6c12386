import { diffLines } from 'diff';
import type { ReportContext } from './context.ts';
import type { ChangeFact } from './tables.ts';

/** The statements that create a changed object, one a line or more; null where there is no object. */
export interface ChangedSql {
  readonly before: string | null;
  readonly after: string | null;
}

export function changedSql({ proposal, facts }: ReportContext, change: ChangeFact): ChangedSql {
  const { before, after } = proposal.definitions[facts.changes.indexOf(change)] ?? {};
  return { before: before?.join('\n') ?? null, after: after?.join('\n') ?? null };
}

/** Both with the signs of a diff before their lines: `-` before the change, `+` after it. */
export function sqlDiff({ before, after }: ChangedSql): string {
  return diffLines(ended(before), ended(after))
    .flatMap(({ value, added, removed }) => {
      const unchanged = removed ? '-' : ' ';
      const sign = added ? '+' : unchanged;
      return value
        .trimEnd()
        .split('\n')
        .map((line) => `${sign}${line}`);
    })
    .join('\n');
}

function ended(text: string | null): string {
  return text === null ? '' : `${text.trimEnd()}\n`;
}
