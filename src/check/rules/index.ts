import type { Rule } from '../rule.ts';
import { addCheckValidating } from './add-check-validating.ts';
import { addColumnAutoIncrement } from './add-column-auto-increment.ts';
import { addColumnConstrainedDomain } from './add-column-constrained-domain.ts';
import { addColumnDangerousName } from './add-column-dangerous-name.ts';
import { addColumnExpressionDefaultMysql } from './add-column-expression-default-mysql.ts';
import { addColumnGeneratedStored } from './add-column-generated-stored.ts';
import { addColumnNotNullNoDefault } from './add-column-not-null-no-default.ts';
import { addColumnVolatileDefault } from './add-column-volatile-default.ts';
import { addExclusionConstraint } from './add-exclusion-constraint.ts';
import { addFkMysql } from './add-fk-mysql.ts';
import { addFkValidating } from './add-fk-validating.ts';
import { addIndexBlocking } from './add-index-blocking.ts';
import { addJsonColumn } from './add-json-column.ts';
import { addPrimaryKey } from './add-primary-key.ts';
import { addUniqueConstraint } from './add-unique-constraint.ts';
import { addUniqueIndexData } from './add-unique-index-data.ts';
import { backfillUnbatched } from './backfill-unbatched.ts';
import { changeCharsetCollation } from './change-charset-collation.ts';
import { changeTypeRewrite } from './change-type-rewrite.ts';
import { changeTypeSafe } from './change-type-safe.ts';
import { changeTypeUsedByView } from './change-type-used-by-view.ts';
import { changeTypeWithCheck } from './change-type-with-check.ts';
import { columnPosition } from './column-position.ts';
import { concurrentlyInTransaction } from './concurrently-in-transaction.ts';
import { createTableForce } from './create-table-force.ts';
import { createTableWithFk } from './create-table-with-fk.ts';
import { createTrigger } from './create-trigger.ts';
import { dataDelete } from './data-delete.ts';
import { ddlAndDmlMixed } from './ddl-and-dml-mixed.ts';
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
import { indexDuplicate } from './index-duplicate.ts';
import { indexTooWide } from './index-too-wide.ts';
import { invalidIndexLeftover } from './invalid-index-leftover.ts';
import { irreversible } from './irreversible.ts';
import { matviewRefresh } from './matview-refresh.ts';
import { multiTableLocks } from './multi-table-locks.ts';
import { multipleFksOneMigration } from './multiple-fks-one-migration.ts';
import { mysqlEnumSetChange } from './mysql-enum-set-change.ts';
import { mysqlFulltextSpatialIndex } from './mysql-fulltext-spatial-index.ts';
import { mysqlTableOptions } from './mysql-table-options.ts';
import { nonIdempotentNontransactional } from './non-idempotent-nontransactional.ts';
import { partitionCreate } from './partition-create.ts';
import { rawSqlOpaque } from './raw-sql-opaque.ts';
import { removeFk } from './remove-fk.ts';
import { renameColumn } from './rename-column.ts';
import { renameNamespace } from './rename-schema.ts';
import { renameTable } from './rename-table.ts';
import { replaceIndexOrder } from './replace-index-order.ts';
import { rlsAndPolicies } from './rls-and-policies.ts';
import { sequence } from './sequence.ts';
import { setNotNull } from './set-not-null.ts';
import { setNotNullWithDefaultArg } from './set-not-null-with-default-arg.ts';
import { setUnloggedTablespaceClusterVacuumfull } from './set-unlogged-tablespace-cluster-vacuumfull.ts';
import { shortPrimaryKey } from './short-primary-key.ts';
import { shrinkOrAddLimit } from './shrink-or-add-limit.ts';
import { sqliteAlterLimits } from './sqlite-alter-limits.ts';
import { sqliteTableCopy } from './sqlite-table-copy.ts';
import { statementsAfterAel } from './statements-after-ael.ts';
import { triggerDependency } from './trigger-dependency.ts';
import { truncate } from './truncate.ts';
import { validateCheckWhileLocked } from './validate-check-while-locked.ts';
import { validateFkWhileLocked } from './validate-fk-while-locked.ts';
import { varcharGrowMysql } from './varchar-grow-mysql.ts';
import { viewChange } from './view-change.ts';

/** Every rule, by id. A test holds that each file of this folder is in it. */
export const allRules: readonly Rule[] = [
  addCheckValidating,
  addColumnAutoIncrement,
  addColumnConstrainedDomain,
  addColumnDangerousName,
  addColumnExpressionDefaultMysql,
  addColumnGeneratedStored,
  addColumnNotNullNoDefault,
  addColumnVolatileDefault,
  addExclusionConstraint,
  addFkMysql,
  addFkValidating,
  addIndexBlocking,
  addJsonColumn,
  addPrimaryKey,
  addUniqueConstraint,
  addUniqueIndexData,
  backfillUnbatched,
  changeCharsetCollation,
  changeTypeRewrite,
  changeTypeSafe,
  changeTypeUsedByView,
  changeTypeWithCheck,
  columnPosition,
  concurrentlyInTransaction,
  createTableForce,
  createTableWithFk,
  createTrigger,
  dataDelete,
  ddlAndDmlMixed,
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
  indexDuplicate,
  indexTooWide,
  invalidIndexLeftover,
  irreversible,
  matviewRefresh,
  multiTableLocks,
  multipleFksOneMigration,
  mysqlEnumSetChange,
  mysqlFulltextSpatialIndex,
  mysqlTableOptions,
  nonIdempotentNontransactional,
  partitionCreate,
  rawSqlOpaque,
  removeFk,
  renameColumn,
  renameNamespace,
  renameTable,
  replaceIndexOrder,
  rlsAndPolicies,
  sequence,
  setNotNull,
  setNotNullWithDefaultArg,
  setUnloggedTablespaceClusterVacuumfull,
  shortPrimaryKey,
  shrinkOrAddLimit,
  sqliteAlterLimits,
  sqliteTableCopy,
  statementsAfterAel,
  triggerDependency,
  truncate,
  validateCheckWhileLocked,
  validateFkWhileLocked,
  varcharGrowMysql,
  viewChange,
];
