import { bareName, comparable, identifiersIn } from '../../dialect/sql-names.ts';
import type { Engine } from '../../model/engine.ts';
import type { Schema, View } from '../../model/schema.ts';

/** True when an expression names that column. */
export function namesColumn(sql: string, column: string, engine: Engine): boolean {
  return namesAll(sql, [column], engine);
}

/** True when SQL names all of these objects as identifiers. */
export function namesAll(sql: string, names: readonly string[], engine: Engine): boolean {
  // Cutting SQL into words takes its time, and most texts do not name most objects.
  const lower = sql.toLowerCase();
  if (!names.every((name) => lower.includes(bareName(name).toLowerCase()))) return false;
  const found = identifiersIn(sql, engine);
  return names.every((name) => found.has(comparable(name, engine)));
}

/**
 * Views whose text names the table, and the column where one is given. A view that selects `*`
 * names every column.
 */
export function viewsNaming(schema: Schema, table: string, column: string | null): readonly View[] {
  return schema.views.filter(({ definition }) => {
    if (!namesAll(definition, [table], schema.engine)) return false;
    return (
      column === null || selectsAll(definition) || namesColumn(definition, column, schema.engine)
    );
  });
}

function selectsAll(definition: string): boolean {
  return /(?:\bselect|,|\.)\s*\*/i.test(definition.replace(/'(?:[^']|'')*'/g, "''"));
}

export interface Body {
  readonly type: 'trigger' | 'function';
  readonly name: string;
}

/**
 * Triggers and functions whose text names the table, and the column where one is given. A function
 * that a trigger of the table runs need not name the table: it says `NEW.column`.
 */
export function bodiesNaming(
  schema: Schema,
  table: string,
  column: string | null,
): readonly Body[] {
  const names = column === null ? [table] : [table, column];
  const { engine } = schema;
  const triggers = schema.triggers.filter((trigger) => trigger.table === table);
  const runs = (name: string) =>
    triggers.some(({ definition }) => namesAll(definition, [name], engine));
  const functions = schema.functions.filter(({ name, definition }) =>
    namesAll(definition, runs(name) && column !== null ? [column] : names, engine),
  );
  return [
    ...schema.triggers
      .filter(({ definition }) => namesAll(definition, names, engine))
      .map(({ name }) => ({ type: 'trigger' as const, name })),
    ...functions.map(({ name }) => ({ type: 'function' as const, name })),
  ];
}
