import type { Change, ObjectType } from '../../model/change.ts';
import type { Dependency } from '../../model/dependency.ts';
import type { AppliedOperation } from '../../model/migration.ts';
import { findTable, type Schema } from '../../model/schema.ts';
import type { ReadSqlUses } from '../../model/sql-uses.ts';
import { tableNameBefore } from '../../model/touched-objects.ts';
import { columnLinks } from './column-links.ts';
import { isDropped } from './dropped.ts';
import { effectOf } from './effects.ts';
import type { Link } from './link.ts';
import type { Looked } from './looked.ts';
import {
  functionUserLinks,
  policyUseLinks,
  triggerUseLinks,
  typeUserLinks,
  viewUserLinks,
} from './object-links.ts';
import { isThere } from './presence.ts';
import { sequenceUserLinks } from './sequence-links.ts';
import { concernsOthers, surroundings } from './surroundings.ts';
import { tableLinks } from './table-links.ts';

/**
 * What depends on the objects that change, and what they depend on.
 *
 * Foreign keys, indexes, constraints and whatever else the schema ties together are `declared`. SQL
 * that it keeps, of views, functions, triggers, policies, checks and expressions, is `parsed` where
 * a parser reads it; what it does not name there does not count, whatever its text says. Elsewhere
 * the object's name as a whole identifier is looked for in the text, which is said as `textual`.
 *
 * @param read - reads that SQL; left out, all of it is looked at as text.
 * @returns in the order of the changes, then of what they are joined to, then what surrounds the
 *   tables of which parts change; each pair once.
 */
export function findDependencies(
  changes: readonly Change[],
  before: Schema,
  after: Schema,
  applied: readonly AppliedOperation[],
  read: ReadSqlUses = () => null,
): readonly Dependency[] {
  const looked = { before: { schema: before, read }, after: { schema: after, read } };
  const found = new Map<string, Dependency>();
  for (const [position, change] of changes.entries()) {
    for (const link of linksOf(change, looked.before, looked.after, changes)) {
      const dependency = dependencyOf(link, change, position, { before, after, applied });
      const key = keyOf(dependency);
      const known = found.get(key);
      found.set(key, known ? { ...known, changes: [...known.changes, position] } : dependency);
    }
  }
  const own = [...found.values()];
  return [...own, ...surroundings(changes, looked.after, own)];
}

interface Release {
  readonly before: Schema;
  readonly after: Schema;
  readonly applied: readonly AppliedOperation[];
}

function dependencyOf(
  link: Link,
  change: Change,
  position: number,
  { before, after, applied }: Release,
): Dependency {
  const fate = {
    isNew: !isThere(before, link),
    stays: isThere(after, link),
    droppedByRelease: isDropped(applied, link),
  };
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
  before: Looked,
  after: Looked,
  changes: readonly Change[],
): readonly Link[] {
  if (!concernsOthers(change)) return [];
  // What is added has no past; everything else is looked up under the name it had.
  const added = change.kind === 'added';
  const name = change.from ?? change.object.name;
  const owner = change.object.table;
  const table = owner === null || added ? owner : tableNameBefore(owner, changes);
  return LOOKS[change.object.type]?.({ name, table, looked: added ? after : before }) ?? [];
}

/** An object as it is called in the schema that is looked at. */
interface Sought {
  readonly name: string;
  /** The table of a part of a table; null for a stand-alone object. */
  readonly table: string | null;
  readonly looked: Looked;
}

/** Types of which others know; a part such as an index concerns its table alone. */
const LOOKS: Partial<{ readonly [T in ObjectType]: (sought: Sought) => readonly Link[] }> = {
  table: ({ name, looked }) => {
    const found = findTable(looked.schema, name);
    return found ? tableLinks(looked, found) : [];
  },
  column: ({ name, table, looked }) => {
    const owner = table === null ? null : findTable(looked.schema, table);
    return owner ? columnLinks(looked, owner, name) : [];
  },
  enum: ({ name, looked }) => typeUserLinks('enum', name, looked),
  domain: ({ name, looked }) => typeUserLinks('domain', name, looked),
  sequence: ({ name, looked }) => sequenceUserLinks(looked.schema, name),
  view: ({ name, looked }) => viewUserLinks(name, looked),
  materializedView: ({ name, looked }) => viewUserLinks(name, looked),
  function: ({ name, looked }) => functionUserLinks(name, looked),
  trigger: ({ name, table, looked }) => triggerUseLinks(name, table, looked),
  policy: ({ name, table, looked }) => policyUseLinks(name, table, looked),
};
