import type { Migration } from '../model/migration.ts';

/** Longest folder name that is made of a title; file systems allow 255 bytes, people read fewer. */
const MAX_SLUG = 60;

/**
 * What a change is called when nobody has said: after its migrations. `AddStatusToUsers` is
 * "Add status to users"; several are named after the first, with the number of the others.
 */
export function titleOf(migrations: readonly Migration[]): string {
  const [first, ...others] = migrations;
  if (!first) return 'Schema comparison';
  const title = inWords(first.name);
  if (others.length === 0) return title;
  return `${title} and ${others.length} more ${others.length === 1 ? 'migration' : 'migrations'}`;
}

function inWords(className: string): string {
  const words = className
    .replace(/^.*::/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A title as a folder name: lower case, `a-z0-9-`, never empty. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, MAX_SLUG).replace(/-+$/, '') || 'proposal';
}

/** The newest date among migration versions, as `YYYY-MM-DD`; null when none looks like one. */
export function dateOf(versions: readonly (string | null)[]): string | null {
  const dates = versions.flatMap((version) => {
    const match = /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.exec(version ?? '');
    return match ? [`${match[1]}-${match[2]}-${match[3]}`] : [];
  });
  return dates.sort().at(-1) ?? null;
}
