import { columnAddedAlong } from '../joined.ts';
import { foreignKeyInTwoSteps } from '../recipes/foreign-key.ts';
import { code, columnType, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const addColumnInlineFk = defineRule({
  id: 'add-column-inline-fk',
  title: 'Foreign key comes with its column',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addForeignKey'],
  docs: {
    why: 'The statement takes ACCESS EXCLUSIVE on the table and SHARE ROW EXCLUSIVE on the one that it refers to. It reads no row when the column is added as REFERENCES without a default, since every row then holds NULL; with a default, or with a FOREIGN KEY clause of its own, it reads both tables under these locks (measured on 15.18 and 18.6).',
    instead:
      'Add the column first, then the key NOT VALID, and validate it in a migration of its own.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
  },
  check(operation, context) {
    const { table, foreignKey } = operation;
    if (!foreignKey.validated || context.isNewTable(table)) return null;
    const added = foreignKey.columns.flatMap(
      (name) => columnAddedAlong(operation, name, context)?.column ?? [],
    );
    if (added.length === 0) return null;
    const { toTable } = foreignKey;
    const names = added.map(({ name }) => `${table}.${name}`).join(', ');
    const instead = code(
      '# Migration 1',
      ...added.map(
        ({ name, type }) => `add_column ${symbol(table)}, ${symbol(name)}, ${columnType(type)}`,
      ),
      '',
      foreignKeyInTwoSteps(table, foreignKey, 2),
    );
    if (operation.emptyColumn) {
      return {
        severity: 'info',
        message: `Adding ${names} with its key reads no row; it still waits for every transaction on ${table} and on ${toTable}, and what comes after queues behind it.`,
        instead,
      };
    }
    return {
      severity: context.severityBySize(table),
      message: `Adding ${names} with its key reads every row of ${context.withSize(table)} while reads and writes of it wait, and writes to ${toTable} wait as well.`,
      instead,
    };
  },
});
