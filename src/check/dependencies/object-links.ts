import type { Schema } from '../../model/schema.ts';
import type { Link } from './link.ts';
import { namesAll } from './naming.ts';

/** What uses an enum: columns, and functions whose text names it. */
export function enumUserLinks(schema: Schema, name: string): readonly Link[] {
  const columns = schema.tables.flatMap((table) =>
    table.columns
      .filter(({ type }) => type === name || type === `${name}[]`)
      .map(
        (column): Link => ({
          relation: 'enum',
          direction: 'usedBy',
          other: `${table.name}.${column.name}`,
          certainty: 'declared',
          name: column.name,
          table: table.name,
        }),
      ),
  );
  return [...columns, ...namingLinks(schema, name)];
}

/** Views and functions whose text names a view or an enum. */
export function namingLinks(schema: Schema, object: string): readonly Link[] {
  const naming = (each: { readonly name: string; readonly definition: string }) =>
    each.name !== object && namesAll(each.definition, [object], schema.engine);
  const link = (relation: Link['relation'], name: string): Link => ({
    relation,
    direction: 'usedBy',
    other: name,
    certainty: 'textual',
    name,
    table: null,
  });
  return [
    ...schema.views.filter(naming).map(({ name }) => link('view', name)),
    ...schema.functions.filter(naming).map(({ name }) => link('function', name)),
  ];
}
