import { ENGINES } from '../../model/engine.ts';
import { findTable, type Index, type Schema } from '../../model/schema.ts';
import { keepsApart, plainColumns, servedBy } from '../index-columns.ts';
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
    const heir = servedBy(context.final, table, dropped);
    const guards = guardsAlone(context.final, table, dropped);
    const blocking = context.dialect.supportsConcurrentIndexBuild && !concurrently;
    // Nothing is lost where another index serves the same queries, and the drop lets all through.
    if (heir !== null && !guards && !blocking) return null;
    const message = [
      `Queries on ${context.withSize(table)} ${heir === null ? `lose ${index}` : `use ${heir} instead of ${index}`}`,
      ...(guards ? ['duplicates are no longer kept out'] : []),
      ...(blocking ? ['reads and writes wait while it is dropped'] : []),
    ];
    return {
      severity: heir === null || guards ? 'warning' : 'info',
      message: `${message.join(', and ')}.`,
      instead: dropLater(table, index, heir, context.dialect.supportsConcurrentIndexBuild),
    };
  },
});

/** True when the index keeps duplicates out and, after the release, nothing else does. */
function guardsAlone(final: Schema, table: string, { unique, ...index }: Index): boolean {
  const owner = findTable(final, table);
  const columns = plainColumns({ ...index, unique });
  return unique && !(owner && columns && keepsApart(owner, columns));
}

function dropLater(table: string, index: string, heir: string | null, online: boolean): string {
  const drop = `remove_index ${symbol(table)}, name: ${text(index)}`;
  if (heir !== null) {
    const when = `# When ${heir} is built`;
    return online
      ? code(when, ...outsideTransaction(`${drop}, algorithm: :concurrently`))
      : code(when, drop);
  }
  return online
    ? code(
        '# When pg_stat_user_indexes shows no scans of it',
        ...outsideTransaction(`${drop}, algorithm: :concurrently`),
      )
    : code('# When no query uses it any more', drop);
}
