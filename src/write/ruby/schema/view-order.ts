import { tokenizeSql } from '../../../dialect/sql-tokens.ts';
import type { Engine } from '../../../model/engine.ts';
import type { View } from '../../../model/schema.ts';
import { compareText } from './column-order.ts';

/**
 * Views in the order in which scenic 1.9 and newer dumps them: first those that read another view
 * or are read by one, by name, each after what it reads; then all others by name
 * (Scenic::Adapters::Postgres::Views#sort).
 */
export function viewsByName(views: readonly View[], engine: Engine): readonly View[] {
  const sorted = views.toSorted((left, right) => compareText(left.name, right.name));
  const sources = new Map(sorted.map((view) => [view, sourcesOf(view, sorted, engine)]));
  const tied = sorted.flatMap((view) => {
    const read = sources.get(view) ?? [];
    return read.length === 0 ? [] : [view, ...read];
  });
  const placed = new Set<View>();
  const place = (view: View): void => {
    if (placed.has(view)) return;
    // No view reads itself, not even by way of others.
    for (const source of sources.get(view) ?? []) place(source);
    placed.add(view);
  };
  for (const view of [...tied, ...sorted]) place(view);
  return [...placed];
}

/** The views that a query reads: names after FROM, JOIN, a comma or a parenthesis. */
function sourcesOf(view: View, views: readonly View[], engine: Engine): readonly View[] {
  const tokens = tokenizeSql(view.definition, engine).filter(
    ({ kind }) => kind !== 'space' && kind !== 'comment',
  );
  const named = new Set(
    tokens.flatMap(({ kind, name }, at) => {
      const [before, after] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? ''];
      const isName = kind === 'word' || kind === 'quoted';
      const isSource = /^(?:from|join|,|\()$/i.test(before) && after !== '.' && after !== '(';
      return isName && isSource ? [name] : [];
    }),
  );
  return views.filter((other) => other !== view && named.has(other.name));
}
