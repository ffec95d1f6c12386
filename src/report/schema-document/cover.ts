import { code, fact, muted } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { changeCounts } from '../describe/counts.ts';
import { engineWords } from '../describe/engine.ts';
import { REVIEW_WORDS, severityWord } from '../describe/terms.ts';
import type { Fact } from '../types.ts';
import { count, listing } from '../words/index.ts';

export function cover(context: ReportContext): readonly Fact[] {
  const { facts, proposal } = context;
  const { after } = proposal;
  return [
    fact('Change', facts.title),
    fact('Project', facts.project),
    fact('Status', 'Proposed. The state after the migrations is predicted from files.'),
    fact('Engine', engineWords(proposal.engine)),
    fact('Schema version', versionWords(facts.schemaFile)),
    fact('Base', facts.base.description),
    ...(facts.base.commit === null ? [] : [fact('Commit', code(facts.base.commit))]),
    fact(
      'Holds',
      listing([
        count(after.tables.length, 'table'),
        count(after.tables.flatMap((table) => table.columns).length, 'column'),
        count(after.tables.flatMap((table) => table.foreignKeys).length, 'foreign key'),
        count(after.views.length, 'view'),
      ]),
    ),
    fact('Changes', changeCounts(facts.verdict.counts)),
    fact('Risk', riskWords(context)),
    fact('Review', REVIEW_WORDS[facts.verdict.review]),
    fact('Input digest', code(`sha256:${facts.digest}`)),
    fact('Classification', facts.classification ?? muted('not supplied')),
  ];
}

/** `danger (3 findings)`. */
function riskWords({ facts }: ReportContext): string {
  const { length } = facts.risks;
  const word = severityWord(facts.verdict.severity);
  return length === 0 ? word : `${word} (${count(length, 'finding')})`;
}

/** `20261001120000 → 20261106120000`. */
function versionWords({
  versionBefore,
  versionAfter,
}: {
  readonly versionBefore: string | null;
  readonly versionAfter: string | null;
}): string {
  if (versionBefore === versionAfter) return `${versionAfter ?? 'not stated'} (unchanged)`;
  return `${versionBefore ?? 'not stated'} → ${versionAfter ?? 'not stated'}`;
}
