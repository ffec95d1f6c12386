import type { ProjectFiles } from '../../../model/schema-file.ts';

/** Whether the project's scenic dumps views by name and dependency, as it does since 1.9. */
export function dumpsViewsByName(project: ProjectFiles): boolean {
  const lock = project.read('Gemfile.lock') ?? '';
  const [, major, minor] = /^ {4}scenic \((\d+)\.(\d+)/m.exec(lock) ?? [];
  if (major === undefined || minor === undefined) return false;
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 9);
}
