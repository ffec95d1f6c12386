import type { Hazard, Review } from '../model/hazard.ts';
import { type Operation, type OperationKind, operationTable } from '../model/operation.ts';
import type { RuleContext } from './context.ts';
import { columnReviews } from './review/columns.ts';
import { constraintReviews } from './review/constraints.ts';
import {
  type BaseReview,
  type BaseReviews,
  mandatory,
  type ReviewEntry,
  thorough,
} from './review/entry.ts';
import { objectReviews } from './review/objects.ts';
import { tableReviews } from './review/tables.ts';
import { raised, strictest } from './severity.ts';

const BASE: BaseReviews = {
  ...tableReviews,
  ...columnReviews,
  ...constraintReviews,
  ...objectReviews,
};

/** Kinds whose level does not fall when the table is a new one. */
const JUDGED_ANYWHERE: readonly OperationKind[] = ['createTable', 'changeRows', 'opaque'];

/** Kinds that no trigger notices. */
const HARMLESS_TO_TRIGGERS: readonly OperationKind[] = [
  'setTableComment',
  'setColumnComment',
  'renameIndex',
  'renameConstraint',
];

/**
 * How much review an operation needs: what the policy says about its kind, raised by what its
 * surroundings say. The weightiest reason comes first.
 *
 * @param hazards - those of this operation.
 */
export function reviewOf(
  operation: Operation,
  context: RuleContext,
  hazards: readonly Hazard[],
): Review {
  const base = baseReview(operation, context);
  const entries = [
    base,
    ...triggerEntries(operation, context),
    ...hazardEntries(hazards),
    ...surroundings(operation, context),
    ...raises(base, context, hazards),
  ];
  const level = strictest(entries.map((entry) => entry.level));
  const weightiest = entries.filter((entry) => entry.level === level);
  const others = entries.filter((entry) => entry.level !== level && entry !== base);
  return {
    class: operation.kind,
    level,
    draft: 'tool',
    rollback: 'assisted',
    reasons: [...new Set([...weightiest, ...others].map(({ reason }) => reason))],
  };
}

function baseReview(operation: Operation, context: RuleContext): ReviewEntry {
  const table = operationTable(operation);
  if (table !== null && !JUDGED_ANYWHERE.includes(operation.kind) && context.isNewTable(table)) {
    return { level: 'spot', reason: `the release itself creates ${table}` };
  }
  // The table has an entry for each kind that takes exactly that kind's operation; TypeScript
  // cannot follow the pairing through an index.
  const entry = BASE[operation.kind] as BaseReview<OperationKind>;
  return entry(operation, context);
}

function triggerEntries(operation: Operation, { before }: RuleContext): readonly ReviewEntry[] {
  const table = operationTable(operation);
  const triggers = before.triggers.filter((trigger) => trigger.table === table);
  if (table === null || triggers.length === 0) return [];
  if (HARMLESS_TO_TRIGGERS.includes(operation.kind)) return [];
  const names = triggers.map(({ name }) => name).join(', ');
  return [mandatory(`${table} has triggers, which no engine changes along: ${names}`)];
}

function hazardEntries(hazards: readonly Hazard[]): readonly ReviewEntry[] {
  return hazards
    .filter(({ severity }) => severity === 'danger')
    .map(({ rule, title }) => thorough(`it is dangerous: ${lowerFirst(title)} (${rule})`));
}

function lowerFirst(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function surroundings(operation: Operation, context: RuleContext): readonly ReviewEntry[] {
  const entries: ReviewEntry[] = [...tableCopy(context)];
  if (operation.condition !== null) {
    entries.push(
      thorough(`it runs only under a condition that could not be decided: ${operation.condition}`),
    );
  }
  if (!context.migration.transactional && statements(context) > 1) {
    entries.push(thorough('a failure half way leaves the statements before it done'));
  }
  return entries;
}

/** Where a table cannot be altered in place, it is copied, and the old one dropped. */
function tableCopy({ dialect, locks, before, isNewTable }: RuleContext): readonly ReviewEntry[] {
  const table = locks.find(({ work }) => work === 'rewrite')?.table;
  if (dialect.altersColumnsInPlace || table === undefined || isNewTable(table)) return [];
  const cascades = before.tables.some(({ foreignKeys }) =>
    foreignKeys.some((key) => key.toTable === table && key.onDelete === 'cascade'),
  );
  return cascades
    ? [
        mandatory(
          `${table} is copied and dropped, and a foreign key deletes rows along with its rows`,
        ),
      ]
    : [thorough(`${table} is copied and dropped`)];
}

/** What makes the policy's level one stricter. */
function raises(
  base: ReviewEntry,
  context: RuleContext,
  hazards: readonly Hazard[],
): readonly ReviewEntry[] {
  const level = raised(base.level);
  const entries: ReviewEntry[] = [];
  const blocking = context.locks.find(
    ({ table, blocksReads, work }) =>
      blocksReads && work !== 'catalog' && context.sizeOf(table).class !== 'small',
  );
  if (blocking) {
    const reason = `reads and writes of ${context.withSize(blocking.table)} wait for as long as it takes to go through it`;
    entries.push({ level, reason });
  }
  for (const { rule, suppression } of hazards) {
    if (suppression)
      entries.push({ level, reason: `the hazard ${rule} is suppressed by ${suppression.by}` });
  }
  if (!context.dialect.supportsTransactionalDdl && statements(context) > 1) {
    entries.push({
      level,
      reason: 'each statement is committed by itself, and the migration has several',
    });
  }
  return entries;
}

/** Statements of the migration, those that Rails sends along aside. */
function statements({ migration }: RuleContext): number {
  const places = migration.operations
    .filter(({ impliedBy }) => impliedBy === null)
    .map(({ source }) => `${source.path}:${source.line}:${source.column}`);
  return new Set(places).size;
}
