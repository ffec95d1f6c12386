import { allRules } from '../check/index.ts';
import type { Severity } from '../model/hazard.ts';
import { repositoryPrefix } from '../project/git.ts';
import type { LoadedProject } from '../project/load.ts';
import { buildCheckReport } from '../report/check/index.ts';
import type { CheckedStep, CheckInput } from '../report/check/input.ts';
import type { CheckReport } from '../report/check/types.ts';
import { riskId } from '../report/ids.ts';
import { type JudgedProject, judgeProject } from './judge.ts';
import type { Progress } from './project-facts.ts';

/** What the command line adds to the configuration. */
export interface CheckRequest {
  readonly failOn: Severity | 'never' | null;
  /** Whether findings of that rule are shown. */
  readonly shows: (rule: string) => boolean;
  readonly toolVersion: string;
  /** Is told while something takes its time. */
  readonly progress?: Progress;
}

/** As linters do: what is dangerous fails a build, what is worth a look does not. */
const DEFAULT_FAIL_ON: Severity = 'danger';

/**
 * Judges a release and tells what was found, without a document.
 *
 * @throws {InputError} when an input is not what it should be, or a migration does not apply.
 */
export async function checkProject(
  project: LoadedProject,
  request: CheckRequest,
): Promise<CheckReport> {
  return buildCheckReport(inputOf(project, await judgeProject(project, request.progress), request));
}

function inputOf(
  project: LoadedProject,
  judged: JudgedProject,
  { failOn, shows, toolVersion }: CheckRequest,
): CheckInput {
  const { predicted, hazards, reviews, rows, assumptions } = judged;
  const threshold = failOn ?? project.config.thresholds?.fail_on ?? DEFAULT_FAIL_ON;
  return {
    tool: { name: 'migdocs', version: toolVersion },
    engine: predicted.before.engine,
    server: project.engine.server,
    schemaPath: project.schemaPath,
    base: project.base.choice.description,
    migrations: predicted.migrations,
    steps: stepsOf(judged),
    findings: hazards
      .map((hazard, position) => ({ id: riskId(position), hazard }))
      .filter(({ hazard }) => shows(hazard.rule)),
    reviews,
    rules: allRules.map(({ id, title, severity, docs: { why, instead, reference } }) => ({
      ...{ id, title, severity, why, instead, reference },
    })),
    rows,
    failOn: threshold === 'never' ? null : threshold,
    assumptions,
    repositoryPrefix: repositoryPrefix(project.root),
    textOf: textsOf(project, judged),
  };
}

function stepsOf({ predicted, steps }: JudgedProject): readonly CheckedStep[] {
  return predicted.applied.flatMap(({ operation, migration }, position) => {
    const judged = steps[position];
    return judged ? [{ operation, migration, locks: judged.locks, review: judged.review }] : [];
  });
}

/** Findings stand in migrations, in code that they call, and in the schema file. */
function textsOf(
  { files }: LoadedProject,
  { predicted }: JudgedProject,
): (path: string) => string | null {
  const texts = new Map<string, string | null>(
    predicted.migrations.map(({ path, text }) => [path, text]),
  );
  return (path) => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const text = files.read(path);
    texts.set(path, text);
    return text;
  };
}
