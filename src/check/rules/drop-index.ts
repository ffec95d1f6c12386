import { ENGINES } from '../../model/engine.ts';
import { findTable } from '../../model/schema.ts';
import { code, outsideTransaction, symbol, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const dropIndex = defineRule({
  id: 'drop-index',
  title: 'Queries lose the index',
  engines: ENGINES,
  severity: 'warning',
  on: ['dropIndex'],
  docs: {
    why: 'Queries that used the index scan the table from then on, and building it again takes as long as before. A unique index also kept duplicates out.',
    onEngine: {
      postgresql:
        'Without CONCURRENTLY, PostgreSQL takes ACCESS EXCLUSIVE on the table, and waits for it behind running queries while all others queue.',
    },
    instead:
      'Look at its use first (pg_stat_user_indexes.idx_scan; on MySQL make it invisible for a while), then drop it concurrently.',
    reference: 'https://www.postgresql.org/docs/current/sql-dropindex.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/invisible-indexes.html',
      sqlite: 'https://www.sqlite.org/lang_dropindex.html',
    },
  },
  check({ table, index, concurrently }, context) {
    if (context.isNewTable(table)) return null;
    const dropped = findTable(context.before, table)?.indexes.find(({ name }) => name === index);
    if (!dropped) return null;
    const guard = dropped.unique ? ', and duplicates are no longer kept out' : '';
    const canBeConcurrent = context.dialect.supportsConcurrentIndexBuild;
    const blocking = canBeConcurrent && !concurrently;
    const drop = `remove_index ${symbol(table)}, name: ${text(index)}`;
    return {
      message: `Queries on ${context.withSize(table)} lose ${index}${guard}${blocking ? ', and reads and writes wait while it is dropped' : ''}.`,
      instead: canBeConcurrent
        ? code(
            '# When pg_stat_user_indexes shows no scans of it',
            ...outsideTransaction(`${drop}, algorithm: :concurrently`),
          )
        : code('# When no query uses it any more', drop),
    };
  },
});
