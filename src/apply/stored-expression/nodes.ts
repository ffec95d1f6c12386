/** An expression as PostgreSQL holds it once its types are worked out; only what is common in predicates. */
export type Node =
  | { readonly kind: 'column'; readonly name: string; readonly type: string }
  /** A string with its quotes; its type is what it is compared with. */
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly text: 'true' | 'false' }
  | { readonly kind: 'cast'; readonly operand: Node; readonly type: string }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Node[] }
  | {
      readonly kind: 'compare';
      readonly operator: string;
      readonly left: Node;
      readonly right: Node;
    }
  | {
      readonly kind: 'in';
      readonly operand: Node;
      readonly items: readonly Node[];
      readonly negated: boolean;
    }
  | { readonly kind: 'null'; readonly operand: Node; readonly negated: boolean }
  | { readonly kind: 'not'; readonly operand: Node }
  | { readonly kind: 'logic'; readonly operator: 'AND' | 'OR'; readonly operands: readonly Node[] };
