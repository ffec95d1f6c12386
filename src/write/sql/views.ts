import type { Schema, View } from '../../model/schema.ts';
import { DDL_FORMS } from './forms.ts';
import { indexSql } from './indexes.ts';
import { type ByEngine, dialectOf, statement } from './statement.ts';

/** The statements that create the view as it is; for a materialized view with its indexes. */
export function viewSql(view: View, schema: Schema): readonly string[] {
  return [
    statement(heads[schema.engine](view, '', schema)),
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
  statement(heads[schema.engine](view, 'OR REPLACE', schema)),
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

/** @param replace - `OR REPLACE`, or nothing. */
type Create = (view: View, replace: string, schema: Schema) => string;

const plainView: Create = (view, replace, schema) =>
  words('CREATE', replace, kindOf(view), viewName(view, schema), `AS\n${view.definition}`);

const heads: ByEngine<Create> = {
  postgresql: (view, replace, schema) => {
    const { using = '', tablespace = '' } = storageOf(view);
    return words(
      ...['CREATE', replace, kindOf(view), viewName(view, schema), using],
      view.options === undefined ? '' : `WITH (${view.options})`,
      ...[tablespace, `AS\n${view.definition}`],
    );
  },
  // The algorithm, the definer and the security stand before VIEW.
  mysql: (view, replace, schema) =>
    words(
      ...['CREATE', replace, view.options ?? '', 'VIEW', viewName(view, schema)],
      `AS\n${view.definition}`,
    ),
  sqlite: plainView,
};

/** The access method stands before the options, the tablespace behind them. */
function storageOf({ storage = '' }: View): {
  readonly using: string | undefined;
  readonly tablespace: string | undefined;
} {
  return {
    using: /\bUSING\s+\S+/i.exec(storage)?.[0],
    tablespace: /\bTABLESPACE\s+\S+/i.exec(storage)?.[0],
  };
}

function kindOf({ materialized }: View): string {
  return materialized ? 'MATERIALIZED VIEW' : 'VIEW';
}

function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function viewCommentSql(view: View, schema: Schema): readonly string[] {
  if (view.comment === null || !DDL_FORMS[schema.engine].commentStatements) return [];
  const dialect = dialectOf(schema);
  const name = dialect.quoteTable(view.name);
  return [statement(`COMMENT ON ${kindOf(view)} ${name} IS ${dialect.quoteString(view.comment)}`)];
}
