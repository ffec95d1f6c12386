import { ALL_KINDS } from '../all-kinds.ts';
import { defineRule } from '../rule.ts';

export const sqliteTableCopy = defineRule({
  id: 'sqlite-table-copy',
  title: 'Rails copies the table',
  engines: ['sqlite'],
  severity: 'danger',
  on: ALL_KINDS,
  docs: {
    why: 'SQLite has no ALTER COLUMN and no ADD CONSTRAINT: Rails creates a new table, copies all rows and drops the old one. Triggers of the old table are dropped with it. Foreign keys cannot be switched off inside a transaction, so that dropping a parent deletes the children of an ON DELETE CASCADE (seen on SQLite 3.40).',
    instead:
      'Copy the database file first; run the migration outside of a transaction; check with PRAGMA foreign_key_check afterwards.',
    reference: 'https://www.sqlite.org/lang_altertable.html#otheralter',
  },
  check(operation, { locks, before, isNewTable, withSize, migration }) {
    const table = locks.find(({ work }) => work === 'rewrite')?.table;
    if (table === undefined || operation.impliedBy !== null || isNewTable(table)) return null;
    // SQL that SQLite carries out itself copies nothing: DROP COLUMN writes the rows anew in place.
    if (migration.tool !== 'rails') return null;
    const triggers = before.triggers.filter((trigger) => trigger.table === table);
    const cascading = before.tables.filter(({ foreignKeys }) =>
      foreignKeys.some((key) => key.toTable === table && key.onDelete === 'cascade'),
    );
    const deletes = migration.transactional && cascading.length > 0;
    const losses = [
      ...(triggers.length === 0
        ? []
        : [
            `its ${triggers.length === 1 ? 'trigger' : 'triggers'} ${triggers.map(({ name }) => name).join(', ')} ${triggers.length === 1 ? 'is' : 'are'} lost`,
          ]),
      ...(deletes
        ? [
            `the rows of ${cascading.map(({ name }) => name).join(', ')} that refer to it are deleted`,
          ]
        : []),
    ];
    return {
      table,
      severity: losses.length === 0 ? 'warning' : 'danger',
      message: [`Rails copies ${withSize(table)} and drops the old table`, ...losses]
        .join('; ')
        .concat('.'),
      instead:
        'Copy the database file first, say disable_ddl_transaction! in the migration, and run PRAGMA foreign_key_check afterwards.',
    };
  },
});
