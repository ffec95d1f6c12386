import type { Schema } from '../../../model/schema.ts';
import { comparable, identifiersIn } from '../../sql-names.ts';

/**
 * Views that CASCADE drops along with a relation: those whose query names it, and those over them.
 *
 * @param column - of the relation; a view counts when its query names the column, or all by `*`.
 */
export function viewsOver(
  schema: Schema,
  relation: string,
  column: string | null = null,
): readonly string[] {
  const found = new Set<string>();
  const waiting = [{ relation, column }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const { name, definition } of schema.views) {
      if (found.has(name) || !names(definition, next.relation, next.column)) continue;
      found.add(name);
      waiting.push({ relation: name, column: null });
    }
  }
  return [...found];
}

function names(definition: string, relation: string, column: string | null): boolean {
  const identifiers = identifiersIn(definition, 'postgresql');
  if (!identifiers.has(comparable(relation, 'postgresql'))) return false;
  return column === null || identifiers.has(column) || definition.includes('*');
}
