import type { A_ArrayExpr, A_Indices, A_Indirection, TypeCast } from '@pgsql/types';
import type { Expression } from '../query/expression.ts';
import { Beyond, type Typed } from '../query/query.ts';
import { columnsOf } from './columns.ts';
import type { Context } from './context.ts';
import { typeNamed } from './type-names.ts';

/** `x::type`. An array's elements are cast one by one. */
export function castOf({ arg, typeName }: TypeCast, context: Context): Expression {
  const { types, coercion } = context.environment;
  if (!arg || !typeName) throw new Beyond('an empty cast');
  const target = typeNamed(typeName, types);
  const element = types.elementOf(target.type);
  if ('A_ArrayExpr' in arg && element !== null) {
    return arrayOf(arg.A_ArrayExpr, { type: element, modifier: target.modifier }, context);
  }
  return coercion.explicit(context.expression(arg), target);
}

/** `ARRAY[…]`, with the element type that a cast around it asks for; null without one. */
export function arrayOf(
  { elements = [] }: A_ArrayExpr,
  target: Typed | null,
  context: Context,
): Expression {
  const { coercion, types } = context.environment;
  if (elements.length === 0 && target === null) throw new Beyond('an empty array');
  const read = elements.map((node) =>
    'A_ArrayExpr' in node ? arrayOf(node.A_ArrayExpr, target, context) : context.expression(node),
  );
  const isNested = elements.some((node) => 'A_ArrayExpr' in node);
  if (target !== null) {
    const items = isNested ? read : read.map((item) => coercion.explicit(item, target));
    return { kind: 'array', items, type: `_${target.type}`, modifier: target.modifier };
  }
  const { items, type, modifier } = coercion.unified(read);
  const isMatrix = types.isArray(type);
  return { kind: 'array', items, type: isMatrix ? type : `_${type}`, modifier };
}

/** `x[1]`, `x[1:2]`, `(x).field`. */
export function indirectionOf(
  { arg, indirection = [] }: A_Indirection,
  context: Context,
): Expression {
  if (!arg) throw new Beyond('an empty place');
  const inner = context.expression(arg);
  const [first] = indirection;
  if (first && 'String' in first && indirection.length === 1) {
    return fieldOf(inner, first.String.sval ?? '');
  }
  const indices = indirection.map((node) => {
    if (!('A_Indices' in node)) throw new Beyond('a field of a field');
    return node.A_Indices;
  });
  return subscripted(inner, indices, context);
}

/** `(users).id` is the column itself; a function's columns are fields of what it gives. */
function fieldOf(inner: Expression, name: string): Expression {
  if (inner.kind === 'row') {
    const at = inner.source.columns.findIndex((column) => column.name === name);
    const column = columnsOf(inner.source)[at];
    if (column) return column;
  }
  const columns = inner.kind === 'call' ? inner.columns : [];
  const column = columns.length > 1 ? columns.find((one) => one.name === name) : undefined;
  if (!column) throw new Beyond(`field ${name}`);
  return { kind: 'field', inner, name, type: column.type, modifier: null };
}

function subscripted(
  inner: Expression,
  indices: readonly A_Indices[],
  context: Context,
): Expression {
  const { coercion, types } = context.environment;
  const element = types.elementOf(types.baseOf(inner.type));
  if (element === null) throw new Beyond(`a subscript of ${inner.type}`);
  const slices = indices.some(({ is_slice }) => is_slice);
  if (slices && !indices.every(({ is_slice }) => is_slice)) throw new Beyond('mixed subscripts');
  const bound = (node: A_Indices['uidx']) =>
    node ? coercion.assigned(context.expression(node), 'int4') : null;
  const subscripts = indices.map(({ is_slice, lidx, uidx }) => ({
    slice: is_slice === true,
    lower: bound(lidx),
    upper: bound(uidx),
  }));
  const type = slices ? inner.type : element;
  return { kind: 'subscript', inner, subscripts, type, modifier: inner.modifier };
}
