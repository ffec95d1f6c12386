import { parse } from 'node:path';
import { applicationDependencies } from '../check/dependencies/application.ts';
import { findDependencies } from '../check/dependencies/index.ts';
import { ceilingOf } from '../check/review/ceiling.ts';
import { locksOf } from '../dialect/locks.ts';
import { possibleRenames } from '../diff/index.ts';
import type { Review, Severity } from '../model/hazard.ts';
import type { AppliedOperation } from '../model/migration.ts';
import type { Proposal, ProposalOptions, Step } from '../model/proposal.ts';
import { planRollback } from '../plan/rollback/index.ts';
import { planVerifications } from '../plan/verification.ts';
import type { Config } from '../project/config.ts';
import { sha256 } from '../project/files.ts';
import type { LoadedProject } from '../project/load.ts';
import { operationSql } from '../write/sql/index.ts';
import { definitionsOf } from './definitions.ts';
import { type JudgedProject, judgeProject } from './judge.ts';
import { dateOf, slugOf, titleOf } from './naming.ts';
import type { Progress } from './project-facts.ts';
import { changesOfSteps } from './step-changes.ts';

/** What the command line adds to the configuration. */
export interface ProposeRequest {
  readonly title: string | null;
  readonly changeId: string | null;
  readonly requester: string | null;
  readonly failOn: Severity | 'never' | null;
  readonly toolVersion: string;
  /** Told what is being done; left out by those who need not know. */
  readonly progress?: Progress;
}

/** Of an operation that no rule saw. */
const UNJUDGED: Review = {
  class: 'raw-sql-opaque',
  level: 'mandatory',
  draft: 'person',
  rollback: 'humanOnly',
  rollbackReason: 'it was not judged',
  reasons: ['it was not judged'],
};

/**
 * Works out everything that the documents say.
 *
 * @throws {InputError} when an input is not what it should be, or a migration does not apply.
 */
export async function propose(project: LoadedProject, request: ProposeRequest): Promise<Proposal> {
  const judged = await judgeProject(project, request.progress);
  const { predicted } = judged;
  const { before, after, applied, changes, migrations } = predicted;
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
    rails: judged.rails,
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
    steps: stepsOf(applied, changesOfSteps(applied, changes), judged.steps),
    changes,
    definitions: definitionsOf(changes, before, after),
    possibleRenames: project.target ? possibleRenames(changes, before, after) : [],
    hazards: judged.hazards,
    dependencies: [
      ...findDependencies(changes, before, after, applied, judged.readSql),
      ...applicationDependencies(changes, judged.projectFacts),
    ],
    rollback: planRollback(applied, {
      locksOf: (...state) => locksOf(...state, project.engine.server),
      atBest: (position) => ceilingOf(judged.steps[position]?.review ?? UNJUDGED),
    }),
    verifications: planVerifications(applied),
    drift: judged.drift,
    severity: judged.severity,
    review: judged.review,
    reviews: judged.reviews,
    survey: judged.survey,
    projectFacts: judged.projectFacts,
    opaque: judged.opaque,
    assumptions: judged.assumptions,
    options: optionsOf(project.config, request, judged),
  };
}

/** `db/schema.rb` becomes `schema.after.rb`. */
function afterNameOf(path: string): string {
  const { name, ext } = parse(path);
  return `${name}.after${ext}`;
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

function optionsOf(
  config: Config,
  request: ProposeRequest,
  { rows, sizes }: JudgedProject,
): ProposalOptions {
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
    rows,
    sizes,
    failOn: failOn === 'never' ? null : failOn,
  };
}
