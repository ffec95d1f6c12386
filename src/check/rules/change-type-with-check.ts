import { findColumn, findTable } from '../../model/schema.ts';
import { defineRule } from '../rule.ts';

export const changeTypeWithCheck = defineRule({
  id: 'change-type-with-check',
  title: 'Check constraint is run again for every row',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['setColumn'],
  docs: {
    why: 'A change of type that leaves the rows alone still makes PostgreSQL run every CHECK of the column again, a scan under ACCESS EXCLUSIVE.',
    instead:
      'Drop the CHECK, change the type, add the CHECK NOT VALID, validate it in a later migration.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
  },
  check({ table: name, column }, context) {
    const table = findTable(context.before, name);
    const current = table && findColumn(table, column.name);
    if (!table || !current || current.type === column.type || context.isNewTable(name)) return null;
    const setsNotNull = current.nullable && !column.nullable;
    const scans = context.locks.some((lock) => lock.table === name && lock.work === 'scan');
    if (!scans || setsNotNull) return null;
    return {
      severity: context.severityBySize(name),
      message: `Changing the type of ${name}.${column.name} runs its check constraint on every row of ${context.withSize(name)}, while reads and writes wait.`,
      instead: `Drop the check constraint on ${column.name}, change the type, add the constraint with validate: false, and validate it in a later migration.`,
    };
  },
});
