import { ENGINES } from '../../model/engine.ts';
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
  check({ kind, table }, context) {
    if (context.isNewTable(table)) return null;
    const adds = kind === 'addPrimaryKey';
    return {
      severity: adds ? context.severityBySize(table) : 'danger',
      message: adds
        ? `Adding a primary key to ${context.withSize(table)} builds its index while the table is locked.`
        : `${table} is without a primary key from then on: replication and Active Record find its rows no longer.`,
      instead: adds
        ? `Build a unique index over the key of ${table} first, make its columns NOT NULL, then turn the index into the primary key.`
        : `Add the new primary key of ${table} in the same statement that drops the old one.`,
    };
  },
});
