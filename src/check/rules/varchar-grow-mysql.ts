import { findColumn, findTable } from '../../model/schema.ts';
import { formatServer } from '../../model/server.ts';
import { defineRule } from '../rule.ts';

export const varcharGrowMysql = defineRule({
  id: 'varchar-grow-mysql',
  title: 'Longer VARCHAR needs a copy of the table',
  engines: ['mysql'],
  severity: 'danger',
  on: ['setColumn'],
  docs: {
    why: 'A VARCHAR of up to 255 bytes stores its length in one byte, a longer one in two. Growing across that line copies the table while writes wait; with utf8mb4 the line is at 63 characters.',
    instead: 'Stay within the class, or change the table with gh-ost or pt-online-schema-change.',
    reference:
      'https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html#online-ddl-column-operations',
  },
  check({ table: name, column }, context) {
    const table = findTable(context.before, name);
    const current = table && findColumn(table, column.name);
    if (!current || context.isNewTable(name)) return null;
    const [from, to] = [lengthOf(current.type), lengthOf(column.type)];
    if (from === null || to === null || to <= from) return null;
    if (!context.locks.some(({ work }) => work === 'rewrite')) return null;
    return {
      severity: context.severityBySize(name),
      message: `Growing ${name}.${column.name} from ${from} to ${to} characters crosses 255 bytes: ${formatServer(context.server)} copies ${context.withSize(name)} while writes wait.`,
      instead: `Keep ${column.name} within 255 bytes, or run the change on ${name} with gh-ost or pt-online-schema-change.`,
    };
  },
});

function lengthOf(type: string): number | null {
  const length = /^varchar\((\d+)\)/.exec(type)?.[1];
  return length === undefined ? null : Number(length);
}
