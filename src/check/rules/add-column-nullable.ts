import { findTable, type Schema } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { namesColumn } from '../dependencies/naming.ts';
import { viewsNaming } from '../dependencies/users.ts';
import { rowShapesOf } from '../row-shapes.ts';
import { defineRule, type Finding } from '../rule.ts';

export const addColumnNullable = defineRule({
  id: 'add-column-nullable',
  title: 'Objects keep the columns that the table had',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['addColumn'],
  docs: {
    why: 'A view that was made with SELECT * has the columns that the table had on that day; a new one does not show in it.',
    onEngine: {
      postgresql:
        'A trigger function that inserts NEW.* or OLD.* into another table gives one value more than that table has columns, and every write of a new session fails with "INSERT has more expressions than target columns"; sessions that ran it before go on (tried on 18.3).',
    },
    instead:
      'Create the views again with the column, and add the column to the tables that take whole rows first.',
    reference: 'https://www.postgresql.org/docs/current/sql-createview.html',
    references: { mysql: 'https://dev.mysql.com/doc/refman/8.0/en/create-view.html' },
  },
  check({ table, column }, context) {
    if (context.isNewTable(table)) return null;
    return [...views(table, column.name, context), ...rowShapes(table, column.name, context)];
  },
});

function views(table: string, column: string, context: RuleContext): readonly Finding[] {
  const names = viewsOfEveryColumn(context.before, table).filter(
    (name) => !showsLater(context.final, name, column),
  );
  if (names.length === 0) return [];
  const list = names.join(', ');
  const [show, are] = names.length === 1 ? ['shows', 'it was'] : ['show', 'they were'];
  return [
    {
      severity: 'info',
      message: `${list} ${show} every column that ${table} had when ${are} made, and will not show ${column}.`,
      instead: `Create ${list} again with ${column} in the same release, or say in the sign-off that readers do without it.`,
    },
  ];
}

/** Views that list every column of a table one after the other: they were made with SELECT *. */
function viewsOfEveryColumn(schema: Schema, table: string): readonly string[] {
  const columns = findTable(schema, table)?.columns ?? [];
  // Two columns stand beside each other in many views.
  if (columns.length < 3) return [];
  const items = columns.map(({ name }) => {
    const escaped = name.replace(/[^\w]/g, '\\$&');
    return `(?:[\\w$]+\\.)*${escaped}(?: as ${escaped})?`;
  });
  const list = new RegExp(`\\b${items.join(' ?, ?')}(?![\\w$])`, 'i');
  return viewsNaming(schema, table, null)
    .filter(({ definition }) => list.test(definition.replace(/["`]/g, '').replace(/\s+/g, ' ')))
    .map(({ name }) => name);
}

/** True when the release makes the view anew with the column, or drops it. */
function showsLater(final: Schema, name: string, column: string): boolean {
  const view = final.views.find((each) => each.name === name);
  return !view || namesColumn(view.definition, column, final.engine);
}

function rowShapes(table: string, column: string, context: RuleContext): readonly Finding[] {
  return rowShapesOf(context.before, table).flatMap(({ body, target }) => {
    const taker = findTable(context.before, target);
    if (taker?.columns.some(({ name }) => name === column)) return [];
    return [
      {
        message: `The function ${body} inserts whole rows of ${table} into ${target}, which has no ${column}: writes to ${table} that run it fail in every session that begins later.`,
        instead: `Add ${column} to ${target} before ${table}, or name the columns in ${body}.`,
      },
    ];
  });
}
