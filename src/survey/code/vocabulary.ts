import type { ReferencedObject } from '../../model/project-facts.ts';
import type { Schema } from '../../model/schema.ts';
import { spokenName, type TouchedObject } from '../../model/touched-objects.ts';
import type { Vocabulary } from '../../read/code-uses.ts';
import type { LostValues } from './enum-values.ts';

/** The names to look for. */
export function vocabularyOf(
  touched: readonly TouchedObject[],
  lost: readonly LostValues[],
  before: Schema,
): Vocabulary {
  const named = (...types: readonly ReferencedObject['type'][]) =>
    new Set(
      touched.flatMap(({ object }) => (types.includes(object.type) ? [spokenName(object)] : [])),
    );
  const having = new Map<string, string[]>();
  for (const table of before.tables) {
    for (const { name } of table.columns) {
      const tables = having.get(name);
      if (tables) tables.push(table.name);
      else having.set(name, [table.name]);
    }
  }
  return {
    columns: new Set([
      ...named('column'),
      ...lost.flatMap(({ columns }) => columns.map(({ name }) => name)),
    ]),
    tables: named('table', 'view'),
    others: named('enum', 'function'),
    tablesWith: (column) => having.get(column) ?? [],
  };
}
