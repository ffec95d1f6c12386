import type { Expression, ExpressionOf } from '../query/expression.ts';
import type { Query, Source } from '../query/query.ts';

/** A relation's name and columns as they are when the query is printed. */
export interface RelationNames {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The names of one level of a query: each source has one that no other here or above has. */
export class Names {
  readonly query: Query;
  readonly #sources = new Map<Source, string>();
  readonly #columns = new Map<Source, readonly string[]>();
  readonly #relation: (names: RelationNames) => RelationNames;

  /**
   * @param taken - names of the levels above, and of the rows that a rule of the server names.
   * @param relation - what a relation is called now, given what the query was read with.
   */
  constructor(
    query: Query,
    taken: readonly string[],
    relation: (names: RelationNames) => RelationNames,
  ) {
    this.query = query;
    this.#relation = relation;
    const counters = new Map(taken.map((name) => [name, 0]));
    for (const source of query.sources) {
      if (source.kind === 'join') continue;
      this.#sources.set(source, uniqueName(source.alias ?? this.ownName(source), counters));
      this.#columns.set(source, uniqueColumns(this.#wanted(source)));
    }
  }

  get all(): readonly string[] {
    return [...this.#sources.values()];
  }

  has(source: Source): boolean {
    return this.#sources.has(source);
  }

  of(source: Source): string {
    return this.#sources.get(source) ?? '';
  }

  columns(source: Source): readonly string[] {
    return this.#columns.get(source) ?? [];
  }

  /** The relation as it is called now; null for what is none. */
  relation(source: Source): RelationNames | null {
    return source.relation && this.#relation(source.relation);
  }

  /** What it is called where the author gave no alias. */
  ownName(source: Source): string {
    const name = this.relation(source)?.name;
    return name === undefined ? source.ownName : name.slice(name.lastIndexOf('.') + 1);
  }

  /** Whether the columns have to be named behind the source. */
  showsColumns(source: Source): boolean {
    if (source.kind === 'function') return true;
    const real = this.relation(source)?.columns;
    if (real === undefined && source.columnAliases.length > 0) return true;
    const wanted = real ?? source.columns.map(({ name }) => name);
    return this.columns(source).some((name, at) => name !== wanted[at]);
  }

  #wanted(source: Source): readonly string[] {
    const real = this.relation(source)?.columns ?? source.columns.map(({ name }) => name);
    return real.map((name, at) => source.columnAliases[at] ?? name);
  }
}

/** `users_1` for the second `users`; names are cut so that they stay within 63 bytes. */
function uniqueName(wanted: string, counters: Map<string, number>): string {
  if (!counters.has(wanted)) {
    counters.set(wanted, 0);
    return wanted;
  }
  let count = counters.get(wanted) ?? 0;
  let name: string;
  do {
    count += 1;
    const suffix = `_${count}`;
    name = `${wanted.slice(0, 63 - suffix.length)}${suffix}`;
  } while (counters.has(name));
  counters.set(wanted, count);
  counters.set(name, 0);
  return name;
}

function uniqueColumns(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((column) => {
    let name = column;
    for (let count = 1; taken.has(name); count += 1) name = `${column}_${count}`;
    taken.add(name);
    return name;
  });
}

/** The name of a column, as the level that it comes from has it. */
export function columnNameOf(
  { source, index }: ExpressionOf<'column'>,
  levels: readonly Names[],
): string {
  return levels.find((level) => level.has(source))?.columns(source)[index] ?? '';
}

export function isColumn(expression: Expression): expression is ExpressionOf<'column'> {
  return expression.kind === 'column';
}
