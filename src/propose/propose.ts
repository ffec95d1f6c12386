import { parse } from 'node:path';
import { findDependencies } from '../check/dependencies/index.ts';
import { checkProposal } from '../check/index.ts';
import { locksOf } from '../dialect/locks.ts';
import { diffSchemas, possibleRenames } from '../diff/index.ts';
import type { Hazard, Review, Severity } from '../model/hazard.ts';
import type { AppliedOperation } from '../model/migration.ts';
import { NO_PROJECT_FACTS } from '../model/project-facts.ts';
import type { Proposal, ProposalOptions, Step } from '../model/proposal.ts';
import { formatServer } from '../model/server.ts';
import type { RowsByTable } from '../model/table-rows.ts';
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

/** Of an operation that no rule saw. */
const UNJUDGED: Review = {
  class: 'opaque',
  level: 'mandatory',
  draft: 'person',
  rollback: 'humanOnly',
  reasons: ['it was not judged'],
};

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
    server: project.engine.server,
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
    survey: null,
    projectFacts: NO_PROJECT_FACTS,
    opaque: opaqueOf(predicted),
    assumptions: [...assumptionsOf(predicted), ...versionAssumed(project), ...project.base.notes],
    options,
  };
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
    review: checked[position]?.review ?? UNJUDGED,
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

/** What a person stated, of the day that they gave. */
function statedRows({ rows = {}, rows_as_of: asOf }: Config): RowsByTable {
  return Object.fromEntries(
    Object.entries(rows).map(([table, count]) => [
      table,
      { rows: count, basis: 'stated', asOf: asOf ?? null },
    ]),
  );
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
    rows: statedRows(config),
    sizes: {
      small: config.thresholds?.small ?? DEFAULT_SIZES.small,
      large: config.thresholds?.large ?? DEFAULT_SIZES.large,
    },
    failOn: failOn === 'never' ? null : failOn,
  };
}
