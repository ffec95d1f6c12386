import { findColumn, findTable } from '../../model/schema.ts';
import { defineRule } from '../rule.ts';

export const changeCharsetCollation = defineRule({
  id: 'change-charset-collation',
  title: 'Character set or collation changes',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['setColumn', 'setTableOptions'],
  docs: {
    why: 'Values that were different can be equal under the new collation and violate a unique index.',
    onEngine: {
      mysql: 'The table is copied while writes wait; joins between two collations use no index.',
      postgresql:
        'PostgreSQL keeps the rows and builds the indexes of the column anew under ACCESS EXCLUSIVE.',
    },
    instead:
      'Look for values that become equal first; change large MySQL tables with gh-ost or pt-online-schema-change.',
    reference: 'https://dev.mysql.com/doc/refman/8.0/en/alter-table.html#alter-table-character-set',
    references: {
      postgresql: 'https://www.postgresql.org/docs/current/collation.html',
    },
  },
  check(operation, context) {
    const { table } = operation;
    if (context.isNewTable(table)) return null;
    const what =
      operation.kind === 'setTableOptions'
        ? tableChange(operation)
        : columnChange(operation.column, findTable(context.before, table));
    if (what === null) return null;
    return {
      severity: context.severityBySize(table),
      message: `The ${what} of ${context.withSize(table)} changes: rows are copied or indexes are built anew, and values that differ today can become equal.`,
      instead: `Look for values of ${table} that become equal under the new collation, then change it in a window in which writes may wait.`,
    };
  },
});

function tableChange(options: {
  readonly charset?: string | null;
  readonly collation?: string | null;
}): string | null {
  if (options.charset !== undefined) return 'character set';
  return options.collation === undefined ? null : 'collation';
}

function columnChange(
  column: { readonly name: string; readonly collation: string | null },
  table: ReturnType<typeof findTable>,
): string | null {
  const current = table && findColumn(table, column.name);
  if (!current || current.collation === column.collation) return null;
  return `collation of ${column.name}`;
}
