import { bareName, comparable, identifiersIn } from '../../dialect/sql-names.ts';
import type { Engine } from '../../model/engine.ts';

/** True when an expression names that column. */
export function namesColumn(sql: string, column: string, engine: Engine): boolean {
  return namesAll(sql, [column], engine);
}

/** True when SQL names all of these objects as identifiers. */
export function namesAll(sql: string, names: readonly string[], engine: Engine): boolean {
  // Cutting SQL into words takes its time, and most texts do not name most objects.
  const lower = sql.toLowerCase();
  if (!names.every((name) => lower.includes(bareName(name).toLowerCase()))) return false;
  const found = identifiersIn(sql, engine);
  return names.every((name) => found.has(comparable(name, engine)));
}
