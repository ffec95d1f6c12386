import type { ProjectFiles } from '../../model/schema-file.ts';

/** Where projects pin their Ruby, in the order in which they are believed. */
const PLACES: readonly (readonly [path: string, version: RegExp])[] = [
  ['.ruby-version', /^(?:ruby-)?(\d+)\.(\d+)/],
  ['.tool-versions', /^ruby\s+(\d+)\.(\d+)/m],
  ['Gemfile.lock', /^RUBY VERSION\n\s+ruby (\d+)\.(\d+)/m],
];

/**
 * Whether the project's Ruby prints hashes as `{"a" => 1}` and `{srid: 4326}`, as Ruby does since
 * 3.4; null when the project does not say which Ruby it runs on.
 */
export function printsSpacedHashes(project: ProjectFiles): boolean | null {
  for (const [path, pattern] of PLACES) {
    const [, major, minor] = pattern.exec(project.read(path) ?? '') ?? [];
    if (major !== undefined && minor !== undefined) {
      return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 4);
    }
  }
  return null;
}
