import type { Query, SortItem, Source, Typed, WindowSpec } from './query.ts';

/** How a cast came about: the author wrote it, or PostgreSQL put it in. */
export type CastForm = 'explicit' | 'implicit';

/** An expression with its types worked out, as PostgreSQL stores it in a view. */
export type Expression = Typed & ExpressionBody;

type ExpressionBody =
  | { readonly kind: 'column'; readonly source: Source; readonly index: number }
  /** All columns of a source as one value. */
  | { readonly kind: 'row'; readonly source: Source }
  /** `text` is the value as PostgreSQL writes it, null for NULL. */
  | { readonly kind: 'constant'; readonly text: string | null }
  | {
      readonly kind: 'cast';
      readonly inner: Expression;
      readonly form: CastForm;
      /** By a function, as the same bytes, through text, or element by element. */
      readonly by: 'function' | 'relabel' | 'text' | 'elements' | 'domain';
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly variadic: boolean;
      /** Names of the last arguments, where they were given by name. */
      readonly names: readonly string[];
      /** Written with words between the arguments: `EXTRACT(… FROM …)`. */
      readonly worded: boolean;
      readonly returnsSet: boolean;
      /** Columns of what it gives, where the function names them. */
      readonly columns: readonly { readonly name: string; readonly type: string }[];
    }
  | {
      readonly kind: 'aggregate';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly variadic: boolean;
      readonly star: boolean;
      readonly distinct: boolean;
      readonly order: readonly SortItem[];
      readonly withinGroup: boolean;
      readonly filter: Expression | null;
    }
  | {
      readonly kind: 'window';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly star: boolean;
      readonly filter: Expression | null;
      readonly over: WindowSpec;
    }
  | {
      readonly kind: 'operator';
      readonly name: string;
      readonly left: Expression | null;
      readonly right: Expression;
    }
  | { readonly kind: 'distinctFrom'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'nullIf'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'quantified';
      readonly name: string;
      readonly word: 'ANY' | 'ALL';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'logic'; readonly word: 'AND' | 'OR'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly inner: Expression }
  /** `IS NULL`, `IS NOT TRUE`, … */
  | { readonly kind: 'test'; readonly inner: Expression; readonly test: string }
  | {
      readonly kind: 'subquery';
      readonly form: 'EXISTS' | 'ARRAY' | 'value' | 'ANY' | 'ALL';
      readonly query: Query;
      /** What ANY and ALL compare; empty for the others. */
      readonly left: readonly Expression[];
      readonly operator: string;
    }
  | {
      readonly kind: 'case';
      readonly subject: Expression | null;
      readonly whens: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise: Expression;
    }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | { readonly kind: 'rowValue'; readonly items: readonly Expression[] }
  | {
      readonly kind: 'rowComparison';
      readonly name: string;
      readonly left: readonly Expression[];
      readonly right: readonly Expression[];
    }
  /** COALESCE, GREATEST, LEAST, GROUPING. */
  | { readonly kind: 'keyword'; readonly word: string; readonly args: readonly Expression[] }
  /** CURRENT_DATE and its like. */
  | { readonly kind: 'value'; readonly word: string }
  | {
      readonly kind: 'subscript';
      readonly inner: Expression;
      readonly subscripts: readonly {
        readonly slice: boolean;
        readonly lower: Expression | null;
        readonly upper: Expression | null;
      }[];
    }
  | { readonly kind: 'field'; readonly inner: Expression; readonly name: string }
  | { readonly kind: 'collate'; readonly inner: Expression; readonly collation: string };

export type ExpressionOf<K extends Expression['kind']> = Extract<Expression, { readonly kind: K }>;

/** The sources whose columns an expression names, those inside of its subqueries among them. */
export function sourcesIn(expression: Expression): readonly unknown[] {
  const found: unknown[] = [];
  JSON.stringify(expression, (key, value: unknown) => {
    if (key !== 'source') return value;
    found.push(value);
    return null;
  });
  return found;
}

/** Expressions that are the same, as those of SELECT and GROUP BY have to be. */
export function isSame(one: Expression, other: Expression): boolean {
  return keyOf(one) === keyOf(other);
}

const SOURCE_IDS = new WeakMap<object, number>();
let lastId = 0;

/** Sources count by who they are, all else by what it holds. */
function keyOf(expression: Expression): string {
  return JSON.stringify(expression, (name, value: unknown) =>
    name === 'source' && typeof value === 'object' && value !== null ? idOf(value) : value,
  );
}

function idOf(source: object): number {
  const known = SOURCE_IDS.get(source);
  if (known !== undefined) return known;
  lastId += 1;
  SOURCE_IDS.set(source, lastId);
  return lastId;
}
