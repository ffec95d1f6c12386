import { findTable, type Schema } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { namesColumn, viewsNaming } from '../dependencies/naming.ts';
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
        'A trigger function that inserts NEW.* or OLD.* into another table gives one value more than that table has columns, and every write fails with "INSERT has more expressions than target columns".',
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

/** Views whose text names every column of a table: most likely they were made with SELECT *. */
function viewsOfEveryColumn(schema: Schema, table: string): readonly string[] {
  const columns = findTable(schema, table)?.columns ?? [];
  // Two columns stand in most views of a table of two.
  if (columns.length < 3) return [];
  return viewsNaming(schema, table, null)
    .filter(({ definition }) =>
      columns.every(({ name }) => namesColumn(definition, name, schema.engine)),
    )
    .map(({ name }) => name);
}

/** True when the release makes the view anew with the column, or drops it. */
function showsLater(final: Schema, name: string, column: string): boolean {
  const view = final.views.find((each) => each.name === name);
  return !view || namesColumn(view.definition, column, final.engine);
}

function rowShapes(table: string, column: string, context: RuleContext): readonly Finding[] {
  if (context.engine !== 'postgresql') return [];
  return rowShapesOf(context.before, table).flatMap(({ body, target }) => {
    const taker = findTable(context.before, target);
    if (taker?.columns.some(({ name }) => name === column)) return [];
    return [
      {
        message: `The function ${body} inserts whole rows of ${table} into ${target}, which has no ${column}: from then on every write to ${table} that runs it fails.`,
        instead: `Add ${column} to ${target} before ${table}, or name the columns in ${body}.`,
      },
    ];
  });
}
