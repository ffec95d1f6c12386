import { possibleRenames } from '../diff/index.ts';
import { sha256 } from '../project/files.ts';
import type { LoadedProject } from '../project/load.ts';
import { buildDiffView, type DiffUnknown, originFacts, unknownOf } from '../report/diff/index.ts';
import type { DiffView } from '../report/types.ts';
import { titleOf } from './naming.ts';
import type { PredictedProject } from './predict.ts';

/** What `migdocs diff` shows: the changes alone, without judging them. */
export function diffViewOf(
  project: LoadedProject,
  predicted: PredictedProject,
  toolVersion: string,
): DiffView {
  const { before, after, changes, migrations } = predicted;
  const digests = project.inputs().map((input) => `${input.sha256}  ${input.path}\n`);
  return buildDiffView({
    title: project.config.title ?? titleOf(migrations),
    facts: factsOf(project, predicted),
    before,
    after,
    changes,
    hazards: [],
    possibleRenames: project.target ? possibleRenames(changes, before, after) : [],
    unknowns: unknownsOf(predicted),
    schemaFile: {
      name: project.schemaPath,
      before: project.base.schemaText,
      after: predicted.afterText,
    },
    footer: `migdocs ${toolVersion} · digest sha256:${sha256(digests.join(''))}`,
  });
}

function factsOf(project: LoadedProject, { migrations }: PredictedProject): DiffView['facts'] {
  const { engine, base, target } = project;
  return originFacts({
    engine,
    base: base.choice.description,
    migrations: migrations.map(({ path }) => path),
    target: target?.path ?? null,
  });
}

function unknownsOf(predicted: PredictedProject): readonly DiffUnknown[] {
  return predicted.applied.flatMap(({ operation }) =>
    operation.kind === 'opaque' ? [unknownOf(operation, operation.touches)] : [],
  );
}
