import { constraintNames } from '../../../dialect/postgresql/free-names.ts';
import { tableOptions } from '../../../dialect/postgresql/table-options.ts';
import type { Schema, SchemaObject, Sequence, Table, View } from '../../../model/schema.ts';
import type { Reach } from './reach.ts';

type Named = { readonly name: string };

/**
 * The schema of a file while it is read. A dump of thousands of tables is thousands of statements,
 * nearly all about one table; such a statement is read and applied over a schema of what it can reach
 * alone, and what comes of it is put in its place, so that the time grows with the file and no faster.
 */
export class GrowingSchema {
  readonly #tables = new Map<string, Table>();
  readonly #views = new Map<string, View>();
  readonly #sequences = new Map<string, Sequence>();
  readonly #objects = new Map<string, SchemaObject>();
  /** The table or materialized view of each index and key by its name. */
  readonly #owners = new Map<string, string>();
  /** Parents of tables that inherit and of partitions, and the other way round. */
  readonly #parents = new Map<string, readonly string[]>();
  readonly #children = new Map<string, Set<string>>();
  /** All but what has a list above; its own lists of those are empty. */
  #rest: Schema;
  /** All together; null when it is to be put together anew. */
  #whole: Schema | null = null;

  constructor(empty: Schema) {
    this.#rest = empty;
  }

  /** Everything. */
  whole(): Schema {
    this.#whole ??= withObjects(
      {
        ...this.#rest,
        tables: [...this.#tables.values()],
        views: [...this.#views.values()],
        sequences: [...this.#sequences.values()],
      },
      [...this.#objects.values()],
    );
    return this.#whole;
  }

  /** Whether an enum, a domain or a type that is kept by its statement has the name. */
  hasType(name: string): boolean {
    const { enums, domains } = this.#rest;
    const types = [...enums, ...domains].map(nameOf);
    const kept = [...this.#objects.values()].filter(({ type }) => type.endsWith('Type'));
    return types.includes(name) || kept.some((object) => object.name === name);
  }

  /** What a statement can reach; an index or key stands for its table. */
  part({ relations, indexes }: Reach): Schema {
    const owners = indexes.flatMap((index) => this.#owners.get(index) ?? []);
    const names = this.#withFamily([...relations, ...owners]);
    return {
      ...this.#rest,
      tables: taken(this.#tables, names),
      views: taken(this.#views, names),
      sequences: taken(this.#sequences, names),
    };
  }

  /** What is done to a table reaches its children, and its parents say what may be done to it. */
  #withFamily(names: readonly string[]): readonly string[] {
    const children = closure(names, (name) => [...(this.#children.get(name) ?? [])]);
    const parents = closure(names, (name) => this.#parents.get(name) ?? []);
    return [...new Set([...parents, ...children])];
  }

  /**
   * Puts what became of a part, or of the whole, in the place of what was there.
   *
   * @param before - what {@link part} or {@link whole} gave.
   */
  put(before: Schema, after: Schema): void {
    if (before === this.#whole) this.#putWhole(before, after);
    else this.#putPart(before, after);
  }

  #putPart(before: Schema, after: Schema): void {
    putNamed(this.#tables, before.tables, after.tables);
    putNamed(this.#views, before.views, after.views);
    putNamed(this.#sequences, before.sequences, after.sequences);
    this.#noteOwners(after);
    for (const object of after.objects ?? []) this.#objects.set(keyOf(object), object);
    this.#rest = restOf(after);
    this.#whole = null;
  }

  #putWhole(before: Schema, after: Schema): void {
    if (before.tables !== after.tables) replaceAll(this.#tables, after.tables, nameOf);
    if (before.views !== after.views) replaceAll(this.#views, after.views, nameOf);
    if (before.sequences !== after.sequences) replaceAll(this.#sequences, after.sequences, nameOf);
    if (before.objects !== after.objects) replaceAll(this.#objects, after.objects ?? [], keyOf);
    if (before.tables !== after.tables || before.views !== after.views) this.#noteOwners(after);
    this.#rest = restOf(after);
    this.#whole = after;
  }

  #noteParents({ name, options, partition }: Table): void {
    if (options === null && !partition) return;
    const parents = [...tableOptions(options).inherits, ...(partition ? [partition.parent] : [])];
    if (parents.length === 0) return;
    this.#parents.set(name, parents);
    for (const parent of parents) {
      const children = this.#children.get(parent) ?? new Set();
      this.#children.set(parent, children.add(name));
    }
  }

  #noteOwners({ tables, views }: Schema): void {
    for (const table of tables) {
      for (const { name } of table.indexes) this.#owners.set(name, table.name);
      for (const name of constraintNames(table)) this.#owners.set(name, table.name);
      this.#noteParents(table);
    }
    for (const view of views) {
      for (const { name } of view.indexes) this.#owners.set(name, view.name);
    }
  }
}

/** The names with all that these lead to. */
function closure(
  names: readonly string[],
  next: (name: string) => readonly string[],
): readonly string[] {
  const found = new Set(names);
  for (const name of found) for (const other of next(name)) found.add(other);
  return [...found];
}

function nameOf({ name }: Named): string {
  return name;
}

function keyOf({ type, name, table }: SchemaObject): string {
  return JSON.stringify([type, name, table]);
}

function taken<T>(all: ReadonlyMap<string, T>, names: readonly string[]): readonly T[] {
  return names.flatMap((name) => all.get(name) ?? []);
}

function putNamed<T extends Named>(
  all: Map<string, T>,
  before: readonly T[],
  after: readonly T[],
): void {
  if (before === after) return;
  const kept = new Set(after.map(nameOf));
  for (const { name } of before) if (!kept.has(name)) all.delete(name);
  for (const object of after) all.set(object.name, object);
}

function replaceAll<T>(all: Map<string, T>, after: readonly T[], key: (object: T) => string): void {
  all.clear();
  for (const object of after) all.set(key(object), object);
}

function restOf(schema: Schema): Schema {
  const { objects: _objects, ...rest } = schema;
  return { ...rest, tables: [], views: [], sequences: [] };
}

function withObjects(schema: Schema, objects: readonly SchemaObject[]): Schema {
  return objects.length === 0 ? schema : { ...schema, objects };
}
