import type { Rule } from '../rule.ts';
import { addCheckValidating } from './add-check-validating.ts';
import { addColumnAutoIncrement } from './add-column-auto-increment.ts';
import { addColumnConstantDefault } from './add-column-constant-default.ts';
import { addColumnConstrainedDomain } from './add-column-constrained-domain.ts';
import { addColumnDangerousName } from './add-column-dangerous-name.ts';
import { addColumnExpressionDefaultMysql } from './add-column-expression-default-mysql.ts';
import { addColumnGeneratedStored } from './add-column-generated-stored.ts';
import { addColumnInlineCheck } from './add-column-inline-check.ts';
import { addColumnInlineFk } from './add-column-inline-fk.ts';
import { addColumnInlineUnique } from './add-column-inline-unique.ts';
import { addColumnNotNullNoDefault } from './add-column-not-null-no-default.ts';
import { addColumnNullable } from './add-column-nullable.ts';
import { addColumnVolatileDefault } from './add-column-volatile-default.ts';
import { addExclusionConstraint } from './add-exclusion-constraint.ts';
import { addFkMysql } from './add-fk-mysql.ts';
import { addFkValidating } from './add-fk-validating.ts';
import { addIndexBlocking } from './add-index-blocking.ts';
import { addJsonColumn } from './add-json-column.ts';
import { addPrimaryKey } from './add-primary-key.ts';
import { addStiTypeColumn } from './add-sti-type-column.ts';
import { addUniqueConstraint } from './add-unique-constraint.ts';
import { addUniqueIndexData } from './add-unique-index-data.ts';
import { analyzeAfterIndex } from './analyze-after-index.ts';
import { appCodeReference } from './app-code-reference.ts';
import { backfillUnbatched } from './backfill-unbatched.ts';
import { changeCharsetCollation } from './change-charset-collation.ts';
import { changeDefaultPartialInserts } from './change-default-partial-inserts.ts';
import { changeTableOpaque } from './change-table-opaque.ts';
import { changeTypeIntPrecisionTraps } from './change-type-int-precision-traps.ts';
import { changeTypeRewrite } from './change-type-rewrite.ts';
import { changeTypeSafe } from './change-type-safe.ts';
import { changeTypeUsedByView } from './change-type-used-by-view.ts';
import { changeTypeWithCheck } from './change-type-with-check.ts';
import { changeTypeWithNotNull } from './change-type-with-not-null.ts';
import { columnPosition } from './column-position.ts';
import { concurrentlyInTransaction } from './concurrently-in-transaction.ts';
import { createEnum } from './create-enum.ts';
import { createTable } from './create-table.ts';
import { createTableForce } from './create-table-force.ts';
import { createTableWithFk } from './create-table-with-fk.ts';
import { createTrigger } from './create-trigger.ts';
import { crossDatabase } from './cross-database.ts';
import { dataDelete } from './data-delete.ts';
import { ddlAndDmlMixed } from './ddl-and-dml-mixed.ts';
import { disableTrigger } from './disable-trigger.ts';
import { dmlSyntaxLints } from './dml-syntax-lints.ts';
import { domainWithConstraint } from './domain-with-constraint.ts';
import { dropColumn } from './drop-column.ts';
import { dropColumnDependents } from './drop-column-dependents.ts';
import { dropConstraint } from './drop-constraint.ts';
import { dropDefaultOnNotNull } from './drop-default-on-not-null.ts';
import { dropIndex } from './drop-index.ts';
import { dropNotNull } from './drop-not-null.ts';
import { dropNamespace } from './drop-schema-database.ts';
import { dropTable } from './drop-table.ts';
import { enumAddValue } from './enum-add-value.ts';
import { enumDropOrRecreate } from './enum-drop-or-recreate.ts';
import { renameEnumValue } from './enum-rename-value.ts';
import { extension } from './extension.ts';
import { fkCascadeRule } from './fk-cascade-rule.ts';
import { fkTypeMismatch } from './fk-type-mismatch.ts';
import { fkWithoutIndex } from './fk-without-index.ts';
import { functionChange } from './function-change.ts';
import { grants } from './grants.ts';
import { indexCorruptionPg14 } from './index-corruption-pg14.ts';
import { indexDuplicate } from './index-duplicate.ts';
import { indexTooWide } from './index-too-wide.ts';
import { invalidIndexLeftover } from './invalid-index-leftover.ts';
import { irreversible } from './irreversible.ts';
import { matviewRefresh } from './matview-refresh.ts';
import { modelInMigration } from './model-in-migration.ts';
import { multiTableLocks } from './multi-table-locks.ts';
import { multipleFksOneMigration } from './multiple-fks-one-migration.ts';
import { mysqlCopyAlgorithm } from './mysql-copy-algorithm.ts';
import { mysqlEnumSetChange } from './mysql-enum-set-change.ts';
import { mysqlFulltextSpatialIndex } from './mysql-fulltext-spatial-index.ts';
import { mysqlInstantLimit } from './mysql-instant-limit.ts';
import { mysqlLockOption } from './mysql-lock-option.ts';
import { mysqlTableOptions } from './mysql-table-options.ts';
import { namingConventions } from './naming-conventions.ts';
import { noLockTimeout } from './no-lock-timeout.ts';
import { nonIdempotentNontransactional } from './non-idempotent-nontransactional.ts';
import { partitionAttach } from './partition-attach.ts';
import { partitionCreate } from './partition-create.ts';
import { partitionDetach } from './partition-detach.ts';
import { partitionedIndex } from './partitioned-index.ts';
import { pkUsingNullableIndex } from './pk-using-nullable-index.ts';
import { rawSqlOpaque } from './raw-sql-opaque.ts';
import { reindex } from './reindex.ts';
import { removeFk } from './remove-fk.ts';
import { renameColumn } from './rename-column.ts';
import { renameIndex } from './rename-index.ts';
import { renameNamespace } from './rename-schema.ts';
import { renameTable } from './rename-table.ts';
import { replaceIndexOrder } from './replace-index-order.ts';
import { replicaIdentity } from './replica-identity.ts';
import { rlsAndPolicies } from './rls-and-policies.ts';
import { schemaDumpDrift } from './schema-dump-drift.ts';
import { schemaQualification } from './schema-qualification.ts';
import { sequence } from './sequence.ts';
import { setNotNull } from './set-not-null.ts';
import { setNotNullMysqlNonstrict } from './set-not-null-mysql-nonstrict.ts';
import { setNotNullWithDefaultArg } from './set-not-null-with-default-arg.ts';
import { setUnloggedTablespaceClusterVacuumfull } from './set-unlogged-tablespace-cluster-vacuumfull.ts';
import { shortPrimaryKey } from './short-primary-key.ts';
import { shrinkOrAddLimit } from './shrink-or-add-limit.ts';
import { sqliteAlterLimits } from './sqlite-alter-limits.ts';
import { sqliteTableCopy } from './sqlite-table-copy.ts';
import { statementsAfterAel } from './statements-after-ael.ts';
import { suppressionHygiene } from './suppression-hygiene.ts';
import { transactionControl } from './transaction-control.ts';
import { triggerDependency } from './trigger-dependency.ts';
import { truncate } from './truncate.ts';
import { typePreference } from './type-preference.ts';
import { unsafeDown } from './unsafe-down.ts';
import { validateCheckWhileLocked } from './validate-check-while-locked.ts';
import { validateFkWhileLocked } from './validate-fk-while-locked.ts';
import { varcharGrowMysql } from './varchar-grow-mysql.ts';
import { viewChange } from './view-change.ts';

/** Every rule, by id. A test holds that each file of this folder is in it. */
export const allRules: readonly Rule[] = [
  addCheckValidating,
  addColumnAutoIncrement,
  addColumnConstantDefault,
  addColumnConstrainedDomain,
  addColumnDangerousName,
  addColumnExpressionDefaultMysql,
  addColumnGeneratedStored,
  addColumnInlineCheck,
  addColumnInlineFk,
  addColumnInlineUnique,
  addColumnNotNullNoDefault,
  addColumnNullable,
  addColumnVolatileDefault,
  addExclusionConstraint,
  addFkMysql,
  addFkValidating,
  addIndexBlocking,
  addJsonColumn,
  addPrimaryKey,
  addStiTypeColumn,
  addUniqueConstraint,
  addUniqueIndexData,
  analyzeAfterIndex,
  appCodeReference,
  backfillUnbatched,
  changeCharsetCollation,
  changeDefaultPartialInserts,
  changeTableOpaque,
  changeTypeIntPrecisionTraps,
  changeTypeRewrite,
  changeTypeSafe,
  changeTypeUsedByView,
  changeTypeWithCheck,
  changeTypeWithNotNull,
  columnPosition,
  concurrentlyInTransaction,
  createEnum,
  createTable,
  createTableForce,
  createTableWithFk,
  createTrigger,
  crossDatabase,
  dataDelete,
  ddlAndDmlMixed,
  disableTrigger,
  dmlSyntaxLints,
  domainWithConstraint,
  dropColumn,
  dropColumnDependents,
  dropConstraint,
  dropDefaultOnNotNull,
  dropIndex,
  dropNotNull,
  dropNamespace,
  dropTable,
  enumAddValue,
  enumDropOrRecreate,
  renameEnumValue,
  extension,
  fkCascadeRule,
  fkTypeMismatch,
  fkWithoutIndex,
  functionChange,
  grants,
  indexCorruptionPg14,
  indexDuplicate,
  indexTooWide,
  invalidIndexLeftover,
  irreversible,
  matviewRefresh,
  modelInMigration,
  multiTableLocks,
  multipleFksOneMigration,
  mysqlCopyAlgorithm,
  mysqlEnumSetChange,
  mysqlFulltextSpatialIndex,
  mysqlInstantLimit,
  mysqlLockOption,
  mysqlTableOptions,
  namingConventions,
  noLockTimeout,
  nonIdempotentNontransactional,
  partitionAttach,
  partitionCreate,
  partitionDetach,
  partitionedIndex,
  pkUsingNullableIndex,
  rawSqlOpaque,
  reindex,
  removeFk,
  renameColumn,
  renameIndex,
  renameNamespace,
  renameTable,
  replaceIndexOrder,
  replicaIdentity,
  rlsAndPolicies,
  schemaDumpDrift,
  schemaQualification,
  sequence,
  setNotNull,
  setNotNullMysqlNonstrict,
  setNotNullWithDefaultArg,
  setUnloggedTablespaceClusterVacuumfull,
  shortPrimaryKey,
  shrinkOrAddLimit,
  sqliteAlterLimits,
  sqliteTableCopy,
  statementsAfterAel,
  suppressionHygiene,
  transactionControl,
  triggerDependency,
  truncate,
  typePreference,
  unsafeDown,
  validateCheckWhileLocked,
  validateFkWhileLocked,
  varcharGrowMysql,
  viewChange,
];
