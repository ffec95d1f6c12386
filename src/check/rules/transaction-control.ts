import { ENGINES, type Engine } from '../../model/engine.ts';
import type { Migration } from '../../model/migration.ts';
import { MIGRATION_TOOL_NAMES } from '../../model/migration-tool.ts';
import type { Operation } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { code } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { statementWords } from '../statement-words.ts';

type Step = 'begin' | 'commit' | 'rollback';

export const transactionControl = defineRule({
  id: 'transaction-control',
  title: 'Statement begins or ends a transaction',
  engines: ENGINES,
  severity: 'danger',
  on: ['runSql', 'opaque'],
  docs: {
    why: "The tool has begun a transaction and ends it itself, together with the note that the migration ran. A COMMIT of the migration's own makes the statements before it final and leaves those behind it without a transaction; a ROLLBACK undoes what ran, and the migration still counts as done; a BEGIN that nothing ends takes the note along when the connection closes.",
    instead:
      'Leave the transaction to the tool, or tell the tool to begin none and give each statement a migration of its own.',
    reference:
      'https://api.rubyonrails.org/classes/ActiveRecord/Migration.html#class-ActiveRecord::Migration-label-Transactional+Migrations',
  },
  check(operation, context) {
    const step = stepOf(operation, context.engine);
    if (step === null) return null;
    const { migration } = context;
    const message = isInTransaction(migration)
      ? INSIDE[step].replaceAll('…', toolOf(migration))
      : (unended(step, context) ?? outOfTurn(step, context));
    if (message === null) return null;
    return {
      table: null,
      // The server says so with a notice, and goes on.
      ...(message === OUT_OF_TURN[step] && { severity: 'warning' as const }),
      message,
      instead:
        migration.tool === 'rails'
          ? code('disable_ddl_transaction!')
          : 'Take the statement out, or tell the tool to begin no transaction for this file.',
    };
  },
});

const INSIDE: { readonly [S in Step]: string } = {
  begin:
    'The transaction that … began is still open: this BEGIN begins none, and the COMMIT that belongs to it ends the one of ….',
  commit:
    'This ends the transaction that … began: what ran before it is final, what runs after it is no longer undone as a whole.',
  rollback:
    'This takes back all that the migration did before it, and … still counts the migration as done.',
};

function toolOf({ tool }: Migration): string {
  return tool === 'plain' ? 'the tool' : MIGRATION_TOOL_NAMES[tool];
}

function isInTransaction(migration: Migration): boolean {
  return migration.tool === 'rails'
    ? migration.transactional
    : migration.inToolTransaction === true;
}

/** What happens when there is one already, and when there is none. */
const OUT_OF_TURN: { readonly [S in Step]: string } = {
  begin: 'A transaction is open here already, and no other begins inside of it.',
  commit: 'No transaction is open here: what runs before this COMMIT was final already.',
  rollback: 'No transaction is open here: this ROLLBACK takes nothing back.',
};

/** A BEGIN in a transaction of the migration's own, and the end of none. */
function outOfTurn(step: Step, { migration, earlier, engine }: RuleContext): string | null {
  // What of its text a tool runs in a transaction of its own is not known of the others.
  if (migration.tool !== 'plain') return null;
  const last = earlier
    .map(({ operation }) => stepOf(operation, engine))
    .findLast((one) => one !== null);
  const isOpen = last === 'begin';
  return isOpen === (step === 'begin') ? OUT_OF_TURN[step] : null;
}

/** A BEGIN that nothing behind it ends. */
function unended(step: Step, { later, engine }: RuleContext): string | null {
  if (step !== 'begin') return null;
  const ends = later.some(({ operation }) => {
    const other = stepOf(operation, engine);
    return other === 'commit' || other === 'rollback';
  });
  return ends
    ? null
    : 'Nothing in the migration ends the transaction that begins here: what runs in it is lost when the connection closes.';
}

/** What a statement, or a method of the connection, does to the transaction; null for all others. */
function stepOf(operation: Operation, engine: Engine): Step | null {
  if (operation.kind !== 'runSql' && operation.kind !== 'opaque') return null;
  const method = /\b(begin|commit|rollback)_db_transaction\b/.exec(operation.text)?.[1];
  if (method === 'begin' || method === 'commit' || method === 'rollback') return method;
  const [first, second] = statementWords(operation.text, engine).map(({ word }) => word);
  if (first === 'BEGIN' || (first === 'START' && second === 'TRANSACTION')) return 'begin';
  if (first === 'COMMIT' || first === 'END') return second === 'PREPARED' ? null : 'commit';
  if (first !== 'ROLLBACK' && first !== 'ABORT') return null;
  // ROLLBACK TO goes back to a savepoint and leaves the transaction open.
  return second === 'TO' || second === 'PREPARED' ? null : 'rollback';
}
