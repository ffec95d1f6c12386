import { resolve } from 'node:path';
import type { Engine } from '../../model/engine.ts';
import { InputError } from '../../model/errors.ts';
import {
  MIGRATION_TOOL_NAMES,
  MIGRATION_TOOLS,
  type MigrationTool,
} from '../../model/migration-tool.ts';
import { isFolder, readTextIfPresent } from '../files.ts';
import { folderInTree, type MigrationFolder } from './folder.ts';
import { recogniseTool } from './recognise.ts';
import type { FoundConfiguration, ReadFile } from './rules.ts';
import { NO_SETTINGS, type ToolSettings } from './settings.ts';
import { TOOLS } from './tools.ts';

/** Where a project's migrations lie, and what runs them. */
export interface MigrationSource {
  readonly tool: MigrationTool;
  /** How the tool was told, a clause: `db/migrations/1_x.sql has a line -- migrate:up`. */
  readonly because: string;
  /** Relative to the project root; empty for the root itself. */
  readonly folder: string;
  readonly settings: ToolSettings;
  /** What the tool's configuration says; null when nothing does. */
  readonly engine: { readonly engine: Engine; readonly by: string } | null;
}

/** What the user says of the migrations. */
export interface StatedMigrations {
  /** Null when not said. */
  readonly folder: string | null;
  /** `--tool` or the configuration, with which of the two said it. */
  readonly tool: { readonly tool: MigrationTool; readonly by: string } | null;
  readonly variables: { readonly [name: string]: string };
}

/** Folders in which files lie that no configuration names. */
const USUAL_FOLDERS = [
  'migrations',
  'db/migrations',
  'database/migrations',
  'sql/migrations',
  'supabase/migrations',
];

/**
 * Finds the folder of a project's migrations and the tool that runs them. Where nothing is found it
 * is the folder of Rails.
 *
 * @throws {InputError} when several folders or tools could be meant.
 */
export function findMigrations(root: string, stated: StatedMigrations): MigrationSource {
  return findMigrationsIn(projectInTree(root), stated);
}

/** The folders of a project, in the working tree or at a commit. */
export interface ProjectFolders {
  readonly read: ReadFile;
  readonly has: (folder: string) => boolean;
  readonly folder: (path: string) => MigrationFolder;
}

/**
 * The same as {@link findMigrations}, wherever the project lies.
 *
 * @throws {InputError} when several folders or tools could be meant.
 */
export function findMigrationsIn(
  project: ProjectFolders,
  stated: StatedMigrations,
): MigrationSource {
  const configurations = configurationsOf(project.read);
  const at = (path: string) => sourceIn(project.folder(plainPath(path)), stated, configurations);
  if (stated.folder !== null) return at(stated.folder);
  const found = foldersToTry(stated, configurations)
    .filter(project.has)
    .flatMap((folder) => {
      const source = at(folder);
      return TOOLS[source.tool].list(project.folder(source.folder)).length > 0 ? [source] : [];
    });
  return onlyOne(found) ?? at('db/migrate');
}

function projectInTree(root: string): ProjectFolders {
  return {
    read: (path) => readTextIfPresent(root, path),
    has: (folder) => isFolder(resolve(root, folder)),
    folder: (path) => folderInTree(root, path),
  };
}

type Configurations = ReadonlyMap<MigrationTool, FoundConfiguration>;

function configurationsOf(read: (path: string) => string | null): Configurations {
  return new Map(
    MIGRATION_TOOLS.flatMap((tool) => {
      const found = TOOLS[tool].configuration(read);
      return found ? [[tool, found] as const] : [];
    }),
  );
}

/** Each once: what configurations name, then where the tools look, Rails first. */
function foldersToTry(stated: StatedMigrations, configurations: Configurations): readonly string[] {
  const tools = stated.tool ? [stated.tool.tool] : MIGRATION_TOOLS;
  const named = tools.flatMap((tool) => configurations.get(tool)?.folders ?? []);
  const usual = tools.flatMap((tool) => TOOLS[tool].folders.filter((folder) => folder !== ''));
  return [...new Set([...named, ...usual, ...USUAL_FOLDERS])];
}

/** Rails' own folder wins: what else lies in a Rails project is for another database. */
function onlyOne(found: readonly MigrationSource[]): MigrationSource | null {
  const rails = found.find(({ tool }) => tool === 'rails');
  const [first, second] = rails ? [rails] : found;
  if (first && second) {
    const places = found.map(
      ({ folder, tool }) => `${folder || '.'} (${MIGRATION_TOOL_NAMES[tool]})`,
    );
    throw new InputError(`several folders hold migrations: ${places.join(', ')}`, {
      remedy: `Name the one that is meant: migdocs propose ${first.folder || '.'}, or migrations: ${first.folder || '.'} in migdocs.yml.`,
    });
  }
  return first ?? null;
}

/**
 * The migrations of a folder that is named.
 *
 * @throws {UsageError} when there is no such folder.
 */
export function sourceAt(root: string, folder: string, stated: StatedMigrations): MigrationSource {
  return sourceIn(folderInTree(root, plainPath(folder)), stated);
}

/** Without `./` before it and `/` behind it; empty for the root. */
function plainPath(folder: string): string {
  return folder.replace(/^(?:\.\/)+|\/+$/g, '').replace(/^\.$/, '');
}

/**
 * The migrations of a folder, in the working tree or at a commit.
 *
 * @throws {InputError} when several tools could be meant.
 */
export function sourceIn(
  folder: MigrationFolder,
  stated: StatedMigrations,
  configurations = configurationsOf(folder.read),
): MigrationSource {
  const recognised = stated.tool
    ? { tool: stated.tool.tool, because: `${stated.tool.by} says so` }
    : (byConfiguration(folder.path, configurations) ?? recogniseTool(folder, folder.read));
  const { tool, because } = recognised ?? { tool: 'rails', because: 'there are no others' };
  const configuration = configurations.get(tool) ?? null;
  const settings = configuration?.settings ?? NO_SETTINGS;
  return {
    tool,
    because,
    folder: folder.path,
    settings: { ...settings, variables: { ...settings.variables, ...stated.variables } },
    engine: configuration?.engine ? { engine: configuration.engine, by: configuration.path } : null,
  };
}

/** A folder that a tool's configuration names is that tool's. */
function byConfiguration(folder: string, configurations: Configurations) {
  for (const [tool, { path, folders }] of configurations) {
    if (folders.includes(folder)) return { tool, because: `${path} names the folder` };
  }
  return null;
}
