import type { Hazard } from '../../model/hazard.ts';
import { type Operation, type OperationKind, operationTable } from '../../model/operation.ts';
import type { ReviewModifier } from '../../model/review-policy.ts';
import { changesValues } from '../changes-values.ts';
import type { RuleContext } from '../context.ts';
import { programLinks } from '../dependencies/program-links.ts';
import { asksInSql } from './asked-in-sql.ts';
import { dangerClause } from './danger.ts';
import type { ReviewEntry } from './entry.ts';
import { isGate } from './gates.ts';
import { codeThatNames } from './references.ts';

/** What a modifier asks for: one level more than the class, at least a level, or nothing but another way back. */
export interface ModifierEntry extends Omit<ReviewEntry, 'level'> {
  readonly modifier: ReviewModifier;
  readonly effect: ReviewEntry['level'] | 'raise' | 'none';
}

type Modify = (
  operation: Operation,
  context: RuleContext,
  hazards: readonly Hazard[],
) => readonly Omit<ModifierEntry, 'modifier'>[];

/** The modifiers that hold for an operation, in the order of the docs. */
export function modifiersOf(
  operation: Operation,
  context: RuleContext,
  hazards: readonly Hazard[],
): readonly ModifierEntry[] {
  const judged = hazards.filter((hazard) => !isGate(hazard));
  return MODIFY.flatMap(([modifier, modify]) =>
    modify(operation, context, judged).map((entry) => ({ ...entry, modifier })),
  );
}

const MODIFY: readonly (readonly [ReviewModifier, Modify])[] = [
  ['triggers', triggers],
  ['code-uses-it', codeUsesIt],
  ['dangerous-finding', dangerousFinding],
  ['table-copy', tableCopy],
  ['undecided-condition', undecidedCondition],
  ['raw-sql', rawSql],
  ['no-transaction', noTransaction],
  ['blocking-work', blockingWork],
  ['suppressed-finding', suppressedFinding],
  ['separate-commits', separateCommits],
  ['irreversible', irreversible],
];

/** Kinds that no trigger notices. */
const HARMLESS_TO_TRIGGERS: readonly OperationKind[] = [
  'setTableComment',
  'setColumnComment',
  'addIndex',
  'dropIndex',
  'renameIndex',
  'setIndexEnabled',
  'renameConstraint',
  'validateConstraint',
  'dropTrigger',
  'dropPolicy',
  'opaque',
];

function triggers(operation: Operation, context: RuleContext): ReturnType<Modify> {
  const table = operationTable(operation);
  if (table === null || HARMLESS_TO_TRIGGERS.includes(operation.kind)) return [];
  if (operation.kind === 'setColumn' && !changesValues(operation, context)) return [];
  const { before } = context;
  const found = before.triggers.filter((trigger) => trigger.table === table);
  if (found.length === 0 || context.isNewTable(table)) return [];
  const reason = `${table} has triggers, which no engine changes along: ${found.map(({ name }) => name).join(', ')}`;
  const column = columnOf(operation);
  const looked = { schema: before, read: context.readSql };
  const naming = column === null ? [] : programLinks(table, column, looked);
  const entry = { effect: 'mandatory', draft: 'person', rollback: 'assisted', reason } as const;
  if (naming.length === 0) return [entry];
  const names = naming.map(({ name }) => name).join(', ');
  return [
    {
      ...entry,
      rollback: 'humanOnly',
      reason: `${reason}; ${names} ${naming.length === 1 ? 'names' : 'name'} ${column}, and what was written in the meantime stays`,
    },
  ];
}

function columnOf(operation: Operation): string | null {
  switch (operation.kind) {
    case 'addColumn':
    case 'setColumn':
      return operation.column.name;
    case 'dropColumn':
    case 'setColumnDefault':
    case 'setColumnNull':
      return operation.column;
    case 'renameColumn':
      return operation.from;
    default:
      return null;
  }
}

function codeUsesIt(operation: Operation, context: RuleContext): ReturnType<Modify> {
  const reason = codeThatNames(operation, context);
  return reason === null ? [] : [{ effect: 'mandatory', reason }];
}

function dangerousFinding(
  _operation: Operation,
  _context: RuleContext,
  hazards: readonly Hazard[],
): ReturnType<Modify> {
  return hazards
    .filter(({ severity, direction }) => severity === 'danger' && direction === 'up')
    .map((hazard) => ({
      effect: 'thorough',
      reason: `it is dangerous: ${dangerClause(hazard)}`,
    }));
}

/** Where a table cannot be altered in place, it is copied, and the old one dropped. */
function tableCopy(_operation: Operation, context: RuleContext): ReturnType<Modify> {
  const { dialect, locks, before, isNewTable, migration } = context;
  const table = locks.find(({ work }) => work === 'rewrite')?.table;
  // Rails copies; SQL is carried out as it stands.
  if (migration.tool !== 'rails' || dialect.altersColumnsInPlace) return [];
  if (table === undefined || isNewTable(table)) return [];
  const cascades = before.tables.some(({ foreignKeys }) =>
    foreignKeys.some((key) => key.toTable === table && key.onDelete === 'cascade'),
  );
  return [
    cascades
      ? {
          effect: 'mandatory',
          rollback: 'assisted',
          reason: `${table} is copied and dropped, and a foreign key deletes rows along with its rows`,
        }
      : { effect: 'thorough', rollback: 'assisted', reason: `${table} is copied and dropped` },
  ];
}

function undecidedCondition({ condition }: Operation): ReturnType<Modify> {
  if (condition === null) return [];
  const reason = `it runs only under a condition that could not be decided: ${condition}`;
  return [{ effect: 'thorough', rollback: 'assisted', reason }];
}

function rawSql(operation: Operation, { migration }: RuleContext): ReturnType<Modify> {
  if (!asksInSql(operation, migration)) return [];
  return [{ effect: 'thorough', reason: 'a Rails migration asks for it in SQL' }];
}

/** Kinds that take data away. */
const TAKES_AWAY: readonly OperationKind[] = ['dropTable', 'dropColumn', 'dropNamespace'];

function noTransaction(_operation: Operation, context: RuleContext): ReturnType<Modify> {
  const { migration, dialect } = context;
  const commits = !migration.transactional && dialect.supportsTransactionalDdl;
  if (!commits || statements(context) < 2) return [];
  return [halfDone('thorough', 'a failure half way leaves the statements before it done', context)];
}

/** Mandatory where two statements or more take data away. */
function halfDone(
  effect: ModifierEntry['effect'],
  reason: string,
  { migration }: RuleContext,
): Omit<ModifierEntry, 'modifier'> {
  const losses = migration.operations.filter(
    (each) =>
      TAKES_AWAY.includes(each.kind) ||
      (each.kind === 'changeRows' && ['delete', 'truncate'].includes(each.verb)),
  );
  if (losses.length < 2) return { effect, rollback: 'assisted', reason };
  const worse = `${reason}, and ${losses.length} of them take data away`;
  return { effect: 'mandatory', rollback: 'assisted', reason: worse };
}

function blockingWork(_operation: Operation, context: RuleContext): ReturnType<Modify> {
  const blocking = context.locks.find(
    ({ table, blocksReads, work }) =>
      blocksReads && work !== 'catalog' && context.sizeOf(table).class !== 'small',
  );
  if (!blocking) return [];
  const reason = `reads and writes of ${context.withSize(blocking.table)} wait for as long as it takes to go through it`;
  return [{ effect: 'raise', reason }];
}

function suppressedFinding(
  _operation: Operation,
  _context: RuleContext,
  hazards: readonly Hazard[],
): ReturnType<Modify> {
  return hazards.flatMap(({ rule, suppression }) => {
    if (!suppression) return [];
    const by = suppression.by === 'comment' ? 'a comment' : suppression.by;
    const why = suppression.reason === null ? '' : ` (${suppression.reason})`;
    return [{ effect: 'raise', reason: `the hazard ${rule} is suppressed by ${by}${why}` }];
  });
}

function separateCommits(_operation: Operation, context: RuleContext): ReturnType<Modify> {
  if (context.dialect.supportsTransactionalDdl || statements(context) < 2) return [];
  const reason = 'each statement is committed by itself, and the migration has several';
  return [halfDone('raise', reason, context)];
}

function irreversible({ source }: Operation, { migration }: RuleContext): ReturnType<Modify> {
  const refused = migration.down.irreversible.find(
    (each) => each.source.path === source.path && each.source.line === source.line,
  );
  if (refused) {
    const reason = `\`rails db:rollback\` cannot undo it: ${refused.reason}`;
    return [{ effect: 'none', rollback: 'assisted', reason }];
  }
  if (migration.down.kind !== 'none') return [];
  return [{ effect: 'none', rollback: 'assisted', reason: 'its author gives no way back' }];
}

/** Statements of the migration, those that Rails sends along aside. */
function statements({ migration }: RuleContext): number {
  const places = migration.operations
    .filter(({ impliedBy, joined }) => impliedBy === null && joined !== true)
    .map(({ source }) => `${source.path}:${source.line}:${source.column}`);
  return new Set(places).size;
}
