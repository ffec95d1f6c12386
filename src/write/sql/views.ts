import type { Schema, View } from '../../model/schema.ts';
import { DDL_FORMS } from './forms.ts';
import { indexSql } from './indexes.ts';
import { type ByEngine, dialectOf, statement } from './statement.ts';

/** The statements that create the view as it is; for a materialized view with its indexes. */
export function viewSql(view: View, schema: Schema): readonly string[] {
  return [
    statement(
      `${createHead(view)} ${dialectOf(schema).quoteTable(view.name)} AS\n${view.definition}`,
    ),
    ...view.indexes.flatMap((index) => indexSql(index, view.name, schema)),
    ...viewCommentSql(view, schema),
  ];
}

/** The same for a view that may be there already. A materialized view can't be replaced in place. */
export function replaceViewSql(view: View, schema: Schema): readonly string[] {
  return view.materialized
    ? [
        statement(`DROP MATERIALIZED VIEW IF EXISTS ${viewName(view, schema)}`),
        ...viewSql(view, schema),
      ]
    : replacements[schema.engine](view, schema);
}

const createOrReplace = (view: View, schema: Schema): readonly string[] => [
  statement(`CREATE OR REPLACE VIEW ${viewName(view, schema)} AS\n${view.definition}`),
  ...viewCommentSql(view, schema),
];

const replacements: ByEngine<(view: View, schema: Schema) => readonly string[]> = {
  postgresql: createOrReplace,
  mysql: createOrReplace,
  // SQLite has no OR REPLACE for views. https://sqlite.org/lang_createview.html
  sqlite: (view, schema) => [
    statement(`DROP VIEW IF EXISTS ${viewName(view, schema)}`),
    ...viewSql(view, schema),
  ],
};

function viewName(view: View, schema: Schema): string {
  return dialectOf(schema).quoteTable(view.name);
}

function createHead(view: View): string {
  return view.materialized ? 'CREATE MATERIALIZED VIEW' : 'CREATE VIEW';
}

function viewCommentSql(view: View, schema: Schema): readonly string[] {
  if (view.comment === null || !DDL_FORMS[schema.engine].commentStatements) return [];
  const dialect = dialectOf(schema);
  const kind = view.materialized ? 'MATERIALIZED VIEW' : 'VIEW';
  const name = dialect.quoteTable(view.name);
  return [statement(`COMMENT ON ${kind} ${name} IS ${dialect.quoteString(view.comment)}`)];
}
