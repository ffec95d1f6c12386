import { own } from '../../model/own.ts';
import { formatLocation } from '../../model/source.ts';
import { idRanges } from '../by-rule.ts';
import type { ReportContext, RollbackFact } from '../context.ts';
import { openPointId } from '../ids.ts';
import type { ProposalFacts } from '../types.ts';
import { waitsOf } from '../waits.ts';
import { count } from '../words/index.ts';
import { unknowns } from './unknowns.ts';

/** What has to be settled before the change can be approved, the gravest kind first. */
export function openPointsOf(context: ReportContext): ProposalFacts['openPoints'] {
  return sentences(context).map((text, position) => ({ id: openPointId(position), text }));
}

function sentences(context: ReportContext): readonly string[] {
  const { facts } = context;
  return [
    ...facts.opaque.map(
      ({ reason, source }) => `${formatLocation(source)} was not understood, because ${reason}.`,
    ),
    ...cannotBeUndone(facts.rollback),
    ...facts.migrations.flatMap(({ path, irreversible }) =>
      irreversible.map(
        ({ reason, source }) =>
          `bin/rails db:rollback does not undo ${path} (line ${source.line}), because ${reason}.`,
      ),
    ),
    ...openQuestions(facts.rollback),
    ...systemsToTell(facts.dependencies),
    ...unknownSizes(context),
    ...unknowns(context),
    ...facts.possibleRenames.map(
      ({ from, to, reason }) => `${from} → ${to} may be one object renamed, because ${reason}.`,
    ),
    ...driftSentences(facts.drift ?? []),
  ];
}

function openQuestions(rollback: readonly RollbackFact[]): readonly string[] {
  const asking = rollback.filter(({ questions }) => questions.length > 0);
  if (asking.length === 0) return [];
  const ids = idRanges(asking.map(({ id }) => id));
  return [
    `${ids} ${asking.length === 1 ? 'asks' : 'ask'} what only a person can answer (section 10.2).`,
  ];
}

/** Systems that people declared, and that no file of the project can be changed for. */
function systemsToTell(dependencies: ReportContext['facts']['dependencies']): readonly string[] {
  const external = dependencies.filter(({ relation }) => relation === 'external');
  return [...new Set(external.map(({ other }) => other))].map((name) => {
    const ids = idRanges(external.filter(({ other }) => other === name).map(({ id }) => id));
    return `${name} uses what the release changes (${ids}): its owner has to agree to the day.`;
  });
}

/** Tables on which somebody waits for a time that depends on their size, and the size is not known. */
function unknownSizes(context: ReportContext): readonly string[] {
  const tables = waitsOf(context).long.map(({ through }) => through);
  return [...new Set(tables)]
    .filter((table) => own(context.proposal.options.rows, table) === undefined)
    .map((table) => `The size of ${table} is not known, so how long the wait is cannot be said.`);
}

/** Steps that cannot be undone for the same reason, together. */
function cannotBeUndone(rollback: readonly RollbackFact[]): readonly string[] {
  const impossible = rollback.filter((step) => step.fidelity === 'impossible').toReversed();
  const reasons = [...new Set(impossible.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const steps = impossible.filter((step) => step.reason === reason);
    const ids = idRanges(steps.map(({ undoes }) => undoes));
    return `${ids} cannot be undone. ${reason ?? ''}`.trim();
  });
}

/** More differences than this are counted, and the first ones named. */
const DRIFT_LIMIT = 5;

function driftSentences(drift: readonly { readonly words: string }[]): readonly string[] {
  if (drift.length === 0) return [];
  const named = drift.slice(0, DRIFT_LIMIT).map(({ words }) => words);
  const rest = drift.length - named.length;
  const more = rest === 0 ? '' : ` And ${count(rest, 'more object')}, as proposal.json says.`;
  return [
    `The committed schema file differs from the predicted one in ${count(drift.length, 'object')}. ${named.join(' ')}${more}`,
  ];
}
