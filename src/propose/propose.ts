import { parse } from 'node:path';
import { findDependencies } from '../check/dependencies/index.ts';
import { checkProposal } from '../check/index.ts';
import { locksOf } from '../dialect/locks.ts';
import { diffSchemas, possibleRenames } from '../diff/index.ts';
import type { Hazard, Severity } from '../model/hazard.ts';
import type { AppliedOperation } from '../model/migration.ts';
import type { Proposal, ProposalOptions, Step } from '../model/proposal.ts';
import { planRollback } from '../plan/rollback/index.ts';
import { planVerifications } from '../plan/verification.ts';
import type { Config } from '../project/config.ts';
import { sha256 } from '../project/files.ts';
import type { LoadedProject } from '../project/load.ts';
import { readInflections } from '../read/ruby/index.ts';
import { readSchemaFile } from '../read/schema-file.ts';
import { operationSql } from '../write/sql/index.ts';
import { assumptionsOf } from './assumptions.ts';
import { definitionsOf } from './definitions.ts';
import { dateOf, slugOf, titleOf } from './naming.ts';
import { opaqueOf } from './opaque.ts';
import { type PredictedProject, predictProject, railsNamedBy } from './predict.ts';
import { withAdviceInSql } from './sql-advice.ts';
import { changesOfSteps } from './step-changes.ts';

/** What the command line adds to the configuration. */
export interface ProposeRequest {
  readonly title: string | null;
  readonly changeId: string | null;
  readonly requester: string | null;
  readonly failOn: Severity | 'never' | null;
  readonly toolVersion: string;
}

const VERSION_UNKNOWN =
  'The version of the database server is not known; facts hold for current versions.';

/** Rows below which a table is small and from which it is large, unless the configuration says otherwise. */
const DEFAULT_SIZES = { small: 10_000, large: 1_000_000 };

/**
 * Works out everything that the documents say.
 *
 * @throws {InputError} when an input is not what it should be, or a migration does not apply.
 */
export async function propose(project: LoadedProject, request: ProposeRequest): Promise<Proposal> {
  const predicted = await predictProject(project);
  const { before, after, applied, changes, migrations } = predicted;
  const options = optionsOf(project.config, request);
  const checked = checkProposal(applied, {
    engine: before.engine,
    rails: project.rails ?? railsNamedBy(predicted.file),
    rows: options.rows,
    sizes: options.sizes,
  });
  const title = request.title ?? project.config.title ?? titleOf(migrations);
  const inputs = project.inputs();
  return {
    tool: { name: 'migdocs', version: request.toolVersion },
    project: project.name,
    title,
    slug: slugOf(title),
    date: dateOf([before.version, after.version, ...migrations.map(({ version }) => version)]),
    digest: sha256(inputs.map(({ path, sha256: digest }) => `${digest}  ${path}\n`).join('')),
    inputs,
    engine: project.engine,
    rails: project.rails ?? railsNamedBy(predicted.file),
    base: project.base.choice,
    before,
    after,
    schemaFile: {
      path: project.schemaPath,
      afterName: afterNameOf(project.schemaPath),
      beforeText: project.base.schemaText,
      afterText: predicted.afterText,
    },
    migrations,
    steps: stepsOf(applied, changesOfSteps(applied, changes), checked.steps),
    changes,
    definitions: definitionsOf(changes, before, after),
    possibleRenames: project.target ? possibleRenames(changes, before, after) : [],
    hazards: await advised(checked.hazards, applied),
    dependencies: findDependencies(changes, before, after, applied),
    rollback: planRollback(applied, { locksOf }),
    verifications: planVerifications(applied),
    drift: await driftOf(project, predicted),
    severity: checked.severity,
    review: checked.review,
    opaque: opaqueOf(predicted),
    assumptions: [...assumptionsOf(predicted), ...versionAssumed(project), ...project.base.notes],
    options,
  };
}

/** What production runs is not known from a dump, which may be of a developer's server. */
function versionAssumed({ engine, config, schemaPath }: LoadedProject): readonly string[] {
  if (engine.version === null) return [VERSION_UNKNOWN];
  if (config.engine_version !== undefined) return [];
  return [
    `The database server is taken to be of version ${engine.version}, which ${schemaPath} was dumped from.`,
  ];
}

/** `db/schema.rb` becomes `schema.after.rb`. */
function afterNameOf(path: string): string {
  const { name, ext } = parse(path);
  return `${name}.after${ext}`;
}

/** SQL migrations get their advice in SQL. */
function advised(
  hazards: readonly Hazard[],
  applied: readonly AppliedOperation[],
): Promise<readonly Hazard[]> {
  return Promise.all(
    hazards.map((hazard) =>
      withAdviceInSql(hazard, hazard.step === null ? null : (applied[hazard.step] ?? null)),
    ),
  );
}

function stepsOf(
  applied: readonly AppliedOperation[],
  changes: readonly (readonly number[])[],
  checked: readonly Pick<Step, 'locks' | 'review'>[],
): readonly Step[] {
  return applied.map((step, position) => ({
    ...step,
    sql: operationSql(step.operation, step.before, step.after),
    locks: checked[position]?.locks ?? [],
    review: checked[position]?.review ?? { level: 'mandatory', reasons: ['it was not judged'] },
    changes: changes[position] ?? [],
  }));
}

/** How the working tree's schema file differs from the predicted one; null when there is none to compare. */
async function driftOf(project: LoadedProject, predicted: PredictedProject) {
  const { committedText } = project.base;
  if (committedText === null) return null;
  const inflections = await readInflections(project.files);
  const options = { engine: project.engine.engine, rails: project.rails, inflections };
  // The text is compared, since an upgrade of Rails changes what a dump says of the same schema.
  const expected = await readSchemaFile(predicted.afterText, project.schemaPath, options);
  const committed = await readSchemaFile(committedText, project.schemaPath, options);
  return diffSchemas(expected.schema, committed.schema);
}

function optionsOf(config: Config, request: ProposeRequest): ProposalOptions {
  const failOn = request.failOn ?? config.thresholds?.fail_on ?? 'never';
  return {
    classification: config.classification ?? null,
    changeId: request.changeId,
    requester: request.requester,
    // The report words the statement of a role that has none, and names the roles when none are given.
    roles: (config.roles ?? []).map(({ id, title, statement }) => ({
      id,
      title,
      statement: statement ?? '',
    })),
    groups: (config.groups ?? []).map(({ name, purpose, tables }) => ({
      name,
      purpose: purpose ?? null,
      tables,
    })),
    rows: config.rows ?? {},
    sizes: {
      small: config.thresholds?.small ?? DEFAULT_SIZES.small,
      large: config.thresholds?.large ?? DEFAULT_SIZES.large,
    },
    failOn: failOn === 'never' ? null : failOn,
  };
}
