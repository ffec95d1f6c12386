import { ENGINES } from '../../model/engine.ts';
import { findTable } from '../../model/schema.ts';
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
    if (!lead) return null;
    for (const { operation } of context.later) {
      if (operation.kind !== 'addIndex' || operation.table !== table) continue;
      if (operation.index.parts[0]?.column !== lead) continue;
      const concurrently = context.dialect.supportsConcurrentIndexBuild;
      const name = operation.index.name === index ? `${index}_new` : operation.index.name;
      const added = { ...operation.index, name };
      const options = concurrently ? ['algorithm: :concurrently'] : [];
      const lines = [
        addIndexLine(table, added, ...options),
        [`remove_index ${symbol(table)}`, `name: ${text(index)}`, ...options].join(', '),
      ];
      return {
        message: `${index} is dropped before ${operation.index.name} is built: until then queries by ${lead} scan ${context.withSize(table)}.`,
        instead: code(...(concurrently ? outsideTransaction(...lines) : lines)),
      };
    }
    return null;
  },
});
