import { typeChangeOf } from '../../dialect/locks.ts';
import { type Column, findColumn, findTable } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { replaceColumn } from '../recipes/replace-column.ts';
import { defineRule, type Finding } from '../rule.ts';

export const changeTypeRewrite = defineRule({
  id: 'change-type-rewrite',
  title: 'Table is rewritten to change a type',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['setColumn'],
  docs: {
    why: 'Values of the old type are not stored as the new type stores them.',
    onEngine: {
      postgresql:
        'PostgreSQL rewrites the table with all indexes under ACCESS EXCLUSIVE, so that reads and writes wait; tables joined by a foreign key of the column are locked as well.',
      mysql: 'The table is copied while writes wait.',
    },
    instead:
      'Add a column of the new type, write both, fill it in batches, switch over, drop the old one.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
    references: {
      mysql:
        'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations',
      mariadb: 'https://mariadb.com/kb/en/innodb-online-ddl-overview/',
    },
  },
  check({ table: name, column }, context) {
    const table = findTable(context.before, name);
    const current = table && findColumn(table, column.name);
    if (!table || !current || current.type === column.type || context.isNewTable(name)) return null;
    if (hasOwnRule(current.type, column.type)) return null;
    const own = context.locks.find((lock) => lock.table === name);
    if (own?.work === 'indexBuild') return indexesAnew(name, current, column, context);
    const { reason } = typeChangeOf(context.engine, current, column, table, context.server);
    if (!context.locks.some((lock) => lock.table === name && lock.work === 'rewrite')) return null;
    return {
      severity: context.severityBySize(name),
      message: `Changing ${name}.${column.name} from ${current.type} to ${column.type} rewrites ${context.withSize(name)}, because ${reason}; ${context.locks[0]?.blocksReads ? 'reads and writes' : 'writes'} wait until it is done.`,
      instead: table.primaryKey?.columns.includes(column.name)
        ? replaceKey(name, column, context)
        : replaceColumn(
            { table, old: current, name: `${column.name}_new`, type: column.type },
            context.engine,
          ),
    };
  },
});

/** MySQL: rules of their own tell what a longer VARCHAR and other members of an ENUM or SET cost. */
function hasOwnRule(from: string, to: string): boolean {
  const [before, after] = [from, to].map((type) => /^varchar\((\d+)\)/.exec(type)?.[1]);
  if (before !== undefined && after !== undefined) return Number(after) > Number(before);
  return [from, to].every((type) => /^(enum|set)\(/.test(type));
}

/** A key cannot be dropped like another column: rows are found, and referred to, by it. */
function replaceKey(table: string, { name, type }: Column, { dialect }: RuleContext): string {
  return dialect.supportsConcurrentIndexBuild
    ? `Add ${name}_new as ${type}, let a trigger write it, fill it in batches, build a unique index on it concurrently, then let it take the place of ${table}.${name} and of its primary key in one short transaction.`
    : `Change ${table}.${name} to ${type} with gh-ost or pt-online-schema-change, which copy the table while it is written.`;
}

/** A type that stores the same bytes and sorts them otherwise, such as citext over text. */
function indexesAnew(table: string, from: Column, to: Column, context: RuleContext): Finding {
  return {
    severity: context.severityBySize(table),
    message: `Changing ${table}.${to.name} from ${from.type} to ${to.type} keeps the rows of ${context.withSize(table)} and builds its indexes on ${to.name} anew, while reads and writes wait.`,
    instead: `Drop the indexes on ${to.name} of ${table} concurrently, change the type, and build them concurrently again; queries by ${to.name} scan the table meanwhile.`,
  };
}
