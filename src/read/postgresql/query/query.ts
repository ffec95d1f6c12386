import type { Expression } from './expression.ts';

/** Thrown inside the module when a query is beyond what is known here for sure. */
export class Beyond extends Error {}

/** A type with its modifier: `varchar` and `255`, `numeric` and `10,2`. */
export interface Typed {
  /** Name in `pg_type`, or that of an enum, domain or table of the project; `unknown` for a bare string. */
  readonly type: string;
  /** What stands between the parentheses; null without. */
  readonly modifier: string | null;
}

export interface OutputColumn extends Typed {
  readonly name: string;
}

/** What stands in FROM under one name: PostgreSQL's range table entry. */
export interface Source {
  readonly kind: 'relation' | 'subquery' | 'function' | 'values' | 'cte' | 'join';
  /** Alias that the author gave; null without. */
  readonly alias: string | null;
  /** Column aliases that the author gave; may be fewer than the columns. */
  readonly columnAliases: readonly string[];
  /** What it is called where no alias says so: the relation's or function's name. */
  readonly ownName: string;
  /** Columns under the names that the query sees. */
  readonly columns: readonly OutputColumn[];
  readonly lateral: boolean;
  /** Of a `relation`: the names of its columns, before aliases. */
  readonly relation: { readonly name: string; readonly columns: readonly string[] } | null;
  readonly query: Query | null;
  /** Of a `function`: the call. */
  readonly call: Expression | null;
  readonly withOrdinality: boolean;
  /** True when the columns were given with their types, as `AS t(id integer)`. */
  readonly definesColumns: boolean;
  readonly values: readonly (readonly Expression[])[];
}

export interface Join {
  readonly kind: 'join';
  readonly type: 'JOIN' | 'LEFT JOIN' | 'RIGHT JOIN' | 'FULL JOIN' | 'CROSS JOIN';
  readonly left: FromItem;
  readonly right: FromItem;
  /** Names of merged columns; empty without USING. */
  readonly using: readonly string[];
  readonly condition: Expression | null;
}

export type FromItem = { readonly kind: 'source'; readonly source: Source } | Join;

export interface Target {
  /** Changes while branches of a UNION find their common type. */
  expression: Expression;
  readonly name: string;
  /** Only there for ORDER BY, GROUP BY or a window; not shown. */
  readonly hidden: boolean;
}

export interface SortItem {
  readonly target: Target;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

export interface WindowSpec {
  /** Name in the WINDOW clause; null for one that stands in OVER. */
  readonly name: string | null;
  readonly refersTo: string | null;
  readonly partition: readonly Target[];
  readonly order: readonly SortItem[];
  /** Printed form of the frame's parts; null for the default frame. */
  readonly frame: readonly (string | Expression)[] | null;
}

export type GroupingItem =
  | { readonly kind: 'one'; readonly target: Target }
  | { readonly kind: 'list'; readonly targets: readonly Target[] }
  | {
      readonly kind: 'set';
      readonly word: 'ROLLUP' | 'CUBE' | 'GROUPING SETS';
      readonly items: readonly GroupingItem[];
    };

export interface CommonTable {
  readonly name: string;
  readonly columnAliases: readonly string[];
  readonly materialized: 'MATERIALIZED ' | 'NOT MATERIALIZED ' | '';
  /** Null while a recursive one is read. */
  query: Query | null;
  columns: readonly OutputColumn[];
}

export type SetTree =
  | { readonly kind: 'leaf'; readonly query: Query }
  | {
      readonly kind: 'operation';
      readonly word: 'UNION' | 'INTERSECT' | 'EXCEPT';
      readonly all: boolean;
      readonly left: SetTree;
      readonly right: SetTree;
    };

/** A SELECT with its names and types worked out, as PostgreSQL stores it. */
export interface Query {
  readonly commonTables: readonly CommonTable[];
  readonly recursive: boolean;
  readonly distinct: 'all' | readonly Target[] | null;
  readonly targets: readonly Target[];
  /** All that FROM names, joins among them, in PostgreSQL's order. */
  readonly sources: readonly Source[];
  readonly from: readonly FromItem[];
  readonly where: Expression | null;
  readonly group: readonly GroupingItem[];
  readonly groupDistinct: boolean;
  readonly having: Expression | null;
  readonly windows: readonly WindowSpec[];
  readonly setTree: SetTree | null;
  readonly order: readonly SortItem[];
  readonly limit: Expression | null;
  readonly limitWithTies: boolean;
  readonly offset: Expression | null;
  /** Set for a query that is nothing but VALUES. */
  readonly values: readonly (readonly Expression[])[] | null;
}

/** True when the query, or one inside of it, names a column of that relation; null for any column. */
export function readsColumn(query: Query, relation: string, column: string | null): boolean {
  let found = false;
  JSON.stringify(query, (_, value: unknown) => {
    if (isSource(value) && value.relation?.name === relation && column === null) found = true;
    if (isColumn(value)) {
      const own = value.source.relation;
      if (own?.name === relation && own.columns[value.index] === column) found = true;
    }
    return value;
  });
  return found;
}

function isSource(value: unknown): value is Source {
  return typeof value === 'object' && value !== null && 'ownName' in value;
}

function isColumn(value: unknown): value is Extract<Expression, { readonly kind: 'column' }> {
  return typeof value === 'object' && value !== null && 'source' in value && 'index' in value;
}

/** Columns that a query gives. */
export function outputOf(query: Query): readonly OutputColumn[] {
  return query.targets
    .filter(({ hidden }) => !hidden)
    .map(({ name, expression: { type, modifier } }) => ({ name, type, modifier }));
}

/** Nothing of a source but its kind; what a part of FROM fills in. */
export const BARE_SOURCE: Omit<Source, 'kind' | 'ownName' | 'columns'> = {
  alias: null,
  columnAliases: [],
  lateral: false,
  relation: null,
  query: null,
  call: null,
  withOrdinality: false,
  definesColumns: false,
  values: [],
};

/** A query of which nothing is known yet. */
export const BARE_QUERY: Omit<Query, 'targets' | 'sources' | 'from'> = {
  commonTables: [],
  recursive: false,
  distinct: null,
  where: null,
  group: [],
  groupDistinct: false,
  having: null,
  windows: [],
  setTree: null,
  order: [],
  limit: null,
  limitWithTies: false,
  offset: null,
  values: null,
};
