import type { ProjectFiles } from '../../../model/schema-file.ts';
import { lockedGem } from './locked-gem.ts';

/** Whether the project has fx, which dumps the functions and triggers of a database. */
export function dumpsPrograms(project: ProjectFiles): boolean {
  return lockedGem(project, 'fx') !== null;
}
