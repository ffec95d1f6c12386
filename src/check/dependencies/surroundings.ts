import type { Change } from '../../model/change.ts';
import type { Dependency } from '../../model/dependency.ts';
import { findTable } from '../../model/schema.ts';
import type { Link, SchemaRelation } from './link.ts';
import type { Looked } from './looked.ts';
import { tableLinks } from './table-links.ts';

/** What is joined to a table and stays as it is while a part of the table changes. */
const UNCHANGED: Partial<{ readonly [R in SchemaRelation]: (link: Link) => string }> = {
  foreignKey: ({ direction }) =>
    direction === 'uses'
      ? 'The foreign key is not changed.'
      : 'Rows there refer to this table; the foreign key is not changed.',
  view: ({ through }) =>
    through === undefined
      ? 'The view reads the table, and does not name what changes.'
      : `The view reads ${through}, which reads the table, and does not name what changes.`,
  trigger: () => 'The trigger fires on the table as before.',
  function: () => 'The function names the table, and does not name what changes.',
  policy: () => 'The policy holds for the table as before.',
  rule: () => 'The rule rewrites statements on the table as before.',
  partition: ({ direction }) =>
    direction === 'uses'
      ? 'The table is a part of that one, whose locks reach it.'
      : 'The table is that part of this one, and follows its changes.',
  publication: () => 'Rows of the table are sent on; who receives them may need the change first.',
};

/**
 * What surrounds the tables of which only parts change: foreign keys both ways, views, triggers,
 * functions and policies. Locks on the table reach them, though nothing of them changes.
 *
 * @param known - dependencies of the changes themselves, which are not listed again.
 */
export function surroundings(
  changes: readonly Change[],
  after: Looked,
  known: readonly Dependency[],
): readonly Dependency[] {
  return [...partsByTable(changes)].flatMap(([name, positions]) => {
    const table = findTable(after.schema, name);
    const links = table ? tableLinks(after, table) : [];
    return links.flatMap((link) => {
      const effect = UNCHANGED[link.relation]?.(link);
      if (effect === undefined || isKnown(link, known)) return [];
      return [dependencyOf(link, name, effect, positions)];
    });
  });
}

/** Positions of the changes of parts, by the table that stays; the order is that of the changes. */
function partsByTable(changes: readonly Change[]): ReadonlyMap<string, readonly number[]> {
  const whole = new Set(
    changes.flatMap(({ object }) => (object.type === 'table' ? [object.name] : [])),
  );
  const parts = new Map<string, number[]>();
  for (const [position, change] of changes.entries()) {
    const { object } = change;
    if (object.table === null || whole.has(object.table) || !concernsOthers(change)) continue;
    parts.set(object.table, [...(parts.get(object.table) ?? []), position]);
  }
  return parts;
}

function isKnown(link: Link, known: readonly Dependency[]): boolean {
  return known.some(({ relation, other }) => relation === link.relation && other === link.other);
}

function dependencyOf(
  link: Link,
  table: string,
  effect: string,
  changes: readonly number[],
): Dependency {
  return {
    object: { type: 'table', table: null, name: table },
    relation: link.relation,
    direction: link.direction,
    other: link.other,
    certainty: link.certainty,
    effect,
    changes,
    source: null,
  };
}

/** A comment concerns nobody else. */
export function concernsOthers({ kind, differences }: Change): boolean {
  return kind !== 'altered' || differences.some(({ property }) => property !== 'comment');
}
