import type { Schema } from '../model/schema.ts';
import { namesAll } from './dependencies/naming.ts';

/** A trigger function that inserts whole rows of one table into another. */
interface RowShape {
  readonly body: string;
  /** Where the rows go. */
  readonly target: string;
}

/**
 * The functions that triggers of a table run and that insert `NEW.*` or `OLD.*` without a list of
 * columns. With more values than the target has columns, PostgreSQL refuses the INSERT.
 */
export function rowShapesOf(schema: Schema, table: string): readonly RowShape[] {
  const triggers = schema.triggers.filter((trigger) => trigger.table === table);
  return schema.functions.flatMap(({ name, definition }) => {
    const runs = triggers.some((trigger) => namesAll(trigger.definition, [name], schema.engine));
    if (!runs) return [];
    return targetsOf(definition).map((target) => ({ body: name, target }));
  });
}

const WHOLE_ROW =
  /\bINSERT\s+INTO\s+([\w."]+)\s+(?:SELECT|VALUES\s*\()\s*\(?(?:NEW|OLD)\s*\)?\.\*\s*(?:;|\)|\bON\b)/gi;

function targetsOf(definition: string): readonly string[] {
  const targets = [...definition.matchAll(WHOLE_ROW)].map(([, name = '']) =>
    name.replaceAll('"', '').replace(/^public\./, ''),
  );
  return [...new Set(targets)];
}
