import type { IndexElem } from '@pgsql/types';
import { figuredName } from '../column-names.ts';

/** What the columns of the index are called (ChooseIndexColumnNames): equal names get a number. */
export function columnNames(elements: readonly IndexElem[]): readonly string[] {
  const names: string[] = [];
  for (const { name, expr } of elements) {
    const base = name ?? (expr && figuredName(expr)) ?? 'expr';
    let unique = base;
    for (let number = 1; names.includes(unique); number += 1) unique = `${base}${number}`;
    names.push(unique);
  }
  return names;
}
