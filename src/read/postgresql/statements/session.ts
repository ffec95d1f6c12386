import { own } from '../../../model/own.ts';
import type { NodeKind } from '../nodes.ts';

/** What statements that no dump shows are for, by their node. */
const PURPOSES: { readonly [K in NodeKind]?: string } = {
  VariableSetStmt: 'sets a parameter of the session',
  VariableShowStmt: 'reads a parameter',
  AlterSystemStmt: 'sets a parameter of the server',
  AlterDatabaseSetStmt: 'sets a parameter of the database',
  AlterRoleSetStmt: 'sets a parameter of a role',
  AlterRoleStmt: 'changes a role',
  CreateRoleStmt: 'makes a role',
  DropRoleStmt: 'drops a role',
  DropOwnedStmt: 'drops what a role owns or may do',
  ReassignOwnedStmt: 'gives what a role owns to another',
  GrantRoleStmt: 'grants or revokes the membership of a role',
  VacuumStmt: 'reclaims space or gathers statistics',
  ClusterStmt: 'sorts a table by an index',
  ReindexStmt: 'rebuilds an index',
  LockStmt: 'locks a table',
  TransactionStmt: 'begins or ends a transaction, or marks a point in it',
  ExplainStmt: 'shows a query plan',
  NotifyStmt: 'notifies listeners',
  ListenStmt: 'listens for notices',
  UnlistenStmt: 'listens no longer',
  DiscardStmt: 'resets the session',
  ConstraintsSetStmt: 'sets when constraints are checked',
  CheckPointStmt: 'writes a checkpoint',
  LoadStmt: 'loads a library',
  PrepareStmt: 'prepares a statement',
  DeallocateStmt: 'forgets a prepared statement',
  DeclareCursorStmt: 'opens a cursor',
  FetchStmt: 'reads rows of a cursor',
  ClosePortalStmt: 'closes a cursor',
  AlterCollationStmt: 'refreshes a collation',
  AlterExtensionStmt: 'updates an extension',
  AlterExtensionContentsStmt: 'changes what belongs to an extension',
  AlterObjectDependsStmt: 'ties an object to an extension',
  CreateTableSpaceStmt: 'makes a tablespace',
  AlterTableMoveAllStmt: 'moves tables to another tablespace',
  DropTableSpaceStmt: 'drops a tablespace',
  DropdbStmt: 'drops a database',
  CreatedbStmt: 'makes a database',
};

/** What a statement is for that changes nothing of what dumps show; null for all others. */
export function purposeOfKind(kind: string): string | null {
  return own(PURPOSES, kind) ?? null;
}
