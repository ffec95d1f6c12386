import type { View } from '../../model/schema.ts';
import { type Link, linkIf } from './link.ts';
import { type Looked, mention, type Target } from './looked.ts';

/** Views that read a table, a column or a view, and the views that read those. */
export function viewLinks(
  target: Target & { readonly table: string },
  looked: Looked,
): readonly Link[] {
  const found = new Map<string, Link>();
  let round = looked.schema.views.flatMap((view) => linkOf(view, target, null, looked));
  while (round.length > 0) {
    for (const link of round) found.set(link.name, link);
    const known = [...round];
    round = known.flatMap(({ name }) =>
      looked.schema.views.flatMap((view) => {
        if (found.has(view.name) || view.name === target.table) return [];
        return linkOf(view, { table: name, column: null }, name, looked);
      }),
    );
  }
  return [...found.values()];
}

function linkOf(
  view: View,
  target: Target,
  through: string | null,
  looked: Looked,
): readonly Link[] {
  if (view.name === target.table) return [];
  const certainty = mention(view.definition, 'query', target, looked, target.column !== null);
  const links = linkIf('view', view.name, certainty);
  return through === null ? links : links.map((link) => ({ ...link, through }));
}
