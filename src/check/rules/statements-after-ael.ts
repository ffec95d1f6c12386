import type { OperationKind } from '../../model/operation.ts';
import { formatLocation } from '../../model/source.ts';
import { ALL_KINDS } from '../all-kinds.ts';
import type { RuleContext, Sibling } from '../context.ts';
import { heldAgainstReads } from '../held-locks.ts';
import { defineRule, type Finding } from '../rule.ts';
import { weightiest } from '../severity.ts';
import { type Statement, statementsOf } from '../statements.ts';

/** Kinds whose own rule tells what waits along with them, and moves them to a migration of their own. */
const SAYS_IT_ITSELF: readonly OperationKind[] = ['addIndex', 'addForeignKey'];

export const statementsAfterAel = defineRule({
  id: 'statements-after-ael',
  title: 'Full lock is held during later work',
  engines: ['postgresql'],
  severity: 'danger',
  on: ALL_KINDS.filter((kind) => kind !== 'changeRows'),
  docs: {
    why: 'PostgreSQL keeps ACCESS EXCLUSIVE until the transaction ends: a statement that takes a moment blocks reads for as long as the scans, rewrites and index builds after it.',
    instead:
      'Move the long statement to a migration of its own, and send what goes through one table as one ALTER TABLE.',
    reference: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES',
  },
  check(operation, context) {
    if (SAYS_IT_ITSELF.includes(operation.kind)) return null;
    const held = heldAgainstReads(context);
    if (!held || longTable({ ...context, operation }) === null) return null;
    const statements = statementsOf(operation, context);
    const at = statements.findIndex((each) => each.some((one) => one.operation === operation));
    // Clauses of one statement are told once, at the first that goes through the table.
    if (statements[at]?.find((one) => longTable(one) !== null)?.operation !== operation)
      return null;
    const before = statements.slice(0, at).flatMap(longStatement);
    const found = foundBehind(held.tables, before, statements.slice(at).flatMap(longStatement));
    if (found === null) return null;
    return finding(found, formatLocation(held.operation.source), context);
  },
});

/** A statement that goes through a table in use for as long as it is large. */
interface Long {
  readonly table: string;
  /** True when a rule of its own tells what waits for it. */
  readonly isTold: boolean;
}

interface Found {
  /** What is locked meanwhile. */
  readonly locked: readonly string[];
  /** What the statements go through, one a statement. */
  readonly through: readonly string[];
}

function longTable({ locks, isNewTable }: Sibling): string | null {
  return locks.find(({ work, table }) => work !== 'catalog' && !isNewTable(table))?.table ?? null;
}

function longStatement(statement: Statement): readonly Long[] {
  const long = statement.filter(({ operation }) => operation.kind !== 'changeRows');
  const table = long.map(longTable).find((each) => each !== null);
  const isTold = statement.every(({ operation }) => SAYS_IT_ITSELF.includes(operation.kind));
  return table === undefined || table === null ? [] : [{ table, isTold }];
}

/**
 * What waits for more than one statement, or for one on another table. Said once, at the first
 * statement that is behind the lock. That a table waits for work on itself, its own rule says.
 */
function foundBehind(
  held: readonly string[],
  before: readonly Long[],
  from: readonly Long[],
): Found | null {
  const [first] = from;
  if (!first) return null;
  const toldBefore = before.filter(({ isTold }) => !isTold);
  const others = held.filter((table) => from.some((long) => long.table !== table));
  if (others.length > 0 && !toldBefore.some(({ table }) => others.some((each) => each !== table))) {
    return { locked: others, through: from.map(({ table }) => table) };
  }
  const same = [...toldBefore, ...from].filter(
    ({ table, isTold }) => table === first.table && !isTold,
  );
  if (others.length > 0 || toldBefore.length !== 1 || same.length < 2) return null;
  return { locked: [first.table], through: same.map(({ table }) => table) };
}

function finding({ locked, through }: Found, since: string, context: RuleContext): Finding {
  const tables = [...new Set(through)];
  const list = locked.join(', ');
  const [are, stay] = locked.length === 1 ? ['is', 'stays'] : ['are', 'stay'];
  const severity = weightiest(tables.map(context.severityBySize)) ?? 'danger';
  const onItself = tables.length === 1 && tables[0] === list;
  const go = through.length === 1 ? 'this goes' : `${through.length} statements go`;
  return {
    table: tables[0] ?? null,
    severity,
    message: `${list} ${are} locked against reads and writes since ${since}, and ${stay} so while ${go} through ${onItself ? 'it one after the other' : tables.map(context.withSize).join(', ')}.`,
    instead: onItself
      ? `Send them as one ALTER TABLE, by change_table with bulk: true, so that ${list} is gone through once.`
      : `Move what goes through ${tables.join(', ')} to migrations of their own, so that ${list} ${are} free again before.`,
  };
}
