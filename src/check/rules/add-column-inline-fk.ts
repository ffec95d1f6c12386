import type { OperationOf } from '../../model/operation.ts';
import { formatServer, serverAtLeast } from '../../model/server.ts';
import { columnsMade } from '../columns-made.ts';
import type { RuleContext } from '../context.ts';
import { columnAddedAlong } from '../joined.ts';
import { foreignKeyInTwoSteps } from '../recipes/foreign-key.ts';
import { code, columnType, symbol } from '../ruby.ts';
import { defineRule, type Finding } from '../rule.ts';
import { statementText } from '../statement-text.ts';

export const addColumnInlineFk = defineRule({
  id: 'add-column-inline-fk',
  title: 'Foreign key comes with its column',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['addForeignKey', 'addColumn', 'createTable'],
  docs: {
    why: 'REFERENCES behind a column does not do everywhere what it says.',
    onEngine: {
      postgresql:
        'The statement takes ACCESS EXCLUSIVE on the table and SHARE ROW EXCLUSIVE on the one that it refers to. It reads no row when the column is added as REFERENCES without a default, since every row then holds NULL; with a default, or with a FOREIGN KEY clause of its own, it reads both tables under these locks (measured on 15.18 and 18.6).',
      mysql: 'MySQL before 9.0 reads REFERENCES behind a column and makes no key of it.',
    },
    instead:
      'Add the column first, then the key NOT VALID, and validate it in a migration of its own.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html',
    },
  },
  check(operation, context) {
    if (operation.kind !== 'addForeignKey') return forgotten(operation, context);
    if (!context.dialect.validatesConstraintsSeparately) return null;
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

/** Columns with REFERENCES of which MySQL makes no key; empty on servers that do. */
function forgotten(
  operation: OperationOf<'addColumn' | 'createTable'>,
  context: RuleContext,
): readonly Finding[] {
  const { server } = context;
  if (server.name !== 'mysql' || serverAtLeast(server, 9)) return [];
  const { table, columns } = columnsMade(operation);
  const statement = statementText(operation, context);
  return columns.flatMap(({ name }) => {
    const definition = new RegExp(
      `[\\s(\`]${name}\`?\\s+\\w[^,;]*?\\bREFERENCES\\s+\`?(\\w+)`,
      'i',
    );
    const target = definition.exec(statement.replace(/FOREIGN\s+KEY\s*\([^)]*\)/gi, ','))?.[1];
    if (target === undefined) return [];
    return [
      {
        table,
        severity: 'warning' as const,
        message: `${formatServer(server)} reads REFERENCES behind ${table}.${name} and forgets it: no row is checked, and no key is made.`,
        instead: code(
          `add_foreign_key ${symbol(table)}, ${symbol(target)}, column: ${symbol(name)}`,
        ),
      },
    ];
  });
}
