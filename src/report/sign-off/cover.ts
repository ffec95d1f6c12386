import { code, fact } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { changeCounts } from '../describe/counts.ts';
import { engineWords } from '../describe/engine.ts';
import { REVIEW_WORDS } from '../describe/terms.ts';
import { overallBand } from '../risk-score.ts';
import type { Fact } from '../types.ts';
import { count } from '../words/index.ts';

export function cover({ facts, proposal }: ReportContext): readonly Fact[] {
  return [
    fact('Change id', facts.changeId ?? 'not supplied'),
    fact('Project', facts.project),
    fact('Engine', engineWords(facts)),
    fact('Changes', changeCounts(facts.verdict.counts)),
    fact('Overall risk', overallBand(facts.risks, proposal.options) ?? 'none found'),
    fact('Review needed', REVIEW_WORDS[facts.verdict.review]),
    fact('Not understood', count(facts.verdict.opaque, 'statement')),
    fact('Document', facts.documentId),
    fact('Input digest', code(`sha256:${facts.digest}`)),
    fact('Date of the newest input', facts.date ?? 'not known'),
    fact('Classification', facts.classification ?? 'not supplied'),
  ];
}
