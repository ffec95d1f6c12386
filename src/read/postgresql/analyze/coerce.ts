import { fieldInterval } from '../../../dialect/postgresql/written-intervals.ts';
import type { CastForm, Expression } from '../query/expression.ts';
import { Beyond, type Typed } from '../query/query.ts';

import { literalValue } from './literals.ts';
import type { CastContext, Types } from './types.ts';

/** Types whose values a function brings to a length or precision. */
const SIZED = new Set([
  'varchar',
  'bpchar',
  'numeric',
  'timestamp',
  'timestamptz',
  'time',
  'timetz',
  'interval',
  'bit',
  'varbit',
]);

/** Puts in the casts that PostgreSQL does (parse_coerce.c). */
export class Coercion {
  readonly types: Types;

  constructor(types: Types) {
    this.types = types;
  }

  /** A cast that the author wrote: coerce_to_target_type. @throws {Beyond} */
  explicit(expression: Expression, target: Typed): Expression {
    if (target.type === 'interval' && target.modifier !== null && expression.type === 'unknown') {
      return intervalOf(expression, target.modifier);
    }
    const result = this.#toType(expression, target.type, 'explicit', 'explicit');
    const hides = result !== expression && result.kind !== 'constant';
    return this.#toModifier(result, target, hides);
  }

  /** A cast that PostgreSQL puts in by itself. @throws {Beyond} */
  implicit(expression: Expression, type: string): Expression {
    return this.#toType(expression, type, 'implicit', 'implicit');
  }

  /** A cast to the type of a LIMIT or an array's subscript, which may lose digits. @throws {Beyond} */
  assigned(expression: Expression, type: string): Expression {
    return this.#toType(expression, type, 'assignment', 'implicit');
  }

  boolean(expression: Expression): Expression {
    return this.implicit(expression, 'bool');
  }

  /** A bare string at the end of the analysis is text. */
  settled(expression: Expression): Expression {
    return expression.type === 'unknown' ? this.implicit(expression, 'text') : expression;
  }

  #toType(inner: Expression, type: string, context: CastContext, form: CastForm): Expression {
    if (inner.type === type || type === 'any' || this.types.isPolymorphic(type)) return inner;
    if (type === 'record' && this.types.isRow(inner.type)) return inner;
    if (inner.type === 'unknown') return this.#literal(inner, type, form);
    const by = this.types.path(inner.type, type, context);
    if (by === null) throw new Beyond(`${inner.type} as ${type}`);
    const base = this.types.baseOf(type);
    if (base !== type) {
      const value = this.#toType(inner, base, context, 'implicit');
      return { kind: 'cast', inner: value, form, by: 'domain', type, modifier: null };
    }
    return { kind: 'cast', inner, form, by, type, modifier: null };
  }

  #literal(inner: Expression, type: string, form: CastForm): Expression {
    if (inner.kind !== 'constant') throw new Beyond('a value of open type');
    const base = this.types.baseOf(type);
    if (!this.types.isKnown(base)) throw new Beyond(`type ${base}`);
    const text = inner.text === null ? null : literalValue(inner.text, base, this.types);
    const value: Expression = { kind: 'constant', text, type: base, modifier: null };
    if (base === type) return value;
    return { kind: 'cast', inner: value, form, by: 'domain', type, modifier: null };
  }

  /** coerce_type_typmod: a function brings the value to its length. */
  #toModifier(inner: Expression, { type, modifier }: Typed, hides: boolean): Expression {
    if (modifier === inner.modifier) return inner;
    const shown: Expression =
      hides && inner.kind === 'cast' ? { ...inner, form: 'implicit' } : inner;
    const element = type.startsWith('_') ? type.slice(1) : type;
    if (modifier !== null && !SIZED.has(element)) throw new Beyond(`modifier of ${type}`);
    if (modifier !== null && element !== type) throw new Beyond('an array of sized values');
    const by = modifier === null ? 'relabel' : 'function';
    return { kind: 'cast', inner: shown, form: 'explicit', by, type, modifier };
  }

  /**
   * The type that CASE, COALESCE, IN, UNION and ARRAY bring their values to (select_common_type).
   *
   * @throws {Beyond}
   * @see {@link https://www.postgresql.org/docs/15/typeconv-union-case.html | UNION, CASE}
   */
  common(types: readonly string[]): string {
    const [first = 'unknown'] = types;
    if (first !== 'unknown' && types.every((type) => type === first)) return first;
    let common = this.types.baseOf(first);
    for (const type of types.slice(1)) {
      const next = this.types.baseOf(type);
      if (next === 'unknown' || next === common) continue;
      common = common === 'unknown' ? next : this.#wider(common, next);
    }
    return common === 'unknown' ? 'text' : common;
  }

  #wider(common: string, next: string): string {
    if (this.types.category(common) !== this.types.category(next)) {
      throw new Beyond(`${common} beside ${next}`);
    }
    const goes = this.types.canCoerce(common, next) && !this.types.canCoerce(next, common);
    return goes && !this.types.isPreferred(common) ? next : common;
  }

  /** Values with their common type put on each. @throws {Beyond} */
  unified(values: readonly Expression[]): { readonly items: readonly Expression[] } & Typed {
    const type = this.common(values.map((value) => value.type));
    const items = values.map((value) => this.implicit(value, type));
    return { items, type, modifier: commonModifier(items) };
  }
}

/** The modifier that all values share; null when they do not. */
export function commonModifier(items: readonly Typed[]): string | null {
  const [first] = items;
  const same =
    first &&
    items.every(({ type, modifier }) => type === first.type && modifier === first.modifier);
  return same ? first.modifier : null;
}

/** `INTERVAL '1' DAY`: the constant itself is kept to that field. @throws {Beyond} */
function intervalOf(expression: Expression, field: string): Expression {
  if (expression.kind !== 'constant') throw new Beyond('an interval');
  const text = expression.text === null ? null : fieldInterval(expression.text, field);
  if (text === null) throw new Beyond('an interval');
  return { kind: 'constant', text, type: 'interval', modifier: field };
}
