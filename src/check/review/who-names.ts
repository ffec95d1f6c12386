import type { Schema } from '../../model/schema.ts';
import { namesAll } from '../dependencies/naming.ts';

/** Views, functions and triggers whose text names an object, by their names in the schema's order. */
export function whoNames(schema: Schema, object: string): readonly string[] {
  return [...schema.views, ...schema.functions, ...schema.triggers]
    .filter(({ definition }) => namesAll(definition, [object], schema.engine))
    .map(({ name }) => name);
}
