import type { LockTable } from './lock-table.ts';

const none = (): readonly [] => [];

/** Operations on objects that stand alone: no engine locks a table for them. */
export const locklessOperations: Pick<
  LockTable,
  | 'createEnum'
  | 'dropEnum'
  | 'renameEnum'
  | 'addEnumValue'
  | 'renameEnumValue'
  | 'createDomain'
  | 'dropDomain'
  | 'createSequence'
  | 'dropSequence'
  | 'setSequence'
  | 'createExtension'
  | 'dropExtension'
  | 'createNamespace'
  | 'dropNamespace'
  | 'renameNamespace'
  | 'createFunction'
  | 'dropFunction'
  | 'runSql'
  // What an opaque operation locks is not known; its hazard and its review say so.
  | 'opaque'
> = {
  createEnum: none,
  dropEnum: none,
  renameEnum: none,
  addEnumValue: none,
  renameEnumValue: none,
  createDomain: none,
  dropDomain: none,
  createSequence: none,
  dropSequence: none,
  setSequence: none,
  createExtension: none,
  dropExtension: none,
  createNamespace: none,
  dropNamespace: none,
  renameNamespace: none,
  createFunction: none,
  dropFunction: none,
  runSql: none,
  opaque: none,
};
