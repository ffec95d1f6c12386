import { findTable } from '../../model/schema.ts';
import { heldAgainstWrites } from '../held-locks.ts';
import { code, symbol, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const validateFkWhileLocked = defineRule({
  id: 'validate-fk-while-locked',
  title: 'Foreign key is validated under a lock that is already held',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['validateConstraint'],
  docs: {
    why: 'PostgreSQL keeps locks until the transaction ends: when the key is validated in the transaction that added it, the scan runs under SHARE ROW EXCLUSIVE, and NOT VALID was for nothing.',
    instead: 'Validate in a migration of its own.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
  },
  check({ table, constraint }, context) {
    const owner = findTable(context.before, table);
    const isForeignKey = owner?.foreignKeys.some(({ name }) => name === constraint);
    const holder = heldAgainstWrites(context, [table]);
    if (!isForeignKey || !holder || context.isNewTable(table)) return null;
    return {
      severity: context.severityBySize(table),
      message: `Validating ${constraint} scans ${context.withSize(table)} while the transaction still blocks writes to it.`,
      instead: code(
        '# In a migration of its own',
        `validate_foreign_key ${symbol(table)}, name: ${text(constraint)}`,
      ),
    };
  },
});
