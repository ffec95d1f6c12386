import type { OperationOf } from '../../model/operation.ts';
import type { ForeignKey } from '../../model/schema.ts';
import { formatServer, serverAtLeast } from '../../model/server.ts';
import type { RuleContext } from '../context.ts';
import { waitsAlong } from '../held-locks.ts';
import { columnAddedAlong } from '../joined.ts';
import { partitionKeyOf } from '../partitions.ts';
import { foreignKeyInTwoSteps } from '../recipes/foreign-key.ts';
import { defineRule, type Finding } from '../rule.ts';
import { weightiest } from '../severity.ts';

export const addFkValidating = defineRule({
  id: 'add-fk-validating',
  title: 'Foreign key is checked while writes to both tables wait',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addForeignKey'],
  docs: {
    why: 'ADD FOREIGN KEY takes SHARE ROW EXCLUSIVE on both tables and reads both while it holds it: no row of either can be written until it is done.',
    instead:
      'Add it NOT VALID, then validate it in a second migration, which takes only SHARE UPDATE EXCLUSIVE and ROW SHARE.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
  },
  check(operation, context) {
    const { table, foreignKey } = operation;
    const { toTable, validated, enforced } = foreignKey;
    if (enforced === false || context.isNewTable(table)) return null;
    if (!validated) return notValidOnPartitioned(operation, context);
    // A column that comes along has a rule of its own.
    if (foreignKey.columns.some((name) => columnAddedAlong(operation, name, context))) return null;
    const tables = [...new Set([table, toTable])].filter((name) => !context.isNewTable(name));
    const inUse = tables.map((name) => context.withSize(name));
    return {
      severity:
        weightiest([context.severityBySize(table), context.severityBySize(toTable)]) ?? 'danger',
      message: `Adding ${foreignKey.name} blocks writes to ${inUse.join(' and ')} until every row is checked${waitsAlong(context)}.`,
      instead: takesNotValid(table, context)
        ? foreignKeyInTwoSteps(table, foreignKey)
        : partByPart(table, foreignKey),
    };
  },
});

/** PostgreSQL 18 takes NOT VALID on a partitioned table; before, it refuses. */
function takesNotValid(table: string, { before, server }: RuleContext): boolean {
  return partitionKeyOf(before, table) === null || serverAtLeast(server, 18);
}

function notValidOnPartitioned(
  { table, foreignKey }: OperationOf<'addForeignKey'>,
  context: RuleContext,
): Finding | null {
  if (takesNotValid(table, context)) return null;
  return {
    message: `${formatServer(context.server)} refuses to add ${foreignKey.name} with NOT VALID, as ${table} is partitioned.`,
    instead: partByPart(table, foreignKey),
  };
}

function partByPart(table: string, { name, toTable }: ForeignKey): string {
  return `Add the key to ${toTable} to each partition of ${table} with NOT VALID and validate it there, then add ${name} to ${table} itself, which takes over the keys that its partitions have.`;
}
