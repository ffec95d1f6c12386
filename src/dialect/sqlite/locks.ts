import type { LockClaim } from '../../model/lock.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import type { Server } from '../../model/server.ts';
import { type LockTable, locksFrom } from '../lock-table.ts';
import { locklessOperations } from '../lockless.ts';
import { addColumnCopies } from './copies.ts';

const LOCKING = 'https://www.sqlite.org/lockingv3.html#locking';

const TABLE_COPY = 'https://www.sqlite.org/lang_altertable.html#otheralter';

function claim(table: string, work: LockClaim['work'], basis: string = LOCKING): LockClaim {
  return {
    table,
    level: { engine: 'sqlite', mode: 'database' },
    // Readers go on until the writer commits; a second writer waits for the whole transaction.
    blocksReads: false,
    blocksWrites: true,
    blocksSchemaChanges: true,
    work,
    basis,
  };
}

const catalog = ({ table }: { readonly table: string }) => [claim(table, 'catalog')];

/** Rails' `copy_table`: a new table, all rows, drop, rename. */
const copy = ({ table }: { readonly table: string }) => [claim(table, 'rewrite', TABLE_COPY)];

const none = (): readonly [] => [];

const LOCKS: LockTable = {
  ...locklessOperations,
  createTable: none,
  dropTable: ({ table }) => [claim(table, 'scan')],
  renameTable: ({ from }) => [claim(from, 'catalog')],
  setTableComment: none,
  setTableOptions: none,
  attachPartition: none,
  detachPartition: none,
  addColumn: ({ table, column, sql }) =>
    sql === undefined && addColumnCopies(column) ? copy({ table }) : catalog({ table }),
  // SQLite can drop and rename columns itself (3.35, 3.25), yet Rails' adapter copies the table.
  dropColumn: copy,
  renameColumn: ({ table, sql }) => (sql === undefined ? copy({ table }) : catalog({ table })),
  setColumn: copy,
  setColumnDefault: copy,
  setColumnNull: copy,
  setColumnComment: none,
  addPrimaryKey: copy,
  dropPrimaryKey: copy,
  addIndex: ({ table }) => [claim(table, 'indexBuild')],
  dropIndex: catalog,
  // SQLite has no ALTER INDEX: Rails builds the index again under the new name.
  renameIndex: ({ table }) => [claim(table, 'indexBuild')],
  setIndexEnabled: none,
  addForeignKey: copy,
  dropForeignKey: copy,
  addCheckConstraint: copy,
  dropCheckConstraint: copy,
  addUniqueConstraint: copy,
  dropUniqueConstraint: copy,
  addExclusionConstraint: none,
  dropExclusionConstraint: none,
  validateConstraint: none,
  renameConstraint: none,
  createView: ({ view }) => [claim(view.name, 'catalog')],
  dropView: ({ view }) => [claim(view, 'catalog')],
  refreshView: none,
  createTrigger: ({ trigger }) => (trigger.table === null ? [] : [claim(trigger.table, 'catalog')]),
  dropTrigger: ({ table }) => (table === null ? [] : [claim(table, 'catalog')]),
  createPolicy: none,
  dropPolicy: none,
  // SQLite has none of the objects that are kept by their statement, and renames none.
  createObject: none,
  dropObject: none,
  renameObject: none,
  createVirtualTable: none,
  dropVirtualTable: ({ virtualTable }) => [claim(virtualTable, 'catalog')],
  changeRows: ({ table, verb }) =>
    table === null ? [] : [claim(table, verb === 'insert' ? 'catalog' : 'scan')],
};

/**
 * What an operation does to the tables that are there. SQLite has one lock, on the whole database;
 * the claim names the table that the time is spent on, and `rewrite` where Rails copies it.
 */
export function locksOf(
  operation: Operation,
  before: Schema,
  after: Schema,
  server: Server,
): readonly LockClaim[] {
  return locksFrom(LOCKS, operation, before, after, server);
}
