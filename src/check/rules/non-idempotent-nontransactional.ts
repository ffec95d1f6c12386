import { ENGINES } from '../../model/engine.ts';
import { type Operation, operationTable } from '../../model/operation.ts';
import { formatLocation } from '../../model/source.ts';
import { ALL_KINDS } from '../all-kinds.ts';
import type { RuleContext } from '../context.ts';
import { isDroppedFirst } from '../dropped-first.ts';
import { isRepeatable } from '../repeatable.ts';
import { defineRule } from '../rule.ts';

export const nonIdempotentNontransactional = defineRule({
  id: 'non-idempotent-nontransactional',
  title: 'Half of the migration can stay behind',
  engines: ENGINES,
  severity: 'warning',
  on: ALL_KINDS,
  docs: {
    why: 'Without a transaction around it, a failure in the second statement leaves the first one done. When it is run again, the migration fails on the first.',
    onEngine: {
      postgresql: 'disable_ddl_transaction! takes the transaction away.',
      sqlite: 'disable_ddl_transaction! takes the transaction away.',
      mysql:
        'Each DDL statement is committed by itself, so that no migration is undone as a whole.',
    },
    instead:
      'Let each such migration do one thing, or make each statement safe to repeat with if_not_exists: and if_exists:.',
    reference: 'https://dev.mysql.com/doc/refman/8.0/en/implicit-commit.html',
    references: {
      postgresql:
        'https://api.rubyonrails.org/classes/ActiveRecord/Migration.html#method-c-disable_ddl_transaction-21',
      sqlite:
        'https://api.rubyonrails.org/classes/ActiveRecord/Migration.html#method-c-disable_ddl_transaction-21',
      mariadb: 'https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/',
    },
  },
  check(operation, context) {
    const { migration, engine } = context;
    if (migration.transactional || operation.impliedBy !== null) return null;
    const earlier = context.earlier.map((each) => each.operation);
    const lines = statementLines([...earlier, operation]);
    const own = lines.at(-1);
    const position = earlier.findIndex(
      (each, index) =>
        lines[index] !== own &&
        !isRepeatable(each, migration) &&
        !isDroppedFirst(each, earlier.slice(0, index), engine),
    );
    const first = earlier[position];
    if (!first) return null;
    // Said once, at the first statement after one that cannot be repeated.
    if (lines.slice(position, -1).some((line) => line !== lines[position])) return null;
    return {
      // A new table that was left behind is dropped by hand, and nothing is lost.
      severity: [first, operation].every((each) => isOnNewTable(each, context))
        ? 'info'
        : 'warning',
      message: `When this fails, what ${formatLocation(first.source)} did stays, and ${migration.name} cannot be run again as it is.`,
      instead: `Move this statement to a migration of its own, or say ${REPEATED[migration.tool === 'rails' ? 'ruby' : 'sql']}.`,
    };
  },
});

function isOnNewTable(operation: Operation, { isNewTable }: RuleContext): boolean {
  const table = operationTable(operation);
  return table !== null && isNewTable(table);
}

/** The line of the statement that each operation is sent with: one ALTER TABLE can hold several. */
function statementLines(operations: readonly Operation[]): readonly number[] {
  const lines: number[] = [];
  for (const { joined, source } of operations) {
    lines.push(joined ? (lines.at(-1) ?? source.line) : source.line);
  }
  return lines;
}

/** What lets a statement be sent again. */
const REPEATED = {
  ruby: 'if_not_exists: true or if_exists: true where the method takes it',
  sql: 'IF NOT EXISTS or IF EXISTS where the statement takes it',
} as const;
