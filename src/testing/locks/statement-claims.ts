import { applyOperation } from '../../apply/index.ts';
import { locksOf } from '../../dialect/locks.ts';
import type { LockClaim } from '../../model/lock.ts';
import type { Operation } from '../../model/operation.ts';
import { emptySchema, type Schema } from '../../model/schema.ts';
import type { Server } from '../../model/server.ts';
import { postgresqlOperations } from '../../read/postgresql/statements/index.ts';
import { operation } from '../build.ts';

/** An operation with the schemas around it. */
interface Step {
  readonly operation: Operation;
  readonly before: Schema;
  readonly after: Schema;
}

/** What SQL for PostgreSQL asks for, over a schema. */
export function stepsOf(sql: string, schema: Schema): readonly Step[] {
  const steps: Step[] = [];
  const scope = { schema };
  for (const { body } of postgresqlOperations(sql, scope)) {
    const before = scope.schema;
    const written = operation(body);
    scope.schema = applyOperation(before, written);
    steps.push({ operation: written, before, after: scope.schema });
  }
  return steps;
}

/**
 * The schema that SQL makes from an empty database.
 *
 * @param complete - as `Schema.complete`: true for SQL that shows every object of the database.
 */
export function schemaOf(sql: string, complete: boolean): Schema {
  const empty = emptySchema('postgresql');
  const start: Schema = complete ? { ...empty, complete: true } : empty;
  return stepsOf(sql, start).at(-1)?.after ?? start;
}

/** What a statement is said to lock: the claims of its operations on what was there before it. */
export function claimsOf(sql: string, schema: Schema, server: Server): readonly LockClaim[] {
  const { tables, views, sequences } = schema;
  const names = new Set([...tables, ...views, ...sequences].map(({ name }) => name));
  return stepsOf(sql, schema).flatMap(({ operation: each, before, after }) =>
    locksOf(each, before, after, server).filter(({ table }) => names.has(table)),
  );
}
