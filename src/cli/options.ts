import { type Command, InvalidArgumentError, Option } from 'commander';
import { ENGINES, type Engine } from '../model/engine.ts';
import { UsageError } from '../model/errors.ts';
import { MIGRATION_TOOLS, type MigrationTool } from '../model/migration-tool.ts';
import type { LoadRequest } from '../project/load.ts';

/** Options that say what to read; the same for every command that reads a project. */
export interface InputOptions {
  readonly root: string;
  readonly schema?: string;
  readonly database?: string;
  readonly migrations?: readonly string[];
  readonly base?: string;
  readonly to?: string;
  readonly engine?: Engine;
  readonly engineVersion?: string;
  readonly survey?: string;
  readonly tool?: MigrationTool;
}

export function withInputOptions(command: Command): Command {
  return command
    .argument(
      '[migrations...]',
      'migration files or folders (default: those that the schema does not hold)',
    )
    .option('--root <dir>', 'root of the project', '.')
    .option(
      '--schema <file>',
      'schema file, Ruby or SQL (default: db/schema.rb, else db/structure.sql)',
    )
    .option('--database <name>', 'database of a multi-database project: db/<name>_schema.rb')
    .option('--migrations <path...>', 'the same as the arguments')
    .option(
      '--base <ref>',
      'take the schema, and what is new, from the merge base with this git ref',
    )
    .option('--to <file>', 'compare with this schema file instead of running migrations')
    .addOption(engineOption())
    .option(
      '--engine-version <version>',
      'version of the server in production: 16, 8.0.36, 10.11-MariaDB',
      nonEmpty,
    )
    .option(
      '--survey <file>',
      'what migdocs survey wrote of the database (default: migdocs.survey.json)',
      nonEmpty,
    )
    .addOption(toolOption());
}

export function engineOption(): Option {
  return new Option('--engine <engine>', 'engine of the database').choices([...ENGINES]);
}

export function toolOption(): Option {
  return new Option(
    '--tool <tool>',
    'what runs the migrations (default: as their files show)',
  ).choices([...MIGRATION_TOOLS]);
}

/** @throws {UsageError} for options that exclude each other. */
export function loadRequest(migrations: readonly string[], options: InputOptions): LoadRequest {
  const named = [...migrations, ...(options.migrations ?? [])];
  if (options.to !== undefined && (named.length > 0 || options.base !== undefined)) {
    throw new UsageError('--to takes no migrations and no --base', {
      remedy: 'Either compare two schema files, or run migrations over one.',
    });
  }
  return {
    root: options.root,
    schema: options.schema ?? null,
    database: options.database ?? null,
    migrations: named,
    base: options.base ?? null,
    to: options.to ?? null,
    engine: options.engine ?? null,
    engineVersion: options.engineVersion ?? null,
    survey: options.survey ?? null,
    tool: options.tool ?? null,
  };
}

/** Refuses an empty value. */
export function nonEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return value;
}
