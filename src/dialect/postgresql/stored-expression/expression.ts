/**
 * An expression with its types worked out, as PostgreSQL keeps it; the part of SQL that partial
 * indexes, checks, index expressions, generated columns and defaults are written in.
 */
export type Expression =
  | { readonly kind: 'column'; readonly name: string; readonly type: string }
  | Constant
  | { readonly kind: 'cast'; readonly inner: Expression; readonly type: string }
  /** A call by name, or `COALESCE`, `GREATEST`, `CURRENT_DATE` (null arguments), which print alike. */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[] | null;
      readonly type: string;
    }
  /** `EXTRACT(year FROM x)` and `x AT TIME ZONE y`, which have words between their arguments. */
  | {
      readonly kind: 'worded';
      readonly pieces: readonly (string | Expression)[];
      readonly type: string;
    }
  | Operator
  | {
      readonly kind: 'logic';
      readonly word: 'AND' | 'OR';
      readonly parts: readonly Expression[];
      /** What BETWEEN became: it stays apart from a chain around it. */
      readonly isRange: boolean;
    }
  | { readonly kind: 'not'; readonly inner: Expression }
  /** `IS NULL`, `IS NOT TRUE`, … */
  | { readonly kind: 'test'; readonly inner: Expression; readonly test: string }
  /** `x = ANY (array)`, which `IN` becomes. */
  | {
      readonly kind: 'quantified';
      /** `= ANY`, `<> ALL`. */
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'array'; readonly items: readonly Expression[]; readonly type: string }
  | {
      readonly kind: 'case';
      readonly whens: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise: Expression;
      readonly type: string;
    };

/** `text` is the SQL: a string's keeps its quotes. `type` is null while it is open, as of a bare string. */
export interface Constant {
  readonly kind: 'constant';
  readonly text: string;
  readonly type: string | null;
}

interface Operator {
  readonly kind: 'operator';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
  readonly type: string;
}

/** Thrown inside the module when a text is beyond what is known here for sure. */
export class Beyond extends Error {}

/** The type of what an expression gives; null while it is open. */
export function typeOf(expression: Expression): string | null {
  return 'type' in expression ? expression.type : 'boolean';
}

/** The type, where it has to be known. @throws {Beyond} */
export function knownType(expression: Expression): string {
  const type = typeOf(expression);
  if (type === null) throw new Beyond();
  return type;
}

/** The type without its modifier: `character varying(255)` is `character varying`. */
export function baseOf(expression: Expression): string | null {
  const type = typeOf(expression);
  return type === null ? null : baseType(type);
}

export function baseType(type: string): string {
  return type.replace(/\(\d+(?:,\d+)?\)/, '');
}
