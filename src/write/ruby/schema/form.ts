import type { Dialect } from '../../../dialect/dialect.ts';
import { dialectFor } from '../../../dialect/index.ts';
import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import type { SchemaFile } from '../../../model/schema-file.ts';
import { columnsAreSorted } from './column-order.ts';

/** How a schema file is spelt: what the dumper's version decides, and what a gem or a patch adds. */
export interface SchemaForm {
  readonly dialect: Dialect;
  readonly rails: RailsVersion;
  /** Columns stand in the order of their names: Rails 8.1, and gems that do so before. */
  readonly sortedColumns: boolean;
  /** Columns are padded to line up, as Rails 5.0 does. */
  readonly alignedColumns: boolean;
  /** Hashes are printed as by Ruby 3.4 and newer. */
  readonly spacedHashes: boolean;
  /** Text after `sql_definition: ` of functions: fx changed it over time. */
  readonly functionHeredoc: string;
}

/** The form of a file, for a dump by that version of Rails. */
export function formOf(file: SchemaFile, rails: RailsVersion): SchemaForm {
  return {
    dialect: dialectFor(file.schema.engine),
    rails,
    sortedColumns: columnsAreSorted(file.schema.tables, rails),
    alignedColumns: !railsAtLeast(rails, 5, 1),
    spacedHashes: / default: \{.*" => /.test(file.text),
    functionHeredoc:
      /create_function .*sql_definition: (<<-\S+)/.exec(file.text)?.[1] ?? "<<-'SQL'",
  };
}

/**
 * The version that dumped the file. Files of Rails 7.0 and newer name it; older ones show it in
 * their header and in how they spell columns, tables and the version.
 */
export function versionOf(file: SchemaFile): RailsVersion {
  return file.rails ?? unnamedVersion(file.text);
}

/** True when that version dumps files of the same form, so that unchanged text can stay. */
export function dumpsAlike(file: SchemaFile, rails: RailsVersion): boolean {
  const own = versionOf(file);
  if (own.major === rails.major && own.minor === rails.minor) return true;
  // What the text of an old file says is no more than a guess within the old forms.
  return file.rails === null && !railsAtLeast(rails, 7, 0);
}

function unnamedVersion(text: string): RailsVersion {
  if (text.includes('when running `bin/rails')) return { major: 6, minor: 1 };
  if (text.includes('when running `rails')) return { major: 6, minor: 0 };
  if (/, force: :cascade do \|t\|/.test(text) && !/, force: :cascade, /.test(text)) {
    return { major: 5, minor: /define\(version: \d{4}_/.test(text) ? 2 : alignedMinor(text) };
  }
  return { major: 5, minor: alignedMinor(text) };
}

/** 0 where columns are padded to line up, else 1. */
function alignedMinor(text: string): number {
  return /^ {4}t\.\w+ {2,}"|^ {4}t\.\w+ +"\w+", {2,}\w+:/m.test(text) ? 0 : 1;
}
