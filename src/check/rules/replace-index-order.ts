import { ENGINES } from '../../model/engine.ts';
import { findTable, type Index } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { isAlike } from '../index-columns.ts';
import { addIndexLine } from '../recipes/index.ts';
import { code, outsideTransaction, symbol, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const replaceIndexOrder = defineRule({
  id: 'replace-index-order',
  title: 'No index between the drop and the build',
  engines: ENGINES,
  severity: 'warning',
  on: ['dropIndex'],
  docs: {
    why: 'The old index is dropped before the new one is built: queries in between scan the table, or wait for the whole build when both run in one transaction.',
    instead: 'Build the new index under another name first, then drop the old one.',
    reference: 'https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/invisible-indexes.html',
      sqlite: 'https://www.sqlite.org/queryplanner.html',
    },
  },
  check({ table, index }, context) {
    if (context.isNewTable(table)) return null;
    const dropped = findTable(context.before, table)?.indexes.find(({ name }) => name === index);
    const lead = dropped?.parts[0]?.column;
    // Another index that begins with the same column serves the queries in between.
    if (!lead || leads(findTable(context.after, table)?.indexes ?? [], lead)) return null;
    const successor = successorOf(dropped, lead, table, context);
    if (!successor) return null;
    // DROP INDEX keeps ACCESS EXCLUSIVE until the transaction ends: nobody reads in between.
    const waits = context.migration.transactional && context.locks.some((lock) => lock.blocksReads);
    const again = successor.name === index ? 'it is built again' : `${successor.name} is built`;
    const size = context.withSize(table);
    const meanwhile = waits
      ? `reads and writes of ${size} wait`
      : `queries by ${lead} scan ${size}`;
    return {
      message: `${index} is dropped before ${again}: until then ${meanwhile}.`,
      instead: builtFirst(table, index, successor, context),
    };
  },
});

/**
 * The index that the migration builds in its place; null for none, and where a column of it changes in
 * between: that the index is not there then spares building it twice.
 */
function successorOf(
  dropped: Index,
  lead: string,
  table: string,
  { later }: RuleContext,
): Index | null {
  const built = later.flatMap(({ operation }) =>
    operation.kind === 'addIndex' && operation.table === table ? [operation.index] : [],
  );
  const again = built.find((each) => isAlike(each, dropped));
  const changes = later.some(
    ({ operation }) =>
      operation.kind === 'setColumn' &&
      operation.table === table &&
      dropped.parts.some(({ column }) => column === operation.column.name),
  );
  if (again) return changes ? null : again;
  return built.find((each) => leads([each], lead)) ?? null;
}

function leads(indexes: readonly Index[], column: string): boolean {
  return indexes.some(({ parts, where }) => parts[0]?.column === column && where === null);
}

function builtFirst(table: string, index: string, successor: Index, context: RuleContext): string {
  const concurrently = context.dialect.supportsConcurrentIndexBuild;
  const name = successor.name === index ? `${index}_new` : successor.name;
  const options = concurrently ? ['algorithm: :concurrently'] : [];
  const lines = [
    addIndexLine(table, { ...successor, name }, ...options),
    [`remove_index ${symbol(table)}`, `name: ${text(index)}`, ...options].join(', '),
  ];
  return code(...(concurrently ? outsideTransaction(...lines) : lines));
}
