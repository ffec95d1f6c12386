import type { Change } from '../../model/change.ts';
import type { Dependency } from '../../model/dependency.ts';
import type { AppliedOperation } from '../../model/migration.ts';
import { findTable, type Schema } from '../../model/schema.ts';
import { tableNameBefore } from '../../model/touched-objects.ts';
import { columnLinks } from './column-links.ts';
import { isDropped } from './dropped.ts';
import { effectOf } from './effects.ts';
import type { Link } from './link.ts';
import { enumUserLinks, namingLinks } from './object-links.ts';
import { isThere } from './presence.ts';
import { concernsOthers, surroundings } from './surroundings.ts';
import { tableLinks } from './table-links.ts';

/**
 * What depends on the tables, columns, enums and views that change, and what they depend on.
 *
 * Foreign keys, indexes and constraints are read from the schema; views, triggers and functions
 * are found when their text names the object as a whole identifier, which is said as `textual`.
 *
 * @returns in the order of the changes, then of what they are joined to, then what surrounds the
 *   tables of which parts change; each pair once.
 */
export function findDependencies(
  changes: readonly Change[],
  before: Schema,
  after: Schema,
  applied: readonly AppliedOperation[],
): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  for (const [position, change] of changes.entries()) {
    for (const link of linksOf(change, before, after, changes)) {
      const dependency = dependencyOf(link, change, position, after, applied);
      const key = keyOf(dependency);
      const known = found.get(key);
      found.set(key, known ? { ...known, changes: [...known.changes, position] } : dependency);
    }
  }
  const own = [...found.values()];
  return [...own, ...surroundings(changes, after, own)];
}

function dependencyOf(
  link: Link,
  change: Change,
  position: number,
  after: Schema,
  applied: readonly AppliedOperation[],
): Dependency {
  const fate = { stays: isThere(after, link), droppedByRelease: isDropped(applied, link) };
  return {
    object: change.object,
    relation: link.relation,
    direction: link.direction,
    other: link.other,
    certainty: link.certainty,
    effect: effectOf(link, change, fate),
    changes: [position],
    source: null,
  };
}

function keyOf({ object, relation, direction, other }: Dependency): string {
  return JSON.stringify([object.type, object.table, object.name, relation, direction, other]);
}

function linksOf(
  change: Change,
  before: Schema,
  after: Schema,
  changes: readonly Change[],
): readonly Link[] {
  if (!concernsOthers(change)) return [];
  // What is added has no past; everything else is looked up under the name it had.
  const added = change.kind === 'added';
  const schema = added ? after : before;
  const name = change.from ?? change.object.name;
  const { type, table: owner } = change.object;
  if (type === 'enum') return enumUserLinks(schema, name);
  if (type === 'view' || type === 'materializedView') return namingLinks(schema, name);
  if (type === 'column' && owner !== null) {
    const table = findTable(schema, added ? owner : tableNameBefore(owner, changes));
    return table ? columnLinks(schema, table, name) : [];
  }
  const table = type === 'table' ? findTable(schema, name) : null;
  return table ? tableLinks(schema, table) : [];
}
