import type {
  Operation,
  OperationKind,
  OperationOf,
  RenamedObjectType,
} from '../model/operation.ts';
import type { Index, Schema } from '../model/schema.ts';

/** Which object of the schema before an object of the schema after is, as operations renamed it. */
export interface Renames {
  /** The name afterwards of what was there before; null when it was not renamed or is gone. */
  readonly table: (name: string) => string | null;
  readonly enum: (name: string) => string | null;
  readonly namespace: (name: string) => string | null;
  /** @param table - the table's name before. */
  readonly column: (table: string, name: string) => string | null;
  /** @param owner - the table's or materialized view's name before. */
  readonly index: (owner: string, name: string) => string | null;
  /** @param table - the name before of the table that a trigger, policy or rule is on. */
  readonly object: (type: RenamedObjectType, table: string | null, name: string) => string | null;
  /** Names before and after of the objects that `renameObject` renamed, whatever their types. */
  readonly objectNames: readonly (readonly [string, string])[];
}

/** Names as they are at one moment, each with the name before; null for what was not there. */
type Names = Map<string, string | null>;

interface State {
  readonly tables: Names;
  readonly enums: Names;
  readonly namespaces: Names;
  /** By the name of the table (or view) at that moment. */
  readonly columns: Map<string, Names>;
  readonly indexes: Map<string, Names>;
  /** What `renameObject` renamed, by its key at that moment. */
  readonly objects: Map<string, RenamedObject>;
}

interface RenamedObject {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** Follows the renames through creations, drops and further renames. */
export function followRenames(before: Schema, operations: readonly Operation[]): Renames {
  const state = start(before);
  for (const operation of operations) follow(state, operation);
  const tables = inverted(state.tables);
  const partNames = (parts: ReadonlyMap<string, Names>) => {
    const byOwner = new Map([...parts].map(([owner, names]) => [owner, inverted(names)]));
    return (owner: string, name: string) => {
      const names = byOwner.get(tables.get(owner) ?? owner);
      return names ? renamed(names, name) : null;
    };
  };
  const enums = inverted(state.enums);
  const namespaces = inverted(state.namespaces);
  return {
    table: (name) => renamed(tables, name),
    enum: (name) => renamed(enums, name),
    namespace: (name) => renamed(namespaces, name),
    column: partNames(state.columns),
    index: partNames(state.indexes),
    object: (type, table, name) => {
      const key = objectKey(type, table, name);
      const found = [...state.objects.values()].find((object) => object.key === key);
      return found ? bareOf(type, found.to) : null;
    },
    objectNames: [...state.objects.values()].map(({ from, to }) => [from, to] as const),
  };
}

function objectKey(type: RenamedObjectType, table: string | null, name: string): string {
  return [type, table ?? '', bareOf(type, name)].join('\0');
}

/** A function is told by its name alone: its arguments stay. */
function bareOf(type: RenamedObjectType, name: string): string {
  const open = type === 'function' ? name.indexOf('(') : -1;
  return open < 0 ? name : name.slice(0, open);
}

type Follow<K extends OperationKind> = (state: State, operation: OperationOf<K>) => void;

const FOLLOW: { readonly [K in OperationKind]?: Follow<K> } = {
  createTable({ tables, columns, indexes }, { table }) {
    tables.set(table.name, null);
    columns.set(table.name, new Map());
    indexes.set(table.name, new Map());
  },
  dropTable({ tables, columns, indexes }, { table }) {
    for (const names of [tables, columns, indexes]) names.delete(table);
  },
  renameTable({ tables, columns, indexes }, { from, to }) {
    for (const names of [tables, columns, indexes]) move<unknown>(names, from, to);
  },
  renameObject({ tables, objects }, { type, table, from, to }) {
    const now = objectKey(type, table, from);
    // A trigger's table may have been renamed since: its key before has the name of then.
    const owner = table === null ? null : (tables.get(table) ?? table);
    const before = objects.get(now) ?? { key: objectKey(type, owner, from), from, to };
    objects.delete(now);
    if (before.from !== to) objects.set(objectKey(type, table, to), { ...before, to });
  },
  dropView: ({ objects }, { view }) => void objects.delete(objectKey('view', null, view)),
  dropFunction: ({ objects }, operation) =>
    void objects.delete(objectKey('function', null, operation.function)),
  dropTrigger: ({ objects }, { table, trigger }) =>
    void objects.delete(objectKey('trigger', table, trigger)),
  dropPolicy: ({ objects }, { table, policy }) =>
    void objects.delete(objectKey('policy', table, policy)),
  dropDomain: ({ objects }, { domain }) => void objects.delete(objectKey('domain', null, domain)),
  dropSequence: ({ objects }, { sequence }) =>
    void objects.delete(objectKey('sequence', null, sequence)),
  dropObject: ({ objects }, { type, table, name }) =>
    void objects.delete(objectKey(type, table, name)),
  addColumn: ({ columns }, { table, column }) => void add(columns.get(table), column.name),
  dropColumn: ({ columns }, { table, column }) => void columns.get(table)?.delete(column),
  renameColumn: ({ columns }, { table, from, to }) => move(columns.get(table), from, to),
  addIndex: ({ indexes }, { table, index }) => void add(indexes.get(table), index.name),
  dropIndex: ({ indexes }, { table, index }) => void indexes.get(table)?.delete(index),
  renameIndex: ({ indexes }, { table, from, to }) => move(indexes.get(table), from, to),
  createEnum: ({ enums }, operation) => void add(enums, operation.enum.name),
  dropEnum: ({ enums }, operation) => void enums.delete(operation.enum),
  renameEnum: ({ enums }, { from, to }) => move(enums, from, to),
  createNamespace: ({ namespaces }, { namespace }) => void add(namespaces, namespace),
  dropNamespace: ({ namespaces }, { namespace }) => void namespaces.delete(namespace),
  renameNamespace(state, { from, to }) {
    move(state.namespaces, from, to);
    const moved = (name: string) =>
      name.startsWith(`${from}.`) ? `${to}${name.slice(from.length)}` : name;
    for (const names of [state.tables, state.columns, state.indexes, state.enums]) {
      for (const name of [...names.keys()]) move<unknown>(names, name, moved(name));
    }
  },
};

function follow(state: State, operation: Operation): void {
  // The table pairs each kind with the function of that kind, which TypeScript cannot follow
  // through an index by a union.
  const step = FOLLOW[operation.kind] as ((state: State, operation: Operation) => void) | undefined;
  step?.(state, operation);
}

function start(before: Schema): State {
  const parts = <T extends { readonly name: string }>(list: readonly T[]) =>
    named(list.map(({ name }) => name));
  const owners: readonly { readonly name: string; readonly indexes: readonly Index[] }[] = [
    ...before.tables,
    ...before.views,
  ];
  return {
    tables: parts(before.tables),
    enums: parts(before.enums),
    namespaces: named(before.namespaces),
    columns: new Map(before.tables.map((table) => [table.name, parts(table.columns)])),
    indexes: new Map(owners.map((owner) => [owner.name, parts(owner.indexes)])),
    objects: new Map(),
  };
}

function named(names: readonly string[]): Names {
  return new Map(names.map((name) => [name, name]));
}

/** What is there already stays the same object: a `create` with `if_not_exists`. */
function add(names: Names | undefined, name: string): void {
  if (names && !names.has(name)) names.set(name, null);
}

function move<T>(names: Map<string, T> | undefined, from: string, to: string): void {
  const value = names?.get(from);
  if (!names || value === undefined || from === to) return;
  names.delete(from);
  names.set(to, value);
}

/** Name before to name now, for what was there before. */
function inverted(names: ReadonlyMap<string, string | null>): ReadonlyMap<string, string> {
  const pairs = [...names].flatMap(([now, before]): [string, string][] =>
    before === null ? [] : [[before, now]],
  );
  return new Map(pairs);
}

function renamed(names: ReadonlyMap<string, string>, name: string): string | null {
  const now = names.get(name);
  return now === undefined || now === name ? null : now;
}
