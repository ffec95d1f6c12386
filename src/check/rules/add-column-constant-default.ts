import { isVolatile } from '../../dialect/postgresql/locks/volatility.ts';
import type { Column } from '../../model/schema.ts';
import { formatServer, type Server, serverAtLeast } from '../../model/server.ts';
import { joinedBefore } from '../joined.ts';
import { addColumnInStages } from '../recipes/add-column.ts';
import { defineRule } from '../rule.ts';
import { lowered } from '../severity.ts';

export const addColumnConstantDefault = defineRule({
  id: 'add-column-constant-default',
  title: 'Old server builds the table anew for the column',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['addColumn'],
  docs: {
    why: 'The server is too old to keep the value of a new column in its catalog.',
    onEngine: {
      postgresql:
        'Before PostgreSQL 11 a default is written into every row, with all indexes, under ACCESS EXCLUSIVE.',
      mysql:
        'Before MySQL 8.0.12 and MariaDB 10.3.2 ADD COLUMN builds the table anew, with or without a default: writes go on, the table takes its space twice, and replicas lag behind for as long.',
    },
    instead:
      'On PostgreSQL add the column without the default, set the default, fill the old rows in batches; on MySQL use gh-ost or pt-online-schema-change.',
    reference: 'https://www.postgresql.org/docs/11/release-11.html',
    references: {
      mysql:
        'https://dev.mysql.com/doc/refman/5.7/en/innodb-online-ddl-operations.html#online-ddl-column-operations',
    },
  },
  check(operation, context) {
    const { table, column } = operation;
    const { server } = context;
    if (!rebuilds(server, column) || context.isNewTable(table)) return null;
    // One ALTER TABLE builds the table anew once for all of its columns.
    const said = joinedBefore(operation, context).some(
      (each) => each.kind === 'addColumn' && rebuilds(server, each.column),
    );
    if (said) return null;
    const size = context.severityBySize(table);
    const on = formatServer(server);
    if (!context.locks.some((lock) => lock.table === table && lock.blocksReads)) {
      return {
        severity: lowered(size),
        message: `${on} builds ${context.withSize(table)} anew to add ${column.name}; writes go on, and replicas lag behind for as long.`,
        instead: `Add ${column.name} to ${table} with gh-ost or pt-online-schema-change, or in a quiet window with room for a second copy.`,
      };
    }
    return {
      severity: size,
      message: `${on} writes the default of ${table}.${column.name} into every row of ${context.withSize(table)} while reads and writes wait.`,
      instead: addColumnInStages(table, column, context),
    };
  },
});

/** INSTANT came with MySQL 8.0.12 and MariaDB 10.3.2, constants in the catalog with PostgreSQL 11. */
const SINCE: { readonly [N in Server['name']]: readonly number[] } = {
  postgresql: [11],
  mysql: [8, 0, 12],
  mariadb: [10, 3, 2],
  sqlite: [3],
};

function rebuilds(server: Server, column: Column): boolean {
  if (serverAtLeast(server, ...SINCE[server.name])) return false;
  // Rules of their own tell what these cost, whatever the version.
  if (column.autoIncrement !== null || column.generated !== null) return false;
  const { default: value } = column;
  if (server.name !== 'postgresql') return value?.kind !== 'expression';
  return value !== null && !(value.kind === 'expression' && isVolatile(value.sql));
}
