import { link, list, paragraph, section, subheading } from '../blocks.ts';
import { byRule, idRanges } from '../by-rule.ts';
import { opaqueCallout } from '../common/opaque-callout.ts';
import { type ReportContext, type RiskFact, risksOf } from '../context.ts';
import { changeVerbs } from '../describe/verbs.ts';
import { idAnchor } from '../links.ts';
import { overallBand } from '../risk-rating.ts';
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
  const { facts } = context;
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
    band: overallBand(facts.risks),
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
export function riskiest({ facts }: ReportContext): RiskFact | undefined {
  const scores = facts.risks.map(({ rating }) => rating.score);
  return facts.risks[scores.indexOf(Math.max(...scores))];
}

function mainChanges(context: ReportContext): readonly ReportBlock[] {
  const { changes } = context.facts;
  if (changes.length === 0) return [];
  const score = (ids: readonly string[]) =>
    Math.max(0, ...risksOf(context, ids).map((risk) => risk.rating.score));
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
function mainRisks({ facts }: ReportContext): readonly ReportBlock[] {
  if (facts.risks.length === 0) return [];
  const rules = byRule(facts.risks.toSorted((one, other) => other.rating.score - one.rating.score));
  const shown = rules.slice(0, LIMIT);
  const rest = rules.slice(LIMIT).flatMap(({ all }) => all).length;
  return [
    subheading('What can go wrong'),
    list([
      ...shown.map(({ first, all }) => {
        const { band } = first.rating;
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
