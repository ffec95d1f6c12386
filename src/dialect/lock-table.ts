import type { LockClaim } from '../model/lock.ts';
import type { Operation, OperationKind, OperationOf } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import type { Server } from '../model/server.ts';

type LocksOf<K extends OperationKind> = (
  operation: OperationOf<K>,
  before: Schema,
  after: Schema,
  server: Server,
) => readonly LockClaim[];

/** What each kind of operation locks on one engine, the operation's own table first. */
export type LockTable = { readonly [K in OperationKind]: LocksOf<K> };

/**
 * Looks an operation up in an engine's table.
 *
 * @returns at most one claim a table, on what exists before the operation (tables, views, sequences):
 * nobody waits for a table that only comes into being. The claim that the engine's table names first wins.
 */
export function locksFrom(
  locks: LockTable,
  operation: Operation,
  before: Schema,
  after: Schema,
  server: Server,
): readonly LockClaim[] {
  // The table has an entry for each kind that takes exactly that kind's operation; TypeScript
  // cannot follow the pairing through an index.
  const entry = locks[operation.kind] as LocksOf<OperationKind>;
  const claims = new Map<string, LockClaim>();
  for (const claim of entry(operation, before, after, server)) {
    if (exists(before, claim.table) && !claims.has(claim.table)) claims.set(claim.table, claim);
  }
  return [...claims.values()];
}

function exists(schema: Schema, name: string): boolean {
  return (
    schema.tables.some((table) => table.name === name) ||
    schema.views.some((view) => view.name === name) ||
    schema.sequences.some((sequence) => sequence.name === name) ||
    schema.virtualTables.some((table) => table.name === name)
  );
}
