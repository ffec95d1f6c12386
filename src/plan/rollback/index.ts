import { applyOperation } from '../../apply/index.ts';
import { dialectFor } from '../../dialect/index.ts';
import { locksOf as dialectLocksOf } from '../../dialect/locks.ts';
import { type RailsVersion, railsAtLeast } from '../../model/engine.ts';
import { InputError } from '../../model/errors.ts';
import type { LockClaim } from '../../model/lock.ts';
import type { AppliedOperation, Migration } from '../../model/migration.ts';
import type { Operation } from '../../model/operation.ts';
import type { RollbackClass, RollbackPlan, RollbackStep } from '../../model/rollback.ts';
import type { Schema } from '../../model/schema.ts';
import { DEFAULT_RAILS, operationRuby } from '../../write/ruby/migration/index.ts';
import { operationSql } from '../../write/sql/index.ts';
import type { Inverse } from './inverse.ts';
import { invertOperation } from './invert.ts';
import { type OriginOf, originsBefore } from './origins.ts';

export { invertOperation } from './invert.ts';

export interface RollbackOptions {
  /** The locks of an operation; by default those that the dialect knows. */
  readonly locksOf?: (operation: Operation, before: Schema, after: Schema) => readonly LockClaim[];
  /** Version of the migration that `rails` is written for; by default the newest among the migrations. */
  readonly rails?: RailsVersion;
  /**
   * What the review policy lets a step be at best, by the position of the forward step; by default
   * the plan decides alone.
   */
  readonly atBest?: (position: number) => RollbackLimit;
}

/** The best class of a step, whatever its inverse looks like. */
interface RollbackLimit {
  readonly class: RollbackClass;
  /** Why it is no better, a clause; null when it is automatic. */
  readonly reason: string | null;
  /** What a person has to answer first; not empty for `humanOnly`. */
  readonly questions: readonly string[];
}

const UNLIMITED: RollbackLimit = { class: 'automatic', reason: null, questions: [] };

/**
 * The way back from all of the operations, the last one first, each planned from the schema right
 * before it.
 *
 * Every operation has its step, also one that needs no undoing. `sql` holds the statements to run,
 * then comments with what people run once data is back; `rails` says the same as a migration.
 *
 * @param applied - in the order in which they ran.
 */
export function planRollback(
  applied: readonly AppliedOperation[],
  options: RollbackOptions = {},
): RollbackPlan {
  const rails = options.rails ?? newestRails(applied);
  const locksOf = options.locksOf ?? dialectLocksOf;
  const atBest = options.atBest ?? (() => UNLIMITED);
  const steps = savedOnce(
    applied.map((one, position) =>
      limited(
        plannedStep(one, position, {
          rails,
          locksOf,
          originOf: originsBefore(applied.slice(0, position)),
        }),
        atBest(position),
      ),
    ),
  ).reverse();
  const lossy = steps.filter(({ fidelity }) => fidelity !== 'exact').map(({ undoes }) => undoes);
  return { steps, pointOfNoReturn: lossy.length === 0 ? null : Math.min(...lossy) };
}

/** The step, left to people as far as the limit asks for it. */
function limited(step: RollbackStep, limit: RollbackLimit): RollbackStep {
  if (WEIGHT[step.class] >= WEIGHT[limit.class]) return step;
  const starts = limit.class === 'humanOnly' ? 'A person does it' : 'A person starts it';
  const reason = limit.reason === null ? null : `${starts}, because ${limit.reason}.`;
  return {
    ...step,
    class: limit.class,
    reason: [step.reason, reason].filter((text) => text !== null).join(' ') || null,
    questions: [
      ...step.questions,
      ...limit.questions.filter((each) => !step.questions.includes(each)),
    ],
  };
}

const WEIGHT: { readonly [C in RollbackClass]: number } = {
  automatic: 0,
  assisted: 1,
  humanOnly: 2,
};

interface StepOptions extends Required<Omit<RollbackOptions, 'atBest'>> {
  readonly originOf: OriginOf;
}

/** Two steps that need the same copy share it: it is made for the first of them. */
function savedOnce(steps: readonly RollbackStep[]): RollbackStep[] {
  const made = new Set<string>();
  return steps.map((step) => {
    const [copy] = step.saveFirst;
    const again = copy !== undefined && made.has(copy);
    for (const text of step.saveFirst) made.add(text);
    return again
      ? { ...step, saveFirst: [`-- Kept by the copy for an earlier step: ${copy}`] }
      : step;
  });
}

/** A way back that does not apply is left to people, with what stands in its way. */
function plannedStep(one: AppliedOperation, position: number, options: StepOptions): RollbackStep {
  try {
    return rollbackStep(one, position, options);
  } catch (error) {
    if (error instanceof InputError) return unplannedStep(one, position, error.message);
    throw error;
  }
}

function unplannedStep(
  { operation }: AppliedOperation,
  position: number,
  obstacle: string,
): RollbackStep {
  return {
    undoes: position,
    action: 'Nothing is done by itself: no way back could be worked out.',
    fidelity: 'impossible',
    class: 'humanOnly',
    dataLost: null,
    reason: `Undoing it by its opposite is refused, because ${obstacle.replace(/\.$/, '')}.`,
    sql: [],
    rails: '',
    precondition: null,
    saveFirst: [],
    questions: ['Which statements undo it, and in which order with the other steps?'],
    locks: [],
    source: operation.source,
  };
}

function rollbackStep(
  { operation, before, after, migration }: AppliedOperation,
  position: number,
  { rails, locksOf, originOf }: StepOptions,
): RollbackStep {
  const undo = invertOperation(operation, before, after, originOf);
  const { action, fidelity, dataLost, precondition, saveFirst } = undo;
  const cautions = cautionsOf(operation, undo, migration, before);
  const run = chain(undo.operations, after);
  const late = chain(undo.completion, run.at(-1)?.after ?? after);
  return {
    undoes: position,
    action,
    fidelity,
    class: cautions.length > 0 ? atBestAssisted(undo.class) : undo.class,
    dataLost,
    reason: reasonText(undo.reason, cautions),
    sql: [...run.flatMap(sqlOf), ...lateSql(undo.putBack, late)],
    rails: railsText(run, undo.putBack, late, rails),
    precondition,
    saveFirst,
    questions: [...undo.questions, ...conditionQuestions(operation)],
    locks: run.flatMap((one) => locksOf(one.operation, one.before, one.after)),
    source: operation.source,
  };
}

interface ChainLink {
  readonly operation: Operation;
  readonly before: Schema;
  readonly after: Schema;
}

/** The operations with the schemas around each. */
function chain(operations: readonly Operation[], start: Schema): readonly ChainLink[] {
  const links: ChainLink[] = [];
  let before = start;
  for (const operation of operations) {
    const after = applyOperation(before, operation);
    links.push({ operation, before, after });
    before = after;
  }
  return links;
}

function sqlOf({ operation, before, after }: ChainLink): readonly string[] {
  return operationSql(operation, before, after);
}

/** What only people can decide to run stands there as comments. */
function lateSql(putBack: readonly string[], late: readonly ChainLink[]): readonly string[] {
  return [
    ...commented('--', 'With the copy that was made before', putBack),
    ...commented('--', 'When the data is back', late.flatMap(sqlOf)),
  ];
}

function railsText(
  run: readonly ChainLink[],
  putBack: readonly string[],
  late: readonly ChainLink[],
  rails: RailsVersion,
): string {
  const ruby = ({ operation, before }: ChainLink) => operationRuby(operation, before, rails);
  return [
    ...run.map(ruby),
    ...commented('#', 'With the copy that was made before', putBack),
    ...commented('#', 'When the data is back', late.map(ruby)),
  ].join('\n');
}

function commented(mark: string, heading: string, texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return [];
  const lines = texts.flatMap((text) => text.split('\n'));
  return [[`${mark} ${heading}:`, ...lines.map((line) => `${mark} ${line}`)].join('\n')];
}

/** What keeps an inverse that would be automatic from running unattended: clauses. */
function cautionsOf(
  operation: Operation,
  undo: Inverse,
  migration: Migration,
  before: Schema,
): readonly string[] {
  if (undo.operations.length === 0) return [];
  const { supportsTransactionalDdl } = dialectFor(before.engine);
  const irreversible = migration.down.irreversible.find(
    ({ source }) => source.path === operation.source.path && source.line === operation.source.line,
  );
  return [
    ...(operation.condition === null
      ? []
      : [`it ran only if ${operation.condition}, which could not be decided`]),
    ...(irreversible ? [`\`rails db:rollback\` cannot undo it: ${irreversible.reason}`] : []),
    ...(undo.operations.length > 1 && !supportsTransactionalDdl
      ? ['its statements commit one by one, so that it can stop half-way']
      : []),
  ];
}

function atBestAssisted(found: RollbackClass): RollbackClass {
  return found === 'automatic' ? 'assisted' : found;
}

function reasonText(reason: string | null, cautions: readonly string[]): string | null {
  const clauses = [...(reason === null ? [] : [reason]), ...cautions];
  if (clauses.length === 0) return null;
  const text = clauses.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function conditionQuestions({ condition }: Operation): readonly string[] {
  return condition === null ? [] : [`Did the step run, that is: did \`${condition}\` hold?`];
}

function newestRails(applied: readonly AppliedOperation[]): RailsVersion {
  const versions = applied.flatMap(({ migration }) => migration.rails ?? []);
  const [first, ...others] = versions;
  if (!first) return DEFAULT_RAILS;
  return others.reduce(
    (newest, one) => (railsAtLeast(one, newest.major, newest.minor) ? one : newest),
    first,
  );
}
