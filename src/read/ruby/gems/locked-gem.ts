import type { ProjectFiles } from '../../../model/schema-file.ts';

/** A gem's release as the project's lock pins it. */
export interface LockedGem {
  /** True when the release is that one or a newer one. */
  readonly atLeast: (major: number, minor: number, patch?: number) => boolean;
}

/** The gem that Gemfile.lock pins; null when there is no lock, or it holds no such gem. */
export function lockedGem(project: ProjectFiles | null, name: string): LockedGem | null {
  const line = new RegExp(`^ {4}${name} \\((\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?`, 'm');
  const parts = line.exec(project?.read('Gemfile.lock') ?? '')?.slice(1);
  if (!parts) return null;
  const [major, minor, patch] = [0, 1, 2].map((at) => Number(parts[at] ?? 0));
  const number = rank(major, minor, patch);
  return { atLeast: (...release) => number >= rank(...release) };
}

const rank = (major = 0, minor = 0, patch = 0): number => (major * 1000 + minor) * 1000 + patch;
