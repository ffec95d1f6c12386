import { dirname } from 'node:path';
import { NO_PROJECT_FACTS, type ProjectFacts } from '../model/project-facts.ts';
import { projectFiles } from '../project/files.ts';
import type { LoadedProject } from '../project/load.ts';
import { readInflections } from '../read/ruby/index.ts';
import { type ExternalSystem, placeOfSystem } from '../survey/code/external.ts';
import { searchCode } from '../survey/code/search.ts';
import { codeFilesOf, reportFilesOf } from '../survey/code/tree.ts';
import { readSettings } from '../survey/settings/index.ts';
import type { PredictedProject } from './predict.ts';

/** Says what is being done, in a few words, while it takes its time. */
export type Progress = (what: string) => void;

/**
 * What the project's own files say of what changes: who uses it, and under which settings the
 * migrations run.
 *
 * @throws {InputError} when the configuration names reports that are not there.
 */
export async function projectFactsOf(
  project: LoadedProject,
  predicted: PredictedProject,
  progress: Progress,
): Promise<ProjectFacts> {
  const { root, config, base } = project;
  // These files are read beside the inputs: what is proposed does not come from them.
  const files = projectFiles(root);
  const reports = reportFilesOf(root, config.reports ?? []);
  const folders = base.migrations.map(({ path }) => dirname(path)).filter((path) => path !== '.');
  const skip = [project.schemaPath, config.output ?? 'out', ...folders, ...reports.list()];
  const found = await searchCode({
    changes: predicted.changes,
    before: predicted.before,
    inflections: await readInflections(files),
    files: codeFilesOf(root, skip),
    reports,
    external: systemsOf(project, files.read(CONFIG) ?? ''),
    progress: (done, all) => progress(`Searching the code: ${done} of ${all} files`),
  });
  const settings = readSettings(files, predicted.before.engine, project.database);
  return { ...NO_PROJECT_FACTS, ...found, ...settings };
}

const CONFIG = 'migdocs.yml';

function systemsOf({ config }: LoadedProject, text: string): readonly ExternalSystem[] {
  return (config.external ?? []).map(({ name, uses, note, owner }) => ({
    name,
    uses,
    note: note ?? null,
    owner: owner ?? null,
    source: placeOfSystem(text, CONFIG, name),
  }));
}
