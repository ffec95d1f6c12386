import { code, fact } from '../blocks.ts';
import { byRule } from '../by-rule.ts';
import type { ReportContext } from '../context.ts';
import { NO_CHANGE } from '../describe/counts.ts';
import { engineWords } from '../describe/engine.ts';
import { REVIEW_WORDS } from '../describe/terms.ts';
import { changeVerbs } from '../describe/verbs.ts';
import { overallBand } from '../risk-rating.ts';
import type { Fact } from '../types.ts';
import { serviceImpact, waitsOf } from '../waits.ts';
import { count, listing, sentenceCase } from '../words/index.ts';
import { riskiest, undoWords } from './executive-summary.ts';

/** What a release manager decides by, on the first page; then what names the document. */
export function cover(context: ReportContext): readonly Fact[] {
  const { facts, proposal } = context;
  const verbs = changeVerbs(facts.changes);
  const { opaque } = facts.verdict;
  return [
    fact('Change id', facts.changeId ?? 'not supplied'),
    fact('Database', `${engineWords(proposal.engine)}, schema of ${facts.project}`),
    fact('What changes', verbs === '' ? NO_CHANGE : `${sentenceCase(verbs)}.`),
    fact('Overall risk', riskWords(context)),
    fact('Who is affected', serviceImpact(waitsOf(context))),
    fact('Way back', wayBackWords(context)),
    ...(opaque === 0
      ? []
      : [fact('Not understood', `${count(opaque, 'statement')}: see section 15.`)]),
    fact(
      'What is asked',
      `${sentenceCase(REVIEW_WORDS[facts.verdict.review])}; a decision in section 16 by ${listing(facts.roles.map(({ title }) => title))}.`,
    ),
    fact('Document', `${facts.documentId}, newest input of ${facts.date ?? 'an unknown date'}`),
    fact('Input digest', code(`sha256:${facts.digest}`)),
    fact('Classification', facts.classification ?? 'not supplied'),
  ];
}

function riskWords(context: ReportContext): string {
  const { facts } = context;
  const band = overallBand(facts.risks);
  const worst = riskiest(context);
  if (band === null || worst === undefined) return 'None found.';
  const findings = count(facts.risks.length, 'finding');
  const others = byRule(facts.risks.filter(({ severity }) => severity === 'danger'))
    .filter(({ first }) => first.rule !== worst.rule)
    .map(({ first }) => `${first.title} (${first.id})`);
  const more = others.length === 0 ? '' : ` Also: ${others.join('; ')}.`;
  return `${sentenceCase(band)}, from ${findings}. ${worst.id}: ${worst.message}${more}`;
}

function wayBackWords(context: ReportContext): string {
  const { pointOfNoReturn } = context.facts.verdict;
  const undo = undoWords(context);
  return pointOfNoReturn === null ? undo : `${undo} Point of no return: ${pointOfNoReturn}.`;
}
