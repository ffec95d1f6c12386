import type { Severity } from '../../model/hazard.ts';
import type { OperationOf } from '../../model/operation.ts';
import { formatLocation } from '../../model/source.ts';
import type { RuleContext, Sibling } from '../context.ts';
import { defineRule } from '../rule.ts';
import { weightiest } from '../severity.ts';

export const ddlAndDmlMixed = defineRule({
  id: 'ddl-and-dml-mixed',
  title: 'Rows are written while the schema change holds its locks',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['changeRows'],
  docs: {
    why: 'PostgreSQL keeps every lock until the transaction ends: a table that was altered stays locked while rows are written. With deferred foreign keys a later ALTER TABLE fails with "pending trigger events".',
    instead: 'Change the schema in one migration, the rows in the next.',
    reference: 'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES',
  },
  check(operation, context) {
    if (!context.migration.transactional || !writesRowsInUse({ ...context, operation }))
      return null;
    const { earlier, later } = context;
    const previous = earlier.at(-1);
    if (previous && writesRowsInUse(previous)) return null;
    const holder = earlier.findIndex(locksSchema);
    const behind = later.findIndex(locksSchema);
    const [change, others] =
      holder < 0 ? [later[behind], later.slice(behind + 1)] : [earlier[holder], later];
    // Said once: at the first row change behind the schema change, else at the first before it.
    const saidBefore = earlier.slice(holder + 1).some(writesRowsInUse);
    if (!change || saidBefore || (holder < 0 && others.some(writesRowsInUse))) return null;
    const tables = tablesOf(holder < 0 ? [operation] : [operation, ...operationsOf(later)]);
    const rows = `rows${tables.length === 0 ? '' : ` of ${tables.map(context.withSize).join(', ')}`}`;
    const schema = `the schema of ${change.locks[0]?.table ?? ''} (${formatLocation(change.operation.source)})`;
    if (holder < 0) {
      return {
        severity: 'warning',
        message: `One transaction writes ${rows} and then changes ${schema}: the rows stay locked until that has got its locks and is done.`,
        instead: 'Move the row changes to a migration of their own, before this one.',
      };
    }
    const writes = operationsOf([{ ...context, operation }, ...later]);
    return {
      severity: severityOf(writes, context),
      message: `One transaction changes ${schema} and then writes ${rows}: what the first locks stays locked for as long as the second takes.`,
      instead:
        'Move the row changes to a migration of their own, after the one that changes the schema.',
    };
  },
});

function locksSchema({ operation, locks, isNewTable }: Sibling): boolean {
  const locksInUse = locks.some((lock) => lock.blocksWrites && !isNewTable(lock.table));
  return operation.kind !== 'changeRows' && locksInUse;
}

function writesRowsInUse({
  operation,
  isNewTable,
}: Pick<Sibling, 'operation' | 'isNewTable'>): boolean {
  if (operation.kind !== 'changeRows' || isFewRows(operation)) return false;
  return operation.table === null || !isNewTable(operation.table);
}

type RowChange = OperationOf<'changeRows'>;

/** Values that the migration itself holds are few, however large the table is. */
function isFewRows({ verb, language, text }: RowChange): boolean {
  if (verb !== 'insert') return false;
  return language === 'sql' ? !/\bSELECT\b/i.test(text) : /\b(?:create|insert)!?\b/.test(text);
}

/** Of an update that picks its rows nobody knows how many they are: no more than a warning. */
function severityOf(writes: readonly RowChange[], context: RuleContext): Severity {
  const severities = writes.map(({ table, scope }) => {
    const bySize = table === null ? 'danger' : context.severityBySize(table);
    return scope === 'part' && bySize === 'danger' ? 'warning' : bySize;
  });
  return weightiest(severities) ?? 'danger';
}

function operationsOf(siblings: readonly Sibling[]): readonly RowChange[] {
  return siblings.flatMap((sibling) =>
    sibling.operation.kind === 'changeRows' && writesRowsInUse(sibling) ? [sibling.operation] : [],
  );
}

function tablesOf(operations: readonly RowChange[]): readonly string[] {
  return [...new Set(operations.flatMap(({ table }) => table ?? []))];
}
