import type { SqlToken } from '../../../../dialect/sql-tokens.ts';
import type { View } from '../../../../model/schema.ts';
import { qualified, quoted } from '../names.ts';
import type { PrintContext } from './context.ts';
import { expressionType } from './expression-type.ts';
import { outlineOf, type QueryOutline } from './view-query.ts';

/** The columns of a view that stands in the dump without its query, by name, with their types. */
export type DummyColumns = ReadonlyMap<string, string>;

/** The columns of `SELECT NULL::type AS name, …`; null for a statement that is no such view. */
export function dummyColumns(sql: string): DummyColumns | null {
  const body = /\bAS\s+SELECT\s+(NULL::[\s\S]*?);?\s*$/i.exec(sql)?.[1];
  if (body === undefined) return null;
  const columns = new Map<string, string>();
  for (const item of body.split(/,\n/)) {
    const [, type, name] = /^\s*NULL::(.*) AS (\S+|".*")$/s.exec(item) ?? [];
    if (type === undefined || name === undefined) return null;
    columns.set(name.replace(/^"|"$/g, ''), type);
  }
  return columns;
}

/**
 * The view with columns but no query, which stands where its query could not yet be read
 * (createDummyViewAsClause); null when a column's type is not known.
 *
 * @param known - the columns as they were, whose types hold where the name is the same.
 */
export function dummyView(
  view: View,
  known: DummyColumns | null,
  context: PrintContext,
): string | null {
  const outline = outlineOf(view.definition, context.schema);
  const columns = outline.items.map((item) => {
    const name = outputName(item);
    const type = known?.get(name) ?? outputType(item, outline, context);
    return type === null ? null : `    NULL::${type} AS ${quoted(name)}`;
  });
  if (columns.length === 0 || columns.some((column) => column === null)) return null;
  return `CREATE VIEW ${qualified(view.name)} AS\nSELECT\n${columns.join(',\n')};`;
}

function outputName(item: readonly SqlToken[]): string {
  return item.at(-1)?.name ?? '';
}

/** The type of what is selected, without the name that it gets. */
function outputType(
  item: readonly SqlToken[],
  outline: QueryOutline,
  context: PrintContext,
): string | null {
  const isNamed = item.at(-2)?.text.toLowerCase() === 'as';
  return expressionType(isNamed ? item.slice(0, -2) : item, outline, context);
}
