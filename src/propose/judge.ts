import type { WayBack } from '../check/context.ts';
import { type CheckResult, checkProposal } from '../check/index.ts';
import type { SizeLimits } from '../check/size.ts';
import { diffSchemas } from '../diff/index.ts';
import type { Change } from '../model/change.ts';
import type { RailsVersion } from '../model/engine.ts';
import type { Hazard, ReviewLevel, Severity } from '../model/hazard.ts';
import type { AppliedOperation } from '../model/migration.ts';
import type { ProjectFacts } from '../model/project-facts.ts';
import type { OpaqueStatement } from '../model/schema.ts';
import { formatServer } from '../model/server.ts';
import type { SourceLocation } from '../model/source.ts';
import type { ReadSqlUses } from '../model/sql-uses.ts';
import type { Survey } from '../model/survey.ts';
import type { RowsByTable } from '../model/table-rows.ts';
import type { Config } from '../project/config.ts';
import type { LoadedProject } from '../project/load.ts';
import { teamPolicyOf } from '../project/review-settings.ts';
import { readInflections } from '../read/ruby/index.ts';
import { readSchemaFile } from '../read/schema-file.ts';
import { readStoredUses } from '../read/stored-uses.ts';
import { assumptionsOf } from './assumptions.ts';
import { opaqueOf } from './opaque.ts';
import { type PredictedProject, predictProject, railsNamedBy } from './predict.ts';
import { type Progress, projectFactsOf } from './project-facts.ts';
import { rowsOf } from './rows.ts';
import { withAdviceInSql } from './sql-advice.ts';
import { waysBack } from './way-back.ts';

/** A release with what the rules and the review policy say about it, and all that they were told. */
export interface JudgedProject {
  readonly predicted: PredictedProject;
  readonly rails: RailsVersion | null;
  readonly rows: RowsByTable;
  readonly sizes: SizeLimits;
  readonly survey: Survey | null;
  readonly projectFacts: ProjectFacts;
  /** Reads what SQL of the schema names. */
  readonly readSql: ReadSqlUses;
  /** Differences between the predicted schema and the one committed; null when there was nothing to compare. */
  readonly drift: readonly Change[] | null;
  /** As `checkProposal` orders them; on SQL migrations with their advice in SQL. */
  readonly hazards: readonly Hazard[];
  /** One an operation, in the order of `predicted.applied`. */
  readonly steps: CheckResult['steps'];
  /** The weightiest of any hazard; null when there are none. */
  readonly severity: Severity | null;
  /** The strictest of any step. */
  readonly review: ReviewLevel;
  readonly reviews: CheckResult['reviews'];
  /** What could not be understood: of the schema file and of the migrations. */
  readonly opaque: readonly OpaqueStatement[];
  /** What was assumed, each a sentence. */
  readonly assumptions: readonly string[];
}

/** Rows below which a table is small and from which it is large, unless the configuration says otherwise. */
const DEFAULT_SIZES: SizeLimits = { small: 10_000, large: 1_000_000 };

/**
 * Predicts a release and judges it. What the rules are told is put together here and nowhere else,
 * so that `propose` and `check` find the same.
 *
 * @throws {InputError} when an input is not what it should be, or a migration does not apply.
 */
export async function judgeProject(
  project: LoadedProject,
  progress: Progress = () => {},
): Promise<JudgedProject> {
  const predicted = await predictProject(project);
  const { before, applied } = predicted;
  const rails = project.rails ?? railsNamedBy(predicted.file);
  const { survey } = project;
  const rows = rowsOf(project.config, survey);
  const sizes = sizesOf(project.config);
  const drift = await driftOf(project, predicted);
  const wayBack = await waysBack(project, predicted);
  const projectFacts = await projectFactsOf(project, predicted, progress);
  const readSql = await readStoredUses(before.engine);
  const checked = checkProposal(applied, {
    engine: before.engine,
    rails,
    server: project.engine.server,
    survey,
    rows,
    sizes,
    policy: teamPolicyOf(project.config.review),
    readSql,
    drift,
    migrations: predicted.migrations,
    wayBack,
    project: projectFacts,
  });
  return {
    predicted,
    rails,
    rows,
    sizes,
    survey,
    projectFacts,
    drift,
    hazards: await advised(checked.hazards, applied, wayBack),
    steps: checked.steps,
    severity: checked.severity,
    review: checked.review,
    reviews: checked.reviews,
    readSql,
    opaque: opaqueOf(predicted),
    assumptions: [...assumptionsOf(predicted), ...versionAssumed(project), ...project.base.notes],
  };
}

function sizesOf({ thresholds }: Config): SizeLimits {
  return {
    small: thresholds?.small ?? DEFAULT_SIZES.small,
    large: thresholds?.large ?? DEFAULT_SIZES.large,
  };
}

/** How the working tree's schema file differs from the predicted one; null when there is none to compare. */
async function driftOf(
  project: LoadedProject,
  predicted: PredictedProject,
): Promise<readonly Change[] | null> {
  const { committedText } = project.base;
  if (committedText === null) return null;
  const inflections = await readInflections(project.files);
  const options = { engine: project.engine.engine, rails: project.rails, inflections };
  // The text is compared, since an upgrade of Rails changes what a dump says of the same schema.
  const expected = await readSchemaFile(predicted.afterText, project.schemaPath, options);
  const committed = await readSchemaFile(committedText, project.schemaPath, options);
  return diffSchemas(expected.schema, committed.schema);
}

/** SQL migrations get their advice in SQL. */
function advised(
  hazards: readonly Hazard[],
  applied: readonly AppliedOperation[],
  wayBack: readonly WayBack[],
): Promise<readonly Hazard[]> {
  const back = wayBack.flatMap((way) => way.applied);
  const stepOf = ({ step, source, direction }: Hazard) =>
    direction === 'down'
      ? back.find(({ operation }) => source && samePlace(operation.source, source))
      : applied[step ?? -1];
  return Promise.all(hazards.map((hazard) => withAdviceInSql(hazard, stepOf(hazard) ?? null)));
}

function samePlace(one: SourceLocation, other: SourceLocation): boolean {
  return one.path === other.path && one.line === other.line && one.column === other.column;
}

/** What production runs is not known from a dump, which may be of a developer's server. */
function versionAssumed({ engine, schemaPath }: LoadedProject): readonly string[] {
  const server = formatServer(engine.server);
  if (engine.server.decidedBy === null) {
    return [
      `The version of the database server is not known; facts are stated for ${server}. Name it with --engine-version, or as engine_version in migdocs.yml.`,
    ];
  }
  if (!engine.server.decidedBy.startsWith(schemaPath)) return [];
  return [`The database server is taken to be ${server}, which ${schemaPath} was dumped from.`];
}
