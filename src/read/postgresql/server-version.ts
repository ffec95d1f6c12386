import { type RailsVersion, railsAtLeast } from '../../model/engine.ts';
import type { Schema } from '../../model/schema.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { isPrintedAlike, StoredQueries } from './stored-query.ts';

/**
 * Versions that print queries in forms of their own: 14 has AT TIME ZONE and EXTRACT as they are
 * written, 16 leaves out the table's name where there is one table alone.
 * https://www.postgresql.org/docs/16/release-16.html
 */
const FORMS = [16, 15, 13] as const;

/** Files in which projects say what server they run. */
const FILES = [
  'docker-compose.yml',
  'compose.yml',
  'docker-compose.yaml',
  'compose.yaml',
  '.tool-versions',
  '.circleci/config.yml',
];
const WORKFLOWS = '.github/workflows';
const MENTION = /postgres(?:ql|is)?(?:[-_]version)?\s*[:@= ]\s*["']?(?:v?)(\d{2})(?:\b|\.)/i;

/**
 * Major version of the server whose dump the schema is: the one that prints its views as they
 * stand, else the one that a SQL dump tells, else the one that the project names.
 *
 * When neither tells, it is 16 from Rails 7.2 on, which came after it, and 15 before.
 *
 * @param rails - the project's version; null when it is not known.
 */
export function serverVersion(
  schema: Schema,
  project: ProjectFiles | null,
  rails: RailsVersion | null,
): number {
  const named = dumpedBy(schema) ?? (project === null ? null : versionNamed(project));
  const assumed = rails !== null && railsAtLeast(rails, 7, 2) ? 16 : 15;
  const likely = formOf(named ?? assumed);
  const others = FORMS.filter((form) => form !== likely);
  const matches = [likely, ...others].map((form) => ({ form, count: matching(schema, form) }));
  const most = Math.max(...matches.map(({ count }) => count));
  const best = matches.find(({ count }) => count === most)?.form ?? likely;
  return best === likely ? (named ?? likely) : best;
}

/** The version that a dump's form tells, where the forms from there on print queries alike. */
function dumpedBy({ server }: Schema): number | null {
  if (server?.name !== 'postgresql' || server.version === null) return null;
  const version = Number.parseInt(server.version, 10);
  // The dumps of 12 to 16 look alike.
  return version < 12 || version > 16 ? version : null;
}

function formOf(version: number): (typeof FORMS)[number] {
  return FORMS.find((form) => version >= form) ?? 13;
}

/** How many views a server of that form prints as they stand. */
function matching(schema: Schema, form: number): number {
  const queries = new StoredQueries(schema, form);
  return schema.views.filter(({ definition }) => {
    const stored = queries.stored(definition);
    return 'value' in stored && isPrintedAlike(stored.value, definition);
  }).length;
}

function versionNamed(project: ProjectFiles): number | null {
  for (const path of [...FILES, ...project.list(WORKFLOWS)]) {
    const match = MENTION.exec(project.read(path) ?? '');
    if (match) return Number(match[1]);
  }
  return null;
}
