import type { OperationOf } from '../../model/operation.ts';
import { formatServer } from '../../model/server.ts';
import type { RuleContext } from '../context.ts';
import { missesRowsInBuilds } from '../faulty-builds.ts';
import { maintenanceOf } from '../maintenance.ts';
import { defineRule } from '../rule.ts';

export const indexCorruptionPg14 = defineRule({
  id: 'index-corruption-pg14',
  title: 'Concurrent builds of this release can miss rows',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addIndex', 'runSql'],
  docs: {
    why: 'In PostgreSQL 14.0 to 14.3, CREATE INDEX CONCURRENTLY and REINDEX CONCURRENTLY can leave rows out of the index that are written meanwhile: queries then miss them, and a unique index lets duplicates in. No error shows.',
    instead:
      'Upgrade to 14.4 or newer first, and check indexes that were built before with amcheck.',
    reference: 'https://www.postgresql.org/docs/14/release-14-4.html',
  },
  check(operation, context) {
    if (!missesRowsInBuilds(context.server)) return null;
    const built = builtConcurrently(operation, context);
    if (built === null) return null;
    return {
      message: `${formatServer(context.server)} can leave rows out of ${built} that are written while it is built concurrently, and no error shows.`,
      instead: `Upgrade to 14.4 or newer before ${built} is built, or build it without CONCURRENTLY in a window in which writes may wait.`,
    };
  },
});

function builtConcurrently(
  operation: OperationOf<'addIndex' | 'runSql'>,
  context: RuleContext,
): string | null {
  if (operation.kind === 'addIndex') {
    const inUse = operation.concurrently && !context.isNewTable(operation.table);
    return inUse ? operation.index.name : null;
  }
  const found = maintenanceOf(operation.text, context.before);
  const rebuilt = found?.verb === 'reindex' && found.concurrently;
  return rebuilt ? `the indexes of ${found.tables?.join(', ') ?? 'the database'}` : null;
}
