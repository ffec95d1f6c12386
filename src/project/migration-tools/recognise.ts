import { basename } from 'node:path/posix';
import { InputError } from '../../model/errors.ts';
import { MIGRATION_TOOL_NAMES, type MigrationTool } from '../../model/migration-tool.ts';
import { filesRightIn, type MigrationFolder, pathIn } from './folder.ts';
import type { ReadFile } from './rules.ts';
import { TOOLS } from './tools.ts';

/** The tool of a folder and the sign that tells it: a clause with the tool as its subject's owner. */
export interface RecognisedTool {
  readonly tool: MigrationTool;
  /** Such as `db/migrations/1_x.sql has a line -- migrate:up`. */
  readonly because: string;
}

/** Lines that only one tool's files hold. */
const MARKERS: readonly (readonly [tool: MigrationTool, pattern: RegExp])[] = [
  ['dbmate', /^--\s*migrate:(?:up|down)\b/m],
  ['goose', /^--\s*\+goose\s+Up\b/im],
  ['sql-migrate', /^-- \+migrate\s+Up\b/m],
  ['node-pg-migrate', /^\s*--[\s-]*up\s+migration\s*$/im],
  ['drizzle', /--> statement-breakpoint/],
];

/** The tool whose lines a text holds; null when none of them are in it. */
export function toolOfText(text: string): MigrationTool | null {
  return MARKERS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The first of several ways that tells. */
export function recogniseTool(folder: MigrationFolder, read: ReadFile): RecognisedTool | null {
  return (
    byRuby(folder) ??
    byFileInFolder(folder) ??
    byMarkers(folder) ??
    byNames(folder, read) ??
    bySums(folder) ??
    byRest(folder, read)
  );
}

function byRuby(folder: MigrationFolder): RecognisedTool | null {
  const [first] = TOOLS.rails.list(folder);
  return first ? { tool: 'rails', because: `${first.path} is a migration of Rails` } : null;
}

function byFileInFolder(folder: MigrationFolder): RecognisedTool | null {
  const files: readonly (readonly [tool: MigrationTool, name: string])[] = [
    ['sqitch', 'sqitch.plan'],
    ['prisma', 'migration_lock.toml'],
    ['drizzle', 'meta/_journal.json'],
  ];
  for (const [tool, name] of files) {
    const path = pathIn(folder.path, name);
    if (folder.read(path) !== null) return { tool, because: `there is ${path}` };
  }
  const [planned] = basename(folder.path) === 'deploy' ? TOOLS.sqitch.list(folder) : [];
  if (planned) return { tool: 'sqitch', because: 'there is a sqitch.plan next to it' };
  const [up] = TOOLS.diesel.list(folder);
  return up ? { tool: 'diesel', because: `${up.path} is named as Diesel names it` } : null;
}

/** @throws {InputError} when the files are marked for several tools. */
function byMarkers(folder: MigrationFolder): RecognisedTool | null {
  const marked = new Map<MigrationTool, { readonly path: string; readonly text: string }>();
  for (const path of filesRightIn(folder)) {
    if (!/\.sql$/i.test(path)) continue;
    const text = folder.read(path) ?? '';
    if (/^--\s*liquibase formatted sql/im.test(text)) throw liquibase(path);
    for (const [tool, pattern] of MARKERS) {
      const match = pattern.exec(text);
      if (match && !marked.has(tool)) marked.set(tool, { path, text: match[0].trim() });
    }
  }
  const [first, second] = [...marked];
  if (first && second) {
    throw ambiguous(
      folder.path,
      [first, second].map(
        ([tool, { path }]) => `${path} is written for ${MIGRATION_TOOL_NAMES[tool]}`,
      ),
      first[0],
    );
  }
  if (!first) return null;
  const [tool, { path, text }] = first;
  return { tool, because: `${path} has a line \`${text}\`` };
}

/** @throws {InputError} when the files are named for several tools. */
function byNames(folder: MigrationFolder, read: ReadFile): RecognisedTool | null {
  const flyway = TOOLS.flyway.list(folder)[0];
  const twofold = TOOLS['golang-migrate'].list(folder)[0];
  if (flyway && twofold) {
    throw ambiguous(
      folder.path,
      [`${flyway.path} is named for Flyway`, `${twofold.path} is named for golang-migrate`],
      'flyway',
    );
  }
  if (flyway) return { tool: 'flyway', because: `${flyway.path} is named as Flyway names it` };
  if (!twofold) return null;
  const rust = cargoHoldsSqlx(read);
  if (rust !== null) return { tool: 'sqlx', because: rust };
  const because = `${twofold.path} is named as golang-migrate names it`;
  return { tool: 'golang-migrate', because };
}

function bySums(folder: MigrationFolder): RecognisedTool | null {
  const path = pathIn(folder.path, 'atlas.sum');
  return folder.read(path) === null ? null : { tool: 'atlas', because: `there is ${path}` };
}

function byRest(folder: MigrationFolder, read: ReadFile): RecognisedTool | null {
  const [first] = TOOLS.plain.list(folder);
  if (!first) return null;
  const rust = cargoHoldsSqlx(read);
  if (rust !== null && TOOLS.sqlx.list(folder).length > 0) return { tool: 'sqlx', because: rust };
  return { tool: 'plain', because: `nothing in ${first.path} tells of a tool` };
}

function cargoHoldsSqlx(read: ReadFile): string | null {
  return /^\s*sqlx\b|^\[dependencies\.sqlx\]/m.test(read('Cargo.toml') ?? '')
    ? 'Cargo.toml holds sqlx'
    : null;
}

/** The error for a folder in which two tools are at home. */
function ambiguous(folder: string, signs: readonly string[], example: MigrationTool): InputError {
  return new InputError(`cannot tell which tool runs ${folder}: ${signs.join(', and ')}`, {
    remedy: `Pass --tool ${example} or the one that it is, or say so in migdocs.yml: migrations: { path: ${folder}, tool: ${example} }.`,
  });
}

function liquibase(path: string): InputError {
  return new InputError(`${path} is written for Liquibase, whose changelogs are not read`, {
    remedy: 'Pass --tool plain to read such files as they stand, each as one migration.',
  });
}
