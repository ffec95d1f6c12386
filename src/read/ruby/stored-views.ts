import { applyOperation } from '../../apply/index.ts';
import type { Engine, RailsVersion } from '../../model/engine.ts';
import type { Operation, OperationOf } from '../../model/operation.ts';
import type { Schema, View } from '../../model/schema.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { StoredViews } from '../postgresql/stored-views.ts';

/** How a server keeps the queries of views. */
export interface ViewKeeper {
  /** The view with its query as the server prints it, or what keeps it from being known. */
  readonly created: (
    view: View,
    schema: Schema,
  ) => Pick<OperationOf<'createView'>, 'view' | 'unprinted'>;
  /** The views whose queries follow a rename, so far as it is known how. */
  readonly renamed: (
    renaming: OperationOf<'renameTable'> | OperationOf<'renameColumn'>,
    before: Schema,
    after: Schema,
  ) => readonly View[];
}

type Make = (
  dumped: Schema,
  project: ProjectFiles | null,
  rails: RailsVersion | null,
) => ViewKeeper | null;

/** MySQL dumps the query of SHOW CREATE VIEW, with quotes around every name. */
const MYSQL: ViewKeeper = {
  created: (view) => ({ view, unprinted: 'the form that MySQL gives to queries' }),
  renamed: () => [],
};

const MAKERS: { readonly [E in Engine]: Make } = {
  postgresql: (dumped, project, rails) => {
    const stored = new StoredViews(dumped, project, rails);
    return {
      created: (view, schema) => stored.created(view, schema),
      renamed: (renaming, before, after) => stored.renamed(renaming, before, after),
    };
  },
  mysql: () => MYSQL,
  // sqlite_master has the text as it was written.
  sqlite: () => null,
};

/**
 * How the schema's server keeps views; null where it keeps their text.
 *
 * @param dumped - the schema as it was dumped, whose views tell the server's version.
 */
export function viewKeeperOf(...[dumped, project, rails]: Parameters<Make>): ViewKeeper | null {
  return MAKERS[dumped.engine](dumped, project, rails);
}

/** The operation with the views as the server will print them. */
export function withStoredViews(
  operation: Operation,
  schema: Schema,
  keeper: ViewKeeper,
): Operation {
  if (operation.kind === 'createView') {
    return { ...operation, ...keeper.created(operation.view, schema) };
  }
  if (operation.kind !== 'renameTable' && operation.kind !== 'renameColumn') return operation;
  if (schema.views.length === 0) return operation;
  const views = keeper.renamed(operation, schema, applyOperation(schema, operation));
  return views.length === 0 ? operation : { ...operation, views };
}
