import type { RailsVersion } from '../../model/engine.ts';
import type { Operation, OperationBody } from '../../model/operation.ts';
import type { Schema, View } from '../../model/schema.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import type { RelationNames } from './print/names.ts';
import { serverVersion } from './server-version.ts';
import { withStoredExpressions } from './stored-expressions.ts';
import { isPrintedAlike, StoredQueries } from './stored-query.ts';

type Renaming = Extract<OperationBody, { readonly kind: 'renameTable' | 'renameColumn' }>;

/** Keeps views as a PostgreSQL server does: as trees, which it prints anew. */
export class StoredViews {
  readonly #dumped: Schema;
  readonly #project: ProjectFiles | null;
  readonly #rails: RailsVersion | null;
  #server: number | null = null;

  /** @param dumped - the schema as it was dumped, whose views tell the server's version. */
  constructor(dumped: Schema, project: ProjectFiles | null, rails: RailsVersion | null) {
    this.#dumped = dumped;
    this.#project = project;
    this.#rails = rails;
  }

  /**
   * The view with its query as the server prints it; with the reason where it is not known for sure
   * and stands as it is written.
   */
  created(view: View, schema: Schema): { readonly view: View; readonly unprinted?: string } {
    const stored = this.#queries(schema).stored(view.definition);
    if ('reason' in stored) return { view, unprinted: stored.reason };
    return { view: { ...view, definition: stored.value } };
  }

  /**
   * The views that read a table which is renamed, or whose column is, as the server prints them
   * afterwards. A view whose text the server would not have printed so is left out.
   */
  renamed(renaming: Renaming, before: Schema, after: Schema): readonly View[] {
    const old = renaming.from.slice(renaming.from.lastIndexOf('.') + 1);
    const readers = before.views.filter(({ definition }) => definition.includes(old));
    if (readers.length === 0) return [];
    const [given, resulting] = [this.#queries(before), this.#queries(after)];
    return readers.flatMap((view) => {
      const stands = given.stored(view.definition);
      const changed = given.stored(view.definition, (relation) => namesAfter(relation, renaming));
      if (!('value' in stands) || !('value' in changed)) return [];
      if (!isPrintedAlike(stands.value, view.definition)) return [];
      const again = resulting.stored(changed.value);
      if (!('value' in again) || again.value !== changed.value) return [];
      return [{ ...view, definition: changed.value }];
    });
  }

  /** The operation with the expressions of indexes and generated columns as the server prints them. */
  expressions<O extends Operation>(operation: O, schema: Schema): O {
    return withStoredExpressions(operation, schema, (given) => this.#queries(given));
  }

  /** The first view that certainly reads the column, or any column of the table; null when none does. */
  reader(table: string, column: string | null, schema: Schema): string | null {
    if (schema.views.length === 0) return null;
    const queries = this.#queries(schema);
    const found = schema.views.find(({ definition }) => queries.reads(definition, table, column));
    return found?.name ?? null;
  }

  #queries(schema: Schema): StoredQueries {
    this.#server ??= serverVersion(this.#dumped, this.#project, this.#rails);
    return new StoredQueries(schema, this.#server);
  }
}

function namesAfter(relation: RelationNames, renaming: Renaming): RelationNames {
  const { from, to } = renaming;
  if (renaming.kind === 'renameTable') {
    return relation.name === from ? { ...relation, name: to } : relation;
  }
  if (relation.name !== renaming.table) return relation;
  return { ...relation, columns: relation.columns.map((name) => (name === from ? to : name)) };
}
