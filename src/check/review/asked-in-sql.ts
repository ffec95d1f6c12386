import type { Migration } from '../../model/migration.ts';
import type { Operation } from '../../model/operation.ts';

/** The methods by which a Rails migration sends SQL that it writes itself. */
const SENDS_SQL =
  /\b(?:execute|exec_(?:query|update|insert|delete)|safety_assured\s*\{\s*execute)\b/;

/** True when a Rails migration asks for the operation in SQL of its own, and not by a method of Active Record. */
export function asksInSql({ source, impliedBy }: Operation, migration: Migration): boolean {
  if (migration.tool !== 'rails' || source.path !== migration.path || impliedBy !== null)
    return false;
  const line = migration.text.split('\n')[source.line - 1] ?? '';
  return SENDS_SQL.test(line);
}
