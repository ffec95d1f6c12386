import type { Change, ObjectType } from '../model/change.ts';
import type {
  DatabaseFunction,
  Domain,
  Extension,
  Policy,
  Sequence,
  Trigger,
  View,
  VirtualTable,
} from '../model/schema.ts';
import {
  added,
  type Comparison,
  changed,
  differencesOf,
  ignored,
  removed,
  same,
} from './compare.ts';
import type { Following } from './following.ts';
import { byName, compareText, type Pair, pairUp } from './pairs.ts';
import { indexChanges } from './parts.ts';

interface Named {
  readonly name: string;
}

/** How stand-alone objects of one type are compared. */
interface ObjectRules<T extends Named> {
  readonly comparison: Comparison<T>;
  readonly type: (object: T) => ObjectType;
  readonly table?: (object: T) => string | null;
  readonly followed?: (object: T) => T;
}

export const EXTENSION: ObjectRules<Extension> = {
  type: () => 'extension',
  comparison: { version: same },
};

export const VIRTUAL_TABLE: ObjectRules<VirtualTable> = {
  type: () => 'virtualTable',
  comparison: { module: same, arguments: same },
};

export function functionRules(names: Following): ObjectRules<DatabaseFunction> {
  return { type: () => 'function', comparison: { definition: names.sql(null) } };
}

export function domainRules(names: Following): ObjectRules<Domain> {
  return {
    type: () => 'domain',
    followed: (domain) => ({ ...domain, type: names.type(domain.type) }),
    comparison: { type: same, nullable: same, default: same, checkConstraints: same },
  };
}

export function sequenceRules(names: Following): ObjectRules<Sequence> {
  return {
    type: () => 'sequence',
    followed: (sequence) => ({ ...sequence, ownedBy: followedOwner(sequence, names) }),
    comparison: { ownedBy: same, options: same },
  };
}

/** The `table.column` that owns a sequence, as it is called after. */
export function followedOwner(
  { ownedBy }: Pick<Sequence, 'ownedBy'>,
  names: Following,
): string | null {
  if (ownedBy === null) return null;
  const dot = ownedBy.lastIndexOf('.');
  const table = ownedBy.slice(0, dot);
  const column = ownedBy.slice(dot + 1);
  return `${names.table(table)}.${names.renames.column(table, column) ?? column}`;
}

export function triggerRules(names: Following): ObjectRules<Trigger> {
  return {
    type: () => 'trigger',
    table: ({ table }) => table,
    followed: (trigger) => ({
      ...trigger,
      table: trigger.table === null ? null : names.relation(trigger.table),
    }),
    comparison: { table: same, definition: names.sql(null) },
  };
}

export function policyRules(names: Following): ObjectRules<Policy> {
  return {
    type: () => 'policy',
    table: ({ table }) => table,
    followed: (policy) => ({ ...policy, table: names.table(policy.table) }),
    comparison: { table: same, definition: names.sql(null) },
  };
}

/** The changes of stand-alone objects of one type, by name. */
export function objectChanges<T extends Named>(
  pairs: readonly Pair<T>[],
  rules: ObjectRules<T>,
): readonly Change[] {
  const { type, table = () => null, followed = (object) => object, comparison } = rules;
  const placeOf = (object: T) => ({ type: type(object), table: table(object) });
  return byName(pairs).flatMap(({ kind, before, after }) => {
    if (kind === 'added') return [added(placeOf(after), after.name, after)];
    if (kind === 'removed') return [removed(placeOf(before), before.name, before)];
    return changed(
      placeOf(after),
      { before: before.name, after: after.name },
      { before, after },
      differencesOf(before, followed(before), after, comparison),
    );
  });
}

/** A view that becomes materialized is another object: the one is removed, the other added. */
export function viewChanges(
  before: readonly View[],
  after: readonly View[],
  names: Following,
): readonly Change[] {
  const rules: ObjectRules<View> = {
    type: ({ materialized }) => (materialized ? 'materializedView' : 'view'),
    comparison: {
      materialized: same,
      definition: names.sql(null),
      indexes: ignored,
      comment: same,
      options: same,
      storage: same,
      // A property of the schema file, not of the view.
      dumped: ignored,
    },
  };
  const renamed = (name: string) => names.renames.object('view', null, name);
  return byName(pairUp(before, after, renamed)).flatMap((pair) => {
    if (pair.kind !== 'both') return objectChanges([pair], rules);
    if (pair.before.materialized !== pair.after.materialized) {
      const apart: readonly Pair<View>[] = [
        { kind: 'removed', before: pair.before, after: null },
        { kind: 'added', before: null, after: pair.after },
      ];
      return objectChanges(apart, rules);
    }
    const owner = { before: pair.before.name, after: pair.after.name };
    return [
      ...objectChanges([pair], rules),
      ...indexChanges(pair.before.indexes, pair.after.indexes, owner, names),
    ];
  });
}

/** Schemas (namespaces) are their names. */
export function namespaceChanges(
  before: readonly string[],
  after: readonly string[],
  names: Following,
): readonly Change[] {
  const place = { type: 'namespace', table: null } as const;
  const named = (name: string) => ({ name });
  const pairs = pairUp(before.map(named), after.map(named), names.renames.namespace);
  return byName(pairs).flatMap(({ kind, before: left, after: right }) => {
    if (kind === 'added') return [added(place, right.name, right.name)];
    if (kind === 'removed') return [removed(place, left.name, left.name)];
    const states = { before: left.name, after: right.name };
    return changed(place, states, states, []);
  });
}

/**
 * Pairs objects of which several can share a name: functions by their arguments, triggers and
 * policies by their table.
 *
 * @param key - what tells those of one name apart; the same key pairs first.
 * @param renamed - the name after of an object before; null when it was not renamed.
 */
export function pairOverloads<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  key: (object: T, side: 'before' | 'after') => string,
  renamed: (object: T) => string | null = () => null,
): readonly Pair<T>[] {
  const nameAfter = (object: T) => renamed(object) ?? object.name;
  const all = [...before.map(nameAfter), ...after.map(({ name }) => name)];
  return [...new Set(all)].sort(compareText).flatMap((name) => {
    const left = before.filter((object) => nameAfter(object) === name);
    const right = after.filter((object) => object.name === name);
    return left.length <= 1 && right.length <= 1
      ? pairUp(left, right, () => name)
      : byKey(left, right, key);
  });
}

function byKey<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  key: (object: T, side: 'before' | 'after') => string,
): readonly Pair<T>[] {
  const left = before.map((object) => ({ name: key(object, 'before'), object }));
  const right = after.map((object) => ({ name: key(object, 'after'), object }));
  return pairUp(left, right).map((pair): Pair<T> => {
    if (pair.kind === 'added') return { ...pair, after: pair.after.object };
    if (pair.kind === 'removed') return { ...pair, before: pair.before.object };
    return { ...pair, before: pair.before.object, after: pair.after.object };
  });
}
