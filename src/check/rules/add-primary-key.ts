import { ENGINES } from '../../model/engine.ts';
import type { OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { defineRule } from '../rule.ts';

export const addPrimaryKey = defineRule({
  id: 'add-primary-key',
  title: 'Primary key changes under the table',
  engines: ENGINES,
  severity: 'danger',
  on: ['addPrimaryKey', 'dropPrimaryKey'],
  docs: {
    why: 'Replication needs the key to find rows.',
    onEngine: {
      postgresql:
        'PostgreSQL builds the index, and reads the table for NULLs, under ACCESS EXCLUSIVE.',
      mysql:
        'MySQL stores rows in the order of the primary key and rebuilds the table; dropping the key copies it while writes wait.',
      sqlite: 'SQLite cannot add or drop a primary key: Rails copies the table.',
    },
    instead:
      'On PostgreSQL build a unique index concurrently, set NOT NULL safely, then ADD PRIMARY KEY USING INDEX.',
    reference:
      'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX',
    references: {
      mysql:
        'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-primary-key-operations',
      sqlite: 'https://www.sqlite.org/lang_altertable.html#otheralter',
    },
  },
  check(operation, context) {
    const { table } = operation;
    if (context.isNewTable(table)) return null;
    if (operation.kind === 'dropPrimaryKey') {
      if (isReplaced(operation, context)) return null;
      return {
        severity: 'danger',
        message: `${table} is without a primary key from then on: replication and Active Record no longer find its rows.`,
        instead: `Add the new primary key of ${table} in the same statement that drops the old one.`,
      };
    }
    // A key that takes over an index builds none, and has a rule of its own.
    if (operation.usingIndex) return null;
    // A key over a column that comes along: the rules of the column say what it costs.
    const { columns } = operation.primaryKey;
    if (columns.every((column) => context.isNewColumn(table, column))) return null;
    const [work, instead] = {
      postgresql: [
        'builds its index while reads and writes wait',
        `Build a unique index over ${columns.join(', ')} of ${table} concurrently first, make the columns NOT NULL, then turn the index into the primary key.`,
      ],
      mysql: [
        'rebuilds the table',
        `Look for rows of ${table} with the same ${columns.join(', ')} first, and add the key in a quiet window.`,
      ],
      sqlite: [
        'copies the table',
        `Copy the database file first, and look for rows of ${table} with the same ${columns.join(', ')}.`,
      ],
    }[context.engine];
    return {
      severity: context.severityBySize(table),
      message: `Adding a primary key to ${context.withSize(table)} ${work}, and fails when two rows have the same ${columns.join(', ')}.`,
      instead: instead ?? '',
    };
  },
});

/** True when the statement that drops the key adds another. */
function isReplaced({ table }: OperationOf<'dropPrimaryKey'>, { later }: RuleContext): boolean {
  for (const { operation } of later) {
    if (operation.joined !== true) return false;
    if (operation.kind === 'addPrimaryKey' && operation.table === table) return true;
  }
  return false;
}
