import { applyOperation } from '../../apply/index.ts';
import type { Engine, RailsVersion } from '../../model/engine.ts';
import { InputError } from '../../model/errors.ts';
import type { Operation, OperationOf } from '../../model/operation.ts';
import { findColumn, findTable, type Schema, type View } from '../../model/schema.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { StoredViews } from '../postgresql/stored-views.ts';

/** How a server keeps the queries of views, and expressions. */
export interface ViewKeeper {
  /** The view with its query as the server prints it, or what keeps it from being known. */
  readonly created: (
    view: View,
    schema: Schema,
  ) => Pick<OperationOf<'createView'>, 'view' | 'unprinted'>;
  /** The operation with the expressions in it as the server prints them. */
  readonly expressions: (operation: Operation, schema: Schema) => Operation;
  /** The views whose queries follow a rename, so far as it is known how. */
  readonly renamed: (
    renaming: OperationOf<'renameTable'> | OperationOf<'renameColumn'>,
    before: Schema,
    after: Schema,
  ) => readonly View[];
  /** A view that holds on to a column, or with null to any of a table; null when none is known to. */
  readonly reader: (table: string, column: string | null, schema: Schema) => string | null;
}

type Make = (
  dumped: Schema,
  project: ProjectFiles | null,
  rails: RailsVersion | null,
) => ViewKeeper | null;

/** MySQL dumps the query of SHOW CREATE VIEW, with quotes around every name. */
const MYSQL: ViewKeeper = {
  created: (view) => ({ view, unprinted: 'the form that MySQL gives to queries' }),
  expressions: (operation) => operation,
  renamed: () => [],
  reader: () => null,
};

const MAKERS: { readonly [E in Engine]: Make } = {
  postgresql: (dumped, project, rails) => {
    const stored = new StoredViews(dumped, project, rails);
    return {
      created: (view, schema) => stored.created(view, schema),
      expressions: (operation, schema) => stored.expressions(operation, schema),
      renamed: (renaming, before, after) => stored.renamed(renaming, before, after),
      reader: (table, column, schema) => stored.reader(table, column, schema),
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

/**
 * The operation with the views as the server will print them.
 *
 * @throws {InputError} where the server refuses, because a view reads what goes or changes its type.
 */
export function withStoredViews(
  operation: Operation,
  schema: Schema,
  keeper: ViewKeeper,
): Operation {
  if (operation.kind === 'createView') {
    if (operation.unprinted !== undefined) return operation;
    return { ...operation, ...keeper.created(operation.view, schema) };
  }
  assertReleased(operation, schema, keeper);
  if (operation.kind !== 'renameTable' && operation.kind !== 'renameColumn') {
    return keeper.expressions(operation, schema);
  }
  if (schema.views.length === 0) return operation;
  const views = keeper.renamed(operation, schema, applyOperation(schema, operation));
  return views.length === 0 ? operation : { ...operation, views };
}

/**
 * PostgreSQL lets go of no column that a view reads, nor of its type; DROP does so with CASCADE,
 * which takes the view along.
 * https://www.postgresql.org/docs/18/ddl-depend.html
 */
function assertReleased(operation: Operation, schema: Schema, keeper: ViewKeeper): void {
  const held = heldBy(operation, schema);
  const view = held && keeper.reader(held.table, held.column, schema);
  if (!held || view === null) return;
  throw new InputError(`${held.what}: view "${view}" reads it`, {
    location: operation.source,
    remedy: `Drop the view first: \`drop_view :${view}\`, and create it again afterwards.`,
  });
}

interface Held {
  readonly table: string;
  /** Null for the whole table. */
  readonly column: string | null;
  /** What cannot be done. */
  readonly what: string;
}

function heldBy(operation: Operation, schema: Schema): Held | null {
  if (operation.kind === 'dropTable' && !operation.cascade) {
    return { table: operation.table, column: null, what: `${operation.table} cannot be dropped` };
  }
  if (operation.kind === 'dropColumn' && !operation.cascade) {
    const { table, column } = operation;
    return { table, column, what: `${table}.${column} cannot be dropped` };
  }
  if (operation.kind !== 'setColumn' || !changesType(operation, schema)) return null;
  const { table, column } = operation;
  return { table, column: column.name, what: `${table}.${column.name} cannot change its type` };
}

/** An enum or domain that is renamed stays the type that it is. */
function changesType({ table, column }: OperationOf<'setColumn'>, schema: Schema): boolean {
  const owner = findTable(schema, table);
  const was = owner && findColumn(owner, column.name)?.type;
  if (was === null || was === undefined || was === column.type) return false;
  const named = [...schema.enums, ...schema.domains].map(({ name }) => name);
  return !named.includes(was.replace(/\[\]$/, ''));
}
