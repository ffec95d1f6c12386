import type { ByEngine } from './statement.ts';

/** How an engine's DDL is put together, where engines differ in more than spelling. */
export interface DdlForms {
  /** Comments are statements of their own (COMMENT ON), not part of a definition. */
  readonly commentStatements: boolean;
  /** CREATE TABLE holds the table's indexes. */
  readonly inlineIndexes: boolean;
  /** CREATE INDEX knows IF NOT EXISTS; where it does not, Active Record looks first. */
  readonly guardedIndexes: boolean;
  /** DROP TABLE knows CASCADE. */
  readonly cascadingDrops: boolean;
  /** A primary key keeps the name that it is given. MySQL calls each PRIMARY. */
  readonly namedPrimaryKeys: boolean;
  /** A column that numbers itself has to be a key, so that its primary key comes along with it. */
  readonly numberedColumnsAreKeys: boolean;
  /** A trigger's name is unique in its table, not in the database. */
  readonly triggersOfTables: boolean;
  /** Bodies of functions are checked when they are created, unless that is switched off. */
  readonly checkedFunctionBodies: boolean;
}

export const DDL_FORMS: ByEngine<DdlForms> = {
  postgresql: {
    commentStatements: true,
    inlineIndexes: false,
    guardedIndexes: true,
    cascadingDrops: true,
    namedPrimaryKeys: true,
    numberedColumnsAreKeys: false,
    triggersOfTables: true,
    checkedFunctionBodies: true,
  },
  mysql: {
    commentStatements: false,
    inlineIndexes: true,
    guardedIndexes: false,
    cascadingDrops: true,
    namedPrimaryKeys: false,
    numberedColumnsAreKeys: true,
    triggersOfTables: false,
    checkedFunctionBodies: false,
  },
  sqlite: {
    commentStatements: false,
    inlineIndexes: false,
    guardedIndexes: true,
    cascadingDrops: false,
    namedPrimaryKeys: true,
    numberedColumnsAreKeys: true,
    triggersOfTables: false,
    checkedFunctionBodies: false,
  },
};
