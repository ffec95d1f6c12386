/** An SQL expression of MySQL or MariaDB, without the parentheses and spaces of its text. */
export type Expression =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'number'; readonly text: string }
  /** What the quotes hold, escapes resolved. */
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** The function's name is in lower case. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  /** `signed`, `unsigned`, `char`, `char(10)`, `date`, `datetime`, `time`, `decimal(10,2)`. */
  | { readonly kind: 'cast'; readonly operand: Expression; readonly type: string }
  | { readonly kind: 'negative'; readonly operand: Expression }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'comparison';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'is';
      readonly operand: Expression;
      readonly test: 'null' | 'true' | 'false';
      readonly negated: boolean;
    }
  | {
      readonly kind: 'in';
      readonly operand: Expression;
      /** Two or more: a list of one is a comparison. */
      readonly items: readonly Expression[];
      readonly negated: boolean;
    }
  | {
      readonly kind: 'between';
      readonly operand: Expression;
      readonly low: Expression;
      readonly high: Expression;
      readonly negated: boolean;
    }
  | {
      readonly kind: 'match';
      readonly operator: 'like' | 'regexp';
      readonly operand: Expression;
      readonly pattern: Expression;
      readonly negated: boolean;
    }
  | { readonly kind: 'not'; readonly operand: Expression }
  /** Two operands or more, none of which is of the same operator. */
  | {
      readonly kind: 'logic';
      readonly operator: 'and' | 'or';
      readonly operands: readonly Expression[];
    }
  | {
      readonly kind: 'case';
      readonly subject: Expression | null;
      readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise: Expression | null;
    };

export type Arithmetic = '+' | '-' | '*' | '/' | 'div' | 'mod' | '&' | '|' | '<<' | '>>';
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=' | '<=>';

export type ExpressionKind = Expression['kind'];
export type ExpressionOf<K extends ExpressionKind> = Extract<Expression, { readonly kind: K }>;

/** What makes an expression unknown: a word, function or form whose printed form is not certain. */
export class Uncertain extends Error {
  override readonly name = 'Uncertain';
}

/** `and`, `or` of the operands, those of the same operator taken into one list. */
export function logic(operator: 'and' | 'or', operands: readonly Expression[]): Expression {
  const flat = operands.flatMap((operand) =>
    operand.kind === 'logic' && operand.operator === operator ? operand.operands : [operand],
  );
  return { kind: 'logic', operator, operands: flat };
}
