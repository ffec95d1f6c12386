import type { IndexElem, Node } from '@pgsql/types';
import { nodeOf, textsOf } from '../nodes.ts';

/** What the columns of the index are called (ChooseIndexColumnNames): equal names get a number. */
export function columnNames(elements: readonly IndexElem[]): readonly string[] {
  const names: string[] = [];
  for (const { name, expr } of elements) {
    const base = name ?? figured(expr);
    let unique = base;
    for (let number = 1; names.includes(unique); number += 1) unique = `${base}${number}`;
    names.push(unique);
  }
  return names;
}

/** The name of a computed column (FigureColname in src/backend/parser/parse_target.c). */
function figured(node: Node | undefined): string {
  const call = nodeOf(node, 'FuncCall');
  if (call) return textsOf(call.funcname).at(-1) ?? 'expr';
  const cast = nodeOf(node, 'TypeCast');
  if (cast) {
    const inner = figured(cast.arg);
    return inner === 'expr' ? (textsOf(cast.typeName?.names).at(-1) ?? inner) : inner;
  }
  const collated = nodeOf(node, 'CollateClause');
  if (collated) return figured(collated.arg);
  if (nodeOf(node, 'CoalesceExpr')) return 'coalesce';
  if (nodeOf(node, 'CaseExpr')) return 'case';
  return textsOf(nodeOf(node, 'ColumnRef')?.fields).at(-1) ?? 'expr';
}
