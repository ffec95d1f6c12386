import type { Engine } from '../model/engine.ts';
import type { Policy, Schema, Trigger } from '../model/schema.ts';
import { mentionsColumn, mentionsTable } from './sql-identifiers.ts';

interface ColumnOfTable {
  readonly table: string;
  readonly column: string;
}

/**
 * The schema without the policies and triggers that DROP COLUMN ... CASCADE takes along (tried on
 * PostgreSQL 15): a policy of any table whose conditions read the column, and a trigger of the table
 * with the column in UPDATE OF or WHEN. What a trigger's function reads is not known to the engine.
 */
export function withoutProgramsOfColumn(schema: Schema, dropped: ColumnOfTable): Schema {
  const { engine } = schema;
  const policies = schema.policies.filter((policy) => !readsColumn(policy, dropped, engine));
  const triggers = schema.triggers.filter((trigger) => !firesOnColumn(trigger, dropped, engine));
  return { ...schema, policies, triggers };
}

/** A policy of another table has to name the table, too: in a query inside of its condition. */
function readsColumn(policy: Policy, { table, column }: ColumnOfTable, engine: Engine): boolean {
  const conditions = /\b(?:USING|WITH\s+CHECK)\s*\(.*$/is.exec(policy.definition)?.[0];
  if (conditions === undefined) return false;
  if (policy.table !== table && !mentionsTable(conditions, table, engine)) return false;
  return mentionsColumn(unqualified(conditions), column, table, engine);
}

export function firesOnColumn(
  trigger: Trigger,
  { table, column }: ColumnOfTable,
  engine: Engine,
): boolean {
  if (trigger.table !== table) return false;
  const { definition } = trigger;
  const columns = /\bUPDATE\s+OF\s+(.*?)\s+(?:ON|OR)\s/is.exec(definition)?.[1] ?? '';
  const condition = /\bWHEN\s*(\(.*\))\s*EXECUTE\b/is.exec(definition)?.[1] ?? '';
  return [columns, condition].some((sql) =>
    mentionsColumn(unqualified(sql), column, table, engine),
  );
}

/** Aliases, NEW and OLD are not resolved: a name counts under any qualifier. */
function unqualified(sql: string): string {
  return sql.replaceAll(/(?:\b[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")+")\./gu, '');
}
