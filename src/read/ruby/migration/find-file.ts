import { underscore } from '../../../dialect/rails/inflections.ts';
import type { ProjectFiles } from '../../../model/schema-file.ts';
import type { RubyParser } from '../source.ts';
import { findMigrationClass } from './find-class.ts';
import type { FindMigration } from './run.ts';

interface File {
  readonly path: string;
  readonly text: string;
}

/**
 * Finds the migration that another one runs or reverts, among those given and in the project's
 * db/migrate: by its file's name, which Rails makes of the class, else by the class that a file
 * defines, as where it is loaded with `require_relative` under a name of its own.
 */
export function migrationFinder(
  files: readonly File[],
  project: ProjectFiles,
  parse: RubyParser,
): FindMigration {
  return (name) => {
    const file = named(name, files, project) ?? defining(name, files, project);
    if (!file) return null;
    const source = parse(file.text, file.path);
    return { source, found: findMigrationClass(source, name.split('::').at(-1) ?? name) };
  };
}

/** `20260101120000_add_flag.rb`, or `….engine.rb` for one that an engine brought along. */
function named(name: string, files: readonly File[], project: ProjectFiles): File | null {
  const last = name.slice(name.lastIndexOf(':') + 1);
  const form = new RegExp(`(?:^|/)\\d+_${underscore(last)}(?:\\.\\w+)?\\.rb$`);
  const given = files.find(({ path }) => form.test(path));
  if (given) return given;
  const path = project.list('db/migrate').find((other) => form.test(other));
  return path === undefined ? null : read(path, project);
}

function defining(name: string, files: readonly File[], project: ProjectFiles): File | null {
  const last = name.slice(name.lastIndexOf(':') + 1);
  const definition = new RegExp(`\\bclass\\s+(?:\\w+::)*${last}\\b`);
  const given = files.find(({ text }) => definition.test(text));
  if (given) return given;
  for (const path of project.list('db/migrate')) {
    const file = read(path, project);
    if (file && definition.test(file.text)) return file;
  }
  return null;
}

function read(path: string, project: ProjectFiles): File | null {
  const text = project.read(path);
  return text === null ? null : { path, text };
}
