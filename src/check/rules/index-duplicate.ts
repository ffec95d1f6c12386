import { ENGINES } from '../../model/engine.ts';
import { findTable } from '../../model/schema.ts';
import { beginsWith, plainColumns } from '../index-columns.ts';
import { defineRule } from '../rule.ts';

export const indexDuplicate = defineRule({
  id: 'index-duplicate',
  title: 'Another index does the same',
  engines: ENGINES,
  severity: 'info',
  on: ['addIndex'],
  docs: {
    why: 'A B-tree index serves queries on its first columns too. The shorter of two indexes that begin alike costs writes and space for nothing.',
    instead: 'Keep the longer one, unless the shorter one is unique.',
    reference: 'https://www.postgresql.org/docs/current/indexes-multicolumn.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/multiple-column-indexes.html',
      sqlite: 'https://www.sqlite.org/queryplanner.html',
    },
  },
  check({ table, index }, context) {
    const owner = findTable(context.before, table);
    const columns = plainColumns(index);
    if (!owner || columns === null) return null;
    const kept = findTable(context.final, table)?.indexes.map(({ name }) => name);
    const goesLater = owner.indexes.flatMap(({ name }) => (kept?.includes(name) ? [] : [name]));
    const others = [
      ...owner.indexes.map((other) => ({
        name: other.name,
        columns: plainColumns(other),
        unique: other.unique,
      })),
      {
        name: `the primary key of ${table}`,
        columns: owner.primaryKey?.columns ?? null,
        unique: true,
      },
    ].filter((other) => other.name !== index.name && !goesLater.includes(other.name));
    const longer = others.find(({ columns: other }) => other && beginsWith(other, columns));
    if (longer && !index.unique) {
      return {
        message: `${index.name} is not needed: ${longer.name} begins with ${columns.join(', ')} as well.`,
        instead: `Leave ${index.name} out.`,
      };
    }
    const shorter = others.find(
      ({ columns: other, unique }) => other && !unique && beginsWith(columns, other),
    );
    if (!shorter) return null;
    return {
      message: `${shorter.name} is not needed any more: ${index.name} begins with the same columns.`,
      instead: context.isNewTable(table)
        ? `Leave ${shorter.name} out where ${table} is created.`
        : `Drop ${shorter.name} in a later migration, once ${index.name} is built.`,
    };
  },
});
