import { findTable } from '../../model/schema.ts';
import { formatServer } from '../../model/server.ts';
import type { RuleContext } from '../context.ts';
import { namesAll } from '../dependencies/naming.ts';
import { giveWay } from '../recipes/lock-timeout.ts';
import { code, symbol, text } from '../ruby.ts';
import { defineRule, type Finding } from '../rule.ts';

export const renameIndex = defineRule({
  id: 'rename-index',
  title: 'What names the index stops finding it',
  engines: ['postgresql', 'mysql'],
  severity: 'warning',
  on: ['renameIndex'],
  docs: {
    why: 'Code can name an index, and is not told of a new name: in functions and views, and where upsert_all says unique_by:.',
    onEngine: {
      postgresql:
        'Before PostgreSQL 12 the rename takes ACCESS EXCLUSIVE on the index, so that queries which plan with it wait.',
      mysql: 'A query with USE INDEX or FORCE INDEX fails when no index has the name.',
    },
    instead: 'Search the code and the functions for the old name before the rename.',
    reference: 'https://www.postgresql.org/docs/current/sql-alterindex.html',
    references: { mysql: 'https://dev.mysql.com/doc/refman/8.0/en/index-hints.html' },
  },
  check({ table, from, to, impliedBy }, context) {
    if (impliedBy !== null || context.isNewTable(table)) return null;
    return [...named(table, from, to, context), ...locked(from, context)];
  },
});

/** Where the name can stand: in bodies that say it, and in code where an index of its kind is named. */
function named(table: string, from: string, to: string, context: RuleContext): readonly Finding[] {
  const { before, engine } = context;
  const bodies = [...before.functions, ...before.triggers, ...before.views]
    .filter(({ definition }) => namesAll(definition, [from], engine))
    .map(({ name }) => name);
  const unique = findTable(before, table)?.indexes.find(({ name }) => name === from)?.unique;
  // unique_by: takes the name of an index on PostgreSQL alone.
  if (bodies.length === 0 && !(unique && engine === 'postgresql')) return [];
  const users =
    bodies.length > 0
      ? `${[...new Set(bodies)].join(', ')} ${bodies.length === 1 ? 'says' : 'say'} ${from}`
      : `upsert_all with unique_by: :${from} fails`;
  return [
    {
      severity: bodies.length > 0 ? 'warning' : 'info',
      message: `From then on the index is called ${to}, and ${users}.`,
      instead: code(
        '# Once nothing in the code and in functions says the old name',
        `rename_index ${symbol(table)}, ${text(from)}, ${text(to)}`,
      ),
    },
  ];
}

function locked(from: string, context: RuleContext): readonly Finding[] {
  if (!context.locks.some(({ blocksReads }) => blocksReads)) return [];
  return [
    {
      severity: 'info',
      message: `${formatServer(context.server)} locks ${from} against all use for the rename: queries of its table queue behind it while it waits for the ones that run.`,
      instead: code(...giveWay(context)),
    },
  ];
}
