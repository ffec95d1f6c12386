import type { RefusedWayBack, WayBack } from '../check/context.ts';
import { InputError } from '../model/errors.ts';
import type { Migration } from '../model/migration.ts';
import type { Schema } from '../model/schema.ts';
import type { RollbackPrediction } from '../model/schema-file.ts';
import type { LoadedProject } from '../project/load.ts';
import { readRollback } from '../read/migrations.ts';
import { applyInOrder, type PredictedProject } from './predict.ts';

/** What the way back of one migration works on. */
interface Forward {
  readonly migration: Migration;
  readonly schemas: { readonly before: Schema; readonly after: Schema };
}

/**
 * The authors' own ways back, the last migration first, each over the schema that the ones of the
 * later migrations left. One that refuses is taken to be undone by hand: those ahead of it find the
 * schema as it was before its migration. Nothing is thrown: what keeps a way back from running, or
 * migdocs from reading it, is in `refused`.
 */
export async function waysBack(
  project: Pick<LoadedProject, 'base' | 'files'>,
  predicted: PredictedProject,
): Promise<readonly WayBack[]> {
  const ways: WayBack[] = [];
  let found = predicted.after;
  for (const forward of forwardsOf(predicted).toReversed()) {
    const way = await wayBackOf(forward, found, project, predicted);
    ways.push(way);
    found = way.refused.length > 0 ? way.forward.before : way.left;
  }
  return ways;
}

function forwardsOf({ before, applied, migrations }: PredictedProject): readonly Forward[] {
  let schema = before;
  return migrations.map((migration) => {
    const own = applied.filter((step) => step.migration === migration);
    const schemas = { before: schema, after: own.at(-1)?.after ?? schema };
    schema = schemas.after;
    return { migration, schemas };
  });
}

async function wayBackOf(
  { migration, schemas }: Forward,
  found: Schema,
  project: Pick<LoadedProject, 'base' | 'files'>,
  predicted: PredictedProject,
): Promise<WayBack> {
  const forward = { ...schemas, operations: migration.operations };
  const refusing = (refused: readonly RefusedWayBack[]): WayBack => ({
    migration: { ...migration, operations: [] },
    forward,
    found,
    left: found,
    applied: [],
    refused,
  });
  const back = await rolledBack(migration, found, project, predicted);
  if ('reason' in back) return refusing([back]);
  if (back.refused.length > 0) return refusing(back.refused);
  const { operations, transactional } = back;
  const turned: Migration = { ...migration, operations, transactional };
  const applied = applyInOrder(found, [turned]);
  return {
    migration: turned,
    forward,
    found,
    left: applied.at(-1)?.after ?? found,
    applied,
    refused: [],
  };
}

async function rolledBack(
  migration: Migration,
  found: Schema,
  { base, files: project }: Pick<LoadedProject, 'base' | 'files'>,
  { applied, file, rails }: PredictedProject,
): Promise<RollbackPrediction | RefusedWayBack> {
  const start = { path: migration.path, line: 1, column: 1, endLine: 1 };
  const given = base.migrations.find(({ path }) => path === migration.path);
  if (!given) return { source: start, reason: 'its file is not there any more' };
  const files = base.migrations.filter((other) => other !== given);
  const incomplete = applied.some(({ operation }) => operation.kind === 'opaque');
  const options = { rails, project, files, dumpsSql: file.format === 'sql', incomplete };
  try {
    return await readRollback(given, found, options);
  } catch (error) {
    if (error instanceof InputError) {
      return { source: error.location ?? start, reason: clause(error.message) };
    }
    // A defect in the reading of a way back must not cost the proposal of the way forward.
    const told = error instanceof Error ? error.message : String(error);
    const reason = `migdocs could not work it out (${clause(told)})`;
    return { source: start, reason, unread: true };
  }
}

function clause(message: string): string {
  return message.replace(/\.$/, '');
}
