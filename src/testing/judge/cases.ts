import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine, RailsVersion } from '../../model/engine.ts';
import {
  ENGINES,
  formatRailsVersion,
  parseRailsVersion,
  railsAtLeast,
} from '../../model/engine.ts';

/** A migration that real Active Record runs, and that migdocs predicts. */
export interface JudgedMigration {
  /** Class name, unique in its group. */
  readonly name: string;
  /** The class, from `class` to `end`. */
  readonly text: string;
  readonly engines: readonly string[] | null;
  /** Oldest Active Record that knows what it uses; null for any. */
  readonly since: RailsVersion | null;
}

/** Migrations that start from the same schema: one file of `migrations/`. */
export interface JudgedGroup {
  readonly name: string;
  /** The class `Start`, which builds the schema that the others find. */
  readonly start: string;
  readonly cases: readonly JudgedMigration[];
}

/** An Active Record on an engine. */
export interface Judge {
  /** Such as `postgresql-7.2`. */
  readonly name: string;
  readonly engine: Engine;
  readonly rails: RailsVersion;
}

const VERSIONS: readonly RailsVersion[] = [
  { major: 7, minor: 2 },
  { major: 6, minor: 1 },
];

export const JUDGES: readonly Judge[] = VERSIONS.flatMap((rails) =>
  ENGINES.map((engine) => ({ name: `${engine}-${formatRailsVersion(rails)}`, engine, rails })),
);

const FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url));

/** The version that migrations name which are not about an older one. */
const NEWEST = 'Migration[7.2]';

export function judgedGroups(): readonly JudgedGroup[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.rb'))
    .sort()
    .map((name) => parseGroup(name.slice(0, -3), readFileSync(join(FOLDER, name), 'utf8')));
}

/**
 * The classes of a file, each with the comments right above it: `# only: postgresql, mysql` and
 * `# since: 7.1` tell where it runs.
 */
function parseGroup(name: string, text: string): JudgedGroup {
  const [start, ...cases] = [...text.matchAll(/((?:^#.*\n)*)(^class (\w+) [\s\S]*?^end\n)/gm)].map(
    ([, comments = '', body = '', className = '']) => ({
      name: className,
      text: body,
      engines: directive(comments, 'only')?.split(/, */) ?? null,
      since: parseRailsVersion(directive(comments, 'since') ?? ''),
    }),
  );
  if (start?.name !== 'Start') throw new Error(`${name}.rb does not begin with the class Start`);
  return { name, start: start.text, cases };
}

function directive(comments: string, name: string): string | null {
  return new RegExp(`^# ${name}: (.+)$`, 'm').exec(comments)?.[1] ?? null;
}

/** A group as one judge sees it; null when none of its migrations are for it. */
export function groupFor(group: JudgedGroup, { engine, rails }: Judge): JudgedGroup | null {
  const cases = group.cases
    .filter(({ engines }) => engines === null || engines.includes(engine))
    .filter(({ since }) => since === null || railsAtLeast(rails, since.major, since.minor))
    .map((migration) => ({ ...migration, text: asOwnVersion(migration.text, rails) }));
  return cases.length === 0 ? null : { ...group, start: asOwnVersion(group.start, rails), cases };
}

/** An older Active Record runs a migration of the newest version as one of its own. */
function asOwnVersion(text: string, { major, minor }: RailsVersion): string {
  return text.replaceAll(NEWEST, `Migration[${major}.${minor}]`);
}
