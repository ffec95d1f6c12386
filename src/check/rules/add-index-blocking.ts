import { waitsAlong } from '../held-locks.ts';
import { partitionKeyOf } from '../partitions.ts';
import { addIndexConcurrently } from '../recipes/index.ts';
import { defineRule } from '../rule.ts';

export const addIndexBlocking = defineRule({
  id: 'add-index-blocking',
  title: 'Index is built while writes wait',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addIndex'],
  docs: {
    why: 'CREATE INDEX holds SHARE for the whole build, so every write to the table waits until it is done.',
    instead:
      'Build it with CONCURRENTLY, in a migration of its own that runs outside of a transaction.',
    reference:
      'https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY',
  },
  check({ table, index, concurrently, only }, context) {
    if (concurrently || only || context.isNewTable(table)) return null;
    // A partitioned table has a rule of its own.
    if (partitionKeyOf(context.before, table) !== null) return null;
    return {
      severity: context.severityBySize(table),
      message: `Building ${index.name} blocks writes to ${context.withSize(table)} until it is done${waitsAlong(context)}.`,
      instead: addIndexConcurrently(table, index),
    };
  },
});
