import type { ReportContext } from './context.ts';
import { wordsParagraphs } from './templates.ts';

/** What must hold before the first step: `P1`, `P2`, … */
export interface PreCheck {
  readonly id: string;
  readonly text: string;
}

export function preChecks({ facts }: ReportContext): readonly PreCheck[] {
  const saves = facts.rollback.filter((step) => step.saveFirst.length > 0);
  return wordsParagraphs('pre-checks', {
    schemaFile: facts.schemaFile.path,
    versionBefore: facts.schemaFile.versionBefore ?? 'not stated',
    digest: facts.digest,
    saves: saves.map((step) => step.id),
  }).map((text, position) => ({ id: `P${position + 1}`, text }));
}
