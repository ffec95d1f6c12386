import type { Schema } from '../model/schema.ts';
import { mentionsTable } from './sql-identifiers.ts';

/** Names of the views that read the relation, and of those that read these. */
export function dependentViews(schema: Schema, relation: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [relation];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const view of schema.views) {
      if (found.has(view.name) || view.name === relation) continue;
      if (!mentionsTable(view.definition, name, schema.engine)) continue;
      found.add(view.name);
      waiting.push(view.name);
    }
  }
  return found;
}
