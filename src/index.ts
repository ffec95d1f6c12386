/**
 * The library: what the commands do, without a terminal.
 *
 * @packageDocumentation
 */

export { applyAll, applyOperation } from './apply/index.ts';
export { diffSchemas } from './diff/index.ts';
export type * from './model/change.ts';
export type * from './model/dependency.ts';
export type { Engine, RailsVersion } from './model/engine.ts';
export { InputError, UsageError } from './model/errors.ts';
export type * from './model/hazard.ts';
export type * from './model/lock.ts';
export type * from './model/migration.ts';
export type * from './model/migration-tool.ts';
export type * from './model/object-shapes.ts';
export type * from './model/operation.ts';
export type * from './model/proposal.ts';
export type * from './model/rollback.ts';
export type * from './model/schema.ts';
export { emptySchema } from './model/schema.ts';
export type * from './model/schema-file.ts';
export type * from './model/source.ts';
export type * from './model/survey.ts';
export { type LeftOut, nothingLeftOut } from './project/history/plans.ts';
export { type LoadedProject, type LoadRequest, loadProject } from './project/load.ts';
export { type OutputFile, writeOutputs } from './project/outputs.ts';
export { type CheckRequest, checkProject } from './propose/check.ts';
export { renderDocuments } from './propose/documents.ts';
export { type PredictedProject, predictProject } from './propose/predict.ts';
export { type ProposeRequest, propose } from './propose/propose.ts';
export { type MigrationFile, readMigrations, readRollback } from './read/migrations.ts';
export { readSchemaRb } from './read/ruby/index.ts';
export { readSchemaFile } from './read/schema-file.ts';
export type { SqlMigrationFile } from './read/sql-migrations/file.ts';
export { type CheckFormat, renderCheck } from './render/check/index.ts';
export type * from './replay/document.ts';
export { type FromScratch, predictFromScratch } from './replay/from-scratch.ts';
export { type History, openHistory, type ReplayRequest } from './replay/history.ts';
export type { ReplayedCase } from './replay/replay.ts';
export type * from './report/check/document.ts';
export type * from './report/check/types.ts';
export { buildReport } from './report/index.ts';
export type * from './report/types.ts';
export { surveyDatabase } from './survey/database/index.ts';
export type { SurveyRequest } from './survey/database/survey.ts';
export { packageVersion } from './version.ts';
export { writeSchemaRb } from './write/ruby/schema/index.ts';
export { objectSql, operationSql, schemaSql } from './write/sql/index.ts';
