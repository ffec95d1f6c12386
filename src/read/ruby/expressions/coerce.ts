import { type Expression, typeOf } from './expression.ts';

const INTEGERS: ReadonlySet<string> = new Set(['smallint', 'integer', 'bigint']);

/** A canonical type without its modifier: `character varying(255)` is `character varying`. */
export function baseType(type: string): string {
  return type.replace(/\(\d+(?:,\d+)?\)/, '');
}

/** `varchar` has no operators of its own: PostgreSQL compares it as text. */
export function asText(expression: Expression): Expression | null {
  const type = typeOf(expression);
  if (type === null && expression.kind === 'constant') return { ...expression, type: 'text' };
  if (type === null) return null;
  if (baseType(type) === 'character varying')
    return { kind: 'cast', inner: expression, type: 'text' };
  return baseType(type) === 'text' ? expression : null;
}

/** Both sides of a comparison as PostgreSQL makes them alike; null where this is not known for sure. */
export function alike(
  left: Expression,
  right: Expression,
): readonly [Expression, Expression] | null {
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  if (leftType === null && rightType === null) return null;
  if (leftType === null) return swap(alike(right, left));
  const base = baseType(leftType);
  if (base === 'character varying' || base === 'text') {
    const [one, other] = [asText(left), asText(right)];
    return one && other ? [one, other] : null;
  }
  if (rightType === null) {
    const typed = constantOf(right, base);
    return typed && [left, typed];
  }
  return alikeTypes(left, base, right, baseType(rightType));
}

function swap(
  pair: readonly [Expression, Expression] | null,
): readonly [Expression, Expression] | null {
  return pair && [pair[1], pair[0]];
}

/** A string constant read as that type. Dates and times are printed in a form of their own, so they are left. */
function constantOf(constant: Expression, type: string): Expression | null {
  if (
    constant.kind !== 'constant' ||
    /^(?:date|time|interval|json|bytea|numeric|double)/.test(type)
  )
    return null;
  if (INTEGERS.has(type) || type === 'boolean') return null;
  return { ...constant, type };
}

function alikeTypes(
  left: Expression,
  leftBase: string,
  right: Expression,
  rightBase: string,
): readonly [Expression, Expression] | null {
  if (leftBase === rightBase) return [left, right];
  if (INTEGERS.has(leftBase) && INTEGERS.has(rightBase)) return [left, right];
  const widened = widerType(leftBase, rightBase);
  if (widened === null) return null;
  const cast = (side: Expression, base: string): Expression =>
    base === widened ? side : { kind: 'cast', inner: side, type: widened };
  return [cast(left, leftBase), cast(right, rightBase)];
}

/** Integers become numeric or double precision beside one. */
function widerType(left: string, right: string): string | null {
  const wide = ['double precision', 'numeric'].find((type) => left === type || right === type);
  if (!wide) return null;
  const other = left === wide ? right : left;
  return INTEGERS.has(other) || other === 'numeric' ? wide : null;
}

/** The elements of an IN list, and the type that the array is cast to. */
export function listItems(
  left: Expression,
  items: readonly Expression[],
): {
  readonly left: Expression;
  readonly items: readonly Expression[];
  readonly cast: string | null;
} | null {
  const type = typeOf(left);
  if (type === null) return null;
  const base = baseType(type);
  if (INTEGERS.has(base)) {
    return items.every((item) => typeOf(item) === 'integer') ? { left, items, cast: null } : null;
  }
  const strings = items.filter(
    (item): item is Extract<Expression, { kind: 'constant' }> =>
      item.kind === 'constant' && item.type === null,
  );
  if (strings.length !== items.length || constantOf(strings[0] ?? left, base) === null) return null;
  const typed = strings.map((item): Expression => ({ ...item, type: base }));
  if (base !== 'character varying') return { left, items: typed, cast: null };
  return { left: { kind: 'cast', inner: left, type: 'text' }, items: typed, cast: 'text[]' };
}
