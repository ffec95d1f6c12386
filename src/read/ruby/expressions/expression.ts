/** The part of SQL's expressions that partial indexes, checks and generated columns are written in. */
export type Expression =
  | {
      readonly kind: 'column';
      readonly name: string;
      readonly quoted: string;
      readonly type: string;
    }
  /** `text` is the SQL as printed; a string's keeps its quotes. `type` is null while it is open. */
  | { readonly kind: 'constant'; readonly text: string; readonly type: string | null }
  | { readonly kind: 'cast'; readonly inner: Expression; readonly type: string }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly type: string;
    }
  | {
      readonly kind: 'operator';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly type: string;
    }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly inner: Expression }
  /** `IS NULL`, `IS NOT TRUE`, … */
  | { readonly kind: 'test'; readonly inner: Expression; readonly test: string }
  /** `IN`: `operator` is `= ANY` or `<> ALL`. */
  | {
      readonly kind: 'list';
      readonly operator: string;
      readonly left: Expression;
      readonly items: readonly Expression[];
      /** Type that the array is cast to; null when its elements are of the left side's type. */
      readonly cast: string | null;
    };

/** The type of what an expression gives; null while it is open, as of a bare string. */
export function typeOf(expression: Expression): string | null {
  switch (expression.kind) {
    case 'column':
    case 'constant':
    case 'cast':
    case 'call':
    case 'operator':
      return expression.type;
    default:
      return 'boolean';
  }
}
