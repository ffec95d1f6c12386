import { link, list, paragraph, section, subheading } from '../blocks.ts';
import { byRule, idRanges } from '../by-rule.ts';
import { opaqueCallout } from '../common/opaque-callout.ts';
import { type ReportContext, type RiskFact, risksOf } from '../context.ts';
import { changeVerbs } from '../describe/verbs.ts';
import { idAnchor } from '../links.ts';
import { overallBand, scoreRisk } from '../risk-score.ts';
import { type WordsView, wordsParagraphs } from '../templates.ts';
import type { ReportBlock, ReportSection } from '../types.ts';
import { namesOrNumber, unknownLocks, waitSentences, waitsOf } from '../waits.ts';
import { count, listing, sentenceCase } from '../words/index.ts';

/** A list in the summary names no more than this; of changes the riskiest first. */
const LIMIT = 8;

export function executiveSummary(context: ReportContext): ReportSection {
  return section({
    anchor: 'executive-summary',
    title: '2 Executive summary',
    startsOnNewPage: true,
    blocks: [
      ...wordsParagraphs('executive-summary', summaryWords(context)).map((text) => paragraph(text)),
      ...opaqueCallout(context),
      subheading('Who waits'),
      list(wordsParagraphs('who-waits', waitWords(context))),
      ...mainChanges(context),
      ...mainRisks(context),
    ],
  });
}

/** What the template `executive-summary` is filled with. */
function summaryWords(context: ReportContext): WordsView {
  const { facts, proposal } = context;
  const { verdict } = facts;
  const worst = riskiest(context);
  const undo = undoCounts(context);
  const step = facts.steps.find((one) => one.id === verdict.pointOfNoReturn);
  return {
    title: facts.title,
    project: facts.project,
    verbs: changeVerbs(facts.changes),
    oneMigration: facts.migrations.length === 1,
    migrations: facts.migrations.length === 0 ? null : count(facts.migrations.length, 'migration'),
    band: overallBand(facts.risks, proposal.options),
    findings: count(facts.risks.length, 'finding'),
    worst: worst?.message ?? null,
    worstId: worst?.id ?? null,
    steps: facts.rollback.length,
    stepWords: count(facts.rollback.length, 'step'),
    exact: undo.exact,
    losing: undo.schemaOnly,
    impossible: undo.impossible,
    pointOfNoReturn: step?.id ?? null,
    pointWords: step?.words ?? null,
    roles: listing(facts.roles.map((role) => role.title)),
  };
}

function waitWords(context: ReportContext): WordsView {
  const waits = waitsOf(context);
  return {
    waits: waitSentences(context, waits),
    moment: waits.moment.length === 0 ? null : namesOrNumber(waits.moment),
    unknown: waits.unknown.length === 0 ? null : unknownLocks(waits.unknown),
  };
}

function undoCounts({ facts }: ReportContext) {
  const number = (fidelity: string) =>
    facts.rollback.filter((step) => step.fidelity === fidelity).length;
  return {
    exact: number('exact'),
    schemaOnly: number('schemaOnly'),
    impossible: number('impossible'),
  };
}

/** How much of the release can be undone, a sentence. */
export function undoWords(context: ReportContext): string {
  const { exact, schemaOnly, impossible } = undoCounts(context);
  const total = context.facts.rollback.length;
  if (total === 0) return 'There is nothing to undo.';
  if (exact === total) return 'Every step can be undone exactly.';
  return `${sentenceCase(
    listing([
      `${exact} of ${count(total, 'step')} can be undone exactly`,
      ...(schemaOnly === 0 ? [] : [`${schemaOnly} without the data`]),
      ...(impossible === 0 ? [] : [`${impossible} not at all`]),
    ]),
  )}.`;
}

/** The risk of the highest score; the first of several. */
export function riskiest({ facts, proposal }: ReportContext): RiskFact | undefined {
  const scored = facts.risks.map((risk) => scoreRisk(risk, proposal.options).score);
  return facts.risks[scored.indexOf(Math.max(...scored))];
}

function mainChanges(context: ReportContext): readonly ReportBlock[] {
  const { changes } = context.facts;
  const { options } = context.proposal;
  if (changes.length === 0) return [];
  const score = (ids: readonly string[]) =>
    Math.max(0, ...risksOf(context, ids).map((risk) => scoreRisk(risk, options).score));
  const ranked = [...changes].sort((a, b) => score(b.risks) - score(a.risks)).slice(0, LIMIT);
  const rest = changes.length - ranked.length;
  return [
    subheading('What changes'),
    list([
      ...ranked.map((change) => `${change.id}: ${change.words}`),
      ...(rest === 0 ? [] : [`${count(rest, 'more change')} in section 5.`]),
    ]),
  ];
}

/** What can go wrong, once a rule: a finding a line would repeat itself. */
function mainRisks({ facts, proposal }: ReportContext): readonly ReportBlock[] {
  if (facts.risks.length === 0) return [];
  const score = (risk: RiskFact) => scoreRisk(risk, proposal.options).score;
  const rules = byRule(facts.risks.toSorted((one, other) => score(other) - score(one)));
  const shown = rules.slice(0, LIMIT);
  const rest = rules.slice(LIMIT).flatMap(({ all }) => all).length;
  return [
    subheading('What can go wrong'),
    list([
      ...shown.map(({ first, all }) => {
        const { band } = scoreRisk(first, proposal.options);
        const ids = idRanges(all.map(({ id }) => id).toSorted(byNumber));
        const title = link(first.title, `#${idAnchor('risk', first.id)}`);
        return [`${sentenceCase(band)}: `, title, ` (${ids}).`];
      }),
      ...(rest === 0 ? [] : [`${count(rest, 'more finding')} in section 7.1.`]),
    ]),
  ];
}

function byNumber(one: string, other: string): number {
  return Number(one.slice(1)) - Number(other.slice(1));
}
