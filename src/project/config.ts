import { isAbsolute, normalize, sep } from 'node:path';
import { isMap, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { z } from 'zod';
import { ENGINES } from '../model/engine.ts';
import { InputError } from '../model/errors.ts';
import { SEVERITIES } from '../model/hazard.ts';
import { MIGRATION_TOOLS } from '../model/migration-tool.ts';
import { nearest } from '../model/nearest.ts';
import type { SourceLocation } from '../model/source.ts';
import { reviewSettings, reviewShapes } from './review-settings.ts';

const identifier = z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens only');

const role = z.strictObject({
  id: identifier.describe('Stable key of the role, such as `dba`'),
  title: z.string().min(1).describe('As it is printed: `DBA reviewer`'),
  statement: z.string().min(1).optional().describe('What the person confirms by signing'),
});

const group = z.strictObject({
  name: z.string().min(1),
  purpose: z.string().optional().describe('What the tables are for, a sentence'),
  tables: z.array(z.string().min(1)).min(1).describe('Table names, or patterns such as `order_*`'),
});

const external = z.strictObject({
  name: z.string().min(1).describe('What people call the system: `Data warehouse`'),
  uses: z
    .array(z.string().min(1))
    .min(1)
    .describe('Tables that it reads, `users`, or columns of them, `orders.total`'),
  note: z.string().min(1).optional().describe('How it uses them, a few words'),
  owner: z.string().min(1).optional().describe('Who has to be told of a change'),
});

const migrations = z.strictObject({
  path: z.string().optional().describe('Folder of migrations; default: where the tool looks'),
  tool: z.enum(MIGRATION_TOOLS).optional().describe('What runs them; default: as the files show'),
  variables: z
    .record(z.string(), z.coerce.string())
    .optional()
    .describe('Values of placeholders, environment variables or psql variables in the files'),
});

const thresholds = z.strictObject({
  small: z.number().int().positive().optional().describe('Below this many rows a table is small'),
  large: z.number().int().positive().optional().describe('From this many rows a table is large'),
  fail_on: z
    .enum(['never', ...SEVERITIES])
    .optional()
    .describe('Exit with 1 when a finding is at least this severe'),
});

function isRising({ small, large }: z.infer<typeof thresholds>): boolean {
  return small === undefined || large === undefined || small <= large;
}

/** A path that stays in the project: the file may be someone else's. `--out` can name any folder. */
function isInside(path: string): boolean {
  return !isAbsolute(path) && !normalize(path).split(sep).includes('..');
}

function haveOwnIds(roles: readonly { readonly id: string }[]): boolean {
  return new Set(roles.map(({ id }) => id)).size === roles.length;
}

/** What `migdocs.yml` may hold. */
export const configSchema = z
  .strictObject({
    project: z.string().min(1).optional().describe('Name of the project; default: its folder'),
    title: z
      .string()
      .min(1)
      .optional()
      .describe('Title of the change; default: from the migrations'),
    output: z
      .string()
      .min(1)
      .refine(isInside, 'lies outside of the project; name such a folder with --out')
      .optional()
      .describe('Folder for the documents; default: `out`'),
    classification: z.string().optional().describe('Line on every page, such as `Internal`'),
    engine: z.enum(ENGINES).optional(),
    engine_version: z
      .string('write it in quotes, such as "16"')
      .optional()
      .describe('Version of the server in production: `"16"`'),
    schema: z.string().optional().describe('Schema file; default: `db/schema.rb`'),
    migrations: z
      .union([z.string(), migrations])
      .optional()
      .describe('Folder of migrations, or a mapping with its tool; default: `db/migrate`'),
    roles: z
      .array(role)
      .min(1)
      .refine(haveOwnIds, 'two roles have the same id')
      .optional()
      .describe('Who signs, in order'),
    groups: z
      .array(group)
      .optional()
      .describe('Groups of tables, for diagrams and the table index'),
    rows: z
      .record(z.string(), z.number().int().nonnegative())
      .optional()
      .describe('Rows in production by table; a table that is not listed is of unknown size'),
    rows_as_of: z.iso
      .date('write it as "2026-11-20", in quotes')
      .optional()
      .describe('Day of the figures in `rows`: `"2026-11-20"`'),
    survey: z
      .string()
      .min(1)
      .optional()
      .describe('Survey of the database; default: `migdocs.survey.json`, where it is there'),
    reports: z
      .array(z.string().min(1).refine(isInside, 'lies outside of the project'))
      .optional()
      .describe(
        'Files of reports: paths, folders of `.sql`, or patterns such as `reports/**/*.sql`',
      ),
    external: z
      .array(external)
      .optional()
      .describe('Systems outside of the project that use its tables'),
    thresholds: thresholds.refine(isRising, 'small is larger than large').optional(),
    review: reviewSettings.optional().describe('What the team asks of reviews'),
  })
  .describe('Configuration of migdocs: migdocs.yml in the root of a project');

export type Config = z.infer<typeof configSchema>;

/**
 * Reads the text of a `migdocs.yml`.
 *
 * @throws {InputError} with the line, when it is not YAML, holds an unknown key (the nearest known
 * one is named), or a value of the wrong kind.
 */
export function parseConfig(text: string, path: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { path, line, column: col, endLine: line };
  };
  const [syntaxError] = document.errors;
  if (syntaxError) {
    throw new InputError(`not valid YAML: ${firstLine(syntaxError.message)}`, {
      location: place(syntaxError.pos[0]),
    });
  }
  const result = configSchema.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (result.success) return result.data;
  // A misspelt key often shows as a missing one too: the misspelling is what helps.
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (!issue) throw new InputError(`${path} is not a migdocs configuration`);
  throw issueError(issue, (keys) => place(offsetOf(document.contents, keys)));
}

function issueError(
  issue: z.core.$ZodIssue,
  place: (keys: readonly PropertyKey[]) => SourceLocation,
): InputError {
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const known = knownKeys(issue.path);
    const meant = nearest(key, known);
    return new InputError(`unknown key "${key}"${meant ? `; did you mean "${meant}"?` : ''}`, {
      location: place([...issue.path, key]),
      remedy: `Known keys here: ${known.join(', ')}.`,
    });
  }
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    const known = issue.values.filter((value) => typeof value === 'string');
    const meant = nearest(issue.input, known);
    const what = issue.path.findLast((key) => typeof key === 'string') ?? 'value';
    return new InputError(
      `unknown ${what} "${issue.input}"${meant ? `; did you mean "${meant}"?` : ''}`,
      { location: place(issue.path), remedy: `Known here: ${known.join(', ')}.` },
    );
  }
  return new InputError(`${issue.path.join('.') || 'the file'}: ${issue.message}`, {
    location: place(issue.path),
  });
}

/** The keys that the configuration knows at a path; list positions are passed over. */
function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const named = path.filter((key) => typeof key === 'string');
  const shapes: { readonly [parent: string]: object } = {
    '': configSchema.shape,
    roles: role.shape,
    groups: group.shape,
    external: external.shape,
    thresholds: thresholds.shape,
    migrations: migrations.shape,
    ...reviewShapes,
  };
  return Object.keys(shapes[named.join('.')] ?? {});
}

/** Where the value at a path begins; for a key that is a mapping's own, where the key begins. */
function offsetOf(contents: ParsedNode | null, path: readonly PropertyKey[]): number {
  let node: unknown = contents;
  let offset = contents?.range[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!pair || !isScalar(pair.key)) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (typeof key === 'number' && hasItems(node)) {
      node = node.items[key];
      offset = hasRange(node) ? node.range[0] : offset;
    }
  }
  return offset;
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
