import type { ColumnRef } from '@pgsql/types';
import { textsOf } from '../nodes.ts';
import type { Expression } from '../query/expression.ts';
import { Beyond, type Source, type Target } from '../query/query.ts';
import type { Context, Scope } from './context.ts';

/** The column or whole row that a name means. @throws {Beyond} when none does, or several may. */
export function columnOf({ fields = [] }: ColumnRef, { scope }: Context): Expression {
  const isWhole = fields.some((field) => 'A_Star' in field);
  const names = withoutSchema(textsOf(fields));
  const [first = '', second] = names;
  if (isWhole) return rowOf(tableOf(first, scope));
  if (second !== undefined) return ofSource(tableOf(first, scope), second);
  return bareColumn(first, scope) ?? rowOf(tableOf(first, scope));
}

/** A name without a table, at the nearest level that has it; null when no level does. */
export function bareColumn(name: string, scope: Scope | null): Expression | null {
  for (let level = scope; level !== null; level = level.parent) {
    const found = level.columns.filter((column) => column.name === name);
    if (found.length > 1) throw new Beyond(`${name} is ambiguous`);
    if (found[0]) return found[0].expression;
  }
  return null;
}

/** The source that goes by that name at the nearest level. @throws {Beyond} */
export function tableOf(name: string, scope: Scope | null): Source {
  for (let level = scope; level !== null; level = level.parent) {
    const found = level.tables.filter((table) => table.name === name);
    if (found.length > 1) throw new Beyond(`${name} is ambiguous`);
    if (found[0]) return found[0].source;
  }
  throw new Beyond(`there is no ${name}`);
}

/** All columns of a source, as expressions. */
export function columnsOf(source: Source): readonly Expression[] {
  return source.columns.map(({ type, modifier }, index) => ({
    kind: 'column',
    source,
    index,
    type,
    modifier,
  }));
}

/** What a query shows that shows each column of the source. */
export function allTargets(source: Source): readonly Target[] {
  return columnsOf(source).map((expression, at) => ({
    expression,
    name: source.columns[at]?.name ?? '',
    hidden: false,
  }));
}

/** `public.users.id` is `users.id`. */
export function withoutSchema(names: readonly string[]): readonly string[] {
  return names.length === 3 && names[0] === 'public' ? names.slice(1) : names;
}

function ofSource(source: Source, name: string): Expression {
  const matches = source.columns.flatMap((column, index) => (column.name === name ? [index] : []));
  const [index] = matches;
  const column = columnsOf(source)[index ?? -1];
  if (!column || matches.length > 1) throw new Beyond(`there is no one ${name}`);
  return column;
}

function rowOf(source: Source): Expression {
  const type = source.relation?.name ?? 'record';
  return { kind: 'row', source, type, modifier: null };
}
