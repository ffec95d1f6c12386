import type { Engine } from '../model/engine.ts';
import type { LockClaim } from '../model/lock.ts';
import type { Operation } from '../model/operation.ts';
import type { Column, Schema, Table } from '../model/schema.ts';
import { defaultServer, type Server } from '../model/server.ts';
import { dialectFor } from './index.ts';
import { bytesPerCharacter } from './mysql/locks/table-traits.ts';
import { type LockedOperation, togetherOn } from './mysql/locks/together.ts';
import { locksOf as mysqlLocksOf } from './mysql/locks.ts';
import { typeChange as mysqlTypeChange } from './mysql/type-changes.ts';
import { locksOf as postgresqlLocksOf } from './postgresql/locks.ts';
import { typeChange as postgresqlTypeChange } from './postgresql/type-changes.ts';
import { locksOf as sqliteLocksOf } from './sqlite/locks.ts';
import { typeChange as sqliteTypeChange } from './sqlite/type-changes.ts';
import type { TypeChange } from './type-change.ts';

const LOCKS: { readonly [E in Engine]: typeof postgresqlLocksOf } = {
  postgresql: postgresqlLocksOf,
  mysql: mysqlLocksOf,
  sqlite: sqliteLocksOf,
};

/**
 * The locks that an operation takes on tables and views that are there before it.
 *
 * @param server - decides by its version; the default of `model/server.ts` when left out.
 * @returns at most one claim a table, the operation's own table first, then those that foreign
 * keys join to it. Empty when it locks none, and for an opaque operation, of which nobody knows.
 */
export function locksOf(
  operation: Operation,
  before: Schema,
  after: Schema,
  server: Server = serverOf(before),
): readonly LockClaim[] {
  return LOCKS[before.engine](operation, before, after, server);
}

/** An operation with the schemas around it. */
interface Step {
  readonly operation: Operation;
  readonly before: Schema;
  readonly after: Schema;
}

/**
 * As {@link locksOf}, for operations in their order: those that are joined into one ALTER TABLE are
 * judged together.
 */
export function locksOfEach(
  steps: readonly Step[],
  server?: Server,
): readonly (readonly LockClaim[])[] {
  return statementsOf(steps).flatMap((run) => {
    const locked = run.map(({ operation, before, after }) => ({
      operation,
      locks: locksOf(operation, before, after, server),
    }));
    const [first] = run;
    if (!first || run.length === 1) return locked.map(({ locks }) => locks);
    return TOGETHER[first.before.engine](locked, server ?? serverOf(first.before));
  });
}

const apart = (run: readonly LockedOperation[]) => run.map(({ locks }) => locks);

const TOGETHER: { readonly [E in Engine]: typeof togetherOn } = {
  // One ALTER TABLE makes one pass; what each of its actions needs is what it would need alone.
  postgresql: apart,
  mysql: togetherOn,
  sqlite: apart,
};

/** Each operation with those that are sent along with it. */
function statementsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const run = step.operation.joined ? runs.at(-1) : undefined;
    if (run) run.push(step);
    else runs.push([step]);
  }
  return runs;
}

/** What is taken where nobody says which server it is: the one that the schema shows. */
function serverOf(schema: Schema): Server {
  return defaultServer(dialectFor(schema.engine).serverOf(schema) ?? schema.engine);
}

const TYPE_CHANGES: {
  readonly [E in Engine]: (
    before: Column,
    after: Column,
    table: Table,
    server: Server | undefined,
  ) => TypeChange;
} = {
  postgresql: (before, after, _table, server) => postgresqlTypeChange(before, after, server),
  mysql: (before, after, table, server) =>
    mysqlTypeChange(before, after, bytesPerCharacter(table, before), server),
  sqlite: sqliteTypeChange,
};

/**
 * What it costs to turn a column of a table into another of the same name.
 *
 * @param server - decides by its version; the default of `model/server.ts` when left out.
 */
export function typeChangeOf(
  engine: Engine,
  before: Column,
  after: Column,
  table: Table,
  server?: Server,
): TypeChange {
  return TYPE_CHANGES[engine](before, after, table, server);
}
