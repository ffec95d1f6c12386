import type { Dialect } from '../../../dialect/dialect.ts';
import { dialectFor } from '../../../dialect/index.ts';
import { dumpVersionOf } from '../../../dialect/rails/dump-version.ts';
import type { Inflections } from '../../../dialect/rails/inflections.ts';
import { type RailsVersion, railsAtLeast } from '../../../model/engine.ts';
import type { RubySchemaFile, SchemaFileBlock } from '../../../model/schema-file.ts';
import { columnsAreSorted } from './column-order.ts';
import { type EnumForm, enumFormOf } from './enum-form.ts';
import { type ReleaseForm, releaseForm } from './release.ts';

/** How a schema file is spelt: what the dumper's version decides, and what a gem or a patch adds. */
export interface SchemaForm extends ReleaseForm {
  readonly dialect: Dialect;
  readonly rails: RailsVersion;
  /** Columns stand in the order of their names: Rails 8.1, and gems that do so before. */
  readonly sortedColumns: boolean;
  /** Columns are padded to line up, as Rails 5.0 does. */
  readonly alignedColumns: boolean;
  /** Hashes are printed as by Ruby 3.4 and newer. */
  readonly spacedHashes: boolean;
  /** Columns of foreign keys to a table, where the application's own inflections make them another than Rails' would. */
  readonly foreignKeyColumns: ReadonlyMap<string, string>;
  readonly inflections: Inflections;
  /** What stands before `sql_definition:` and before the query of a view: adapters of scenic differ. */
  readonly viewSpaces: { readonly head: string; readonly query: string };
  readonly enums: EnumForm;
  /** Text after `sql_definition: ` of functions: fx changed it over time. */
  readonly functionHeredoc: string;
  /** The same of triggers. */
  readonly triggerHeredoc: string;
  /** Whether a blank line stands before each function and trigger, as it does since fx 0.10.1. */
  readonly spacedPrograms: boolean;
}

/** The form of a file, for a dump by that version of Rails. */
export function formOf(
  file: RubySchemaFile,
  rails: RailsVersion,
  { inflections, spacedHashes }: Pick<SchemaForm, 'inflections' | 'spacedHashes'>,
): SchemaForm {
  // Only a table or key that is written needs these two, which look at all of them.
  const sorted = once(() => columnsAreSorted(file.schema.tables, rails));
  const keyColumns = once(() => unnamedKeyColumns(file));
  return {
    dialect: dialectFor(file.schema.engine),
    rails,
    get sortedColumns() {
      return sorted();
    },
    alignedColumns: !railsAtLeast(rails, 5, 1),
    spacedHashes: shownSpaces(file.text) ?? spacedHashes,
    get foreignKeyColumns() {
      return keyColumns();
    },
    inflections,
    ...releaseForm(rails, file.text),
    viewSpaces: viewSpacesOf(file),
    enums: enumFormOf(file),
    functionHeredoc: functionHeredocOf(file),
    triggerHeredoc: triggerHeredocOf(file),
    spacedPrograms: spacesPrograms(file),
  };
}

/** How the hashes that are there are printed; null when there is none. */
function shownSpaces(text: string): boolean | null {
  if (!text.includes('" => ') && !text.includes('"=>')) return null;
  const arrow = / default: \{.*"( =>|=>)/.exec(text)?.[1];
  return arrow === undefined ? null : arrow === ' =>';
}

/** The value that a function gives at its first call. */
function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | null = null;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

/**
 * The version that dumped the file. Files of Rails 7.0 and newer name it; older ones show it in
 * their header and in how they spell columns, tables and the version.
 */
export function versionOf(file: RubySchemaFile): RailsVersion {
  return file.rails ?? dumpVersionOf(file.text);
}

/** True when that version dumps files of the same form, so that unchanged text can stay. */
export function dumpsAlike(file: RubySchemaFile, rails: RailsVersion): boolean {
  const own = versionOf(file);
  if (own.major === rails.major && own.minor === rails.minor) return true;
  // What the text of an old file says is no more than a guess within the old forms.
  return file.rails === null && !railsAtLeast(rails, 7, 0);
}

/** What the dumper left out as the default column of a foreign key to that table. */
function unnamedKeyColumns({ layout, text, schema }: RubySchemaFile): ReadonlyMap<string, string> {
  const keys = new Map(
    schema.tables.flatMap((table) =>
      table.foreignKeys.map((key) => [`${table.name}\0${key.name}`, key] as const),
    ),
  );
  const columns = new Map<string, string>();
  for (const { kind, name, constraint, start, end } of layout) {
    const key = kind === 'foreignKey' ? keys.get(`${name}\0${constraint}`) : undefined;
    const [column] = key?.columns ?? [];
    if (!key || column === undefined || / column: /.test(text.slice(start, end))) continue;
    columns.set(key.toTable, column);
  }
  return columns;
}

/** Up to fx 0.10.0 functions, and triggers, follow each other without a blank line. */
function spacesPrograms({ layout }: RubySchemaFile): boolean {
  const isProgram = (kind: SchemaFileBlock['kind']): boolean =>
    kind === 'function' || kind === 'trigger';
  return !layout.some(({ kind }, at) => isProgram(kind) && layout[at - 1]?.kind === kind);
}

/** fx's own source has `<<-\SQL` inside of another text, where Ruby reads it as `<<-SQL`. */
function triggerHeredocOf({ text }: RubySchemaFile): string {
  return /^ {2}create_trigger .*sql_definition: (<<-\S+)/m.exec(text)?.[1] ?? '<<-SQL';
}

function functionHeredocOf({ text, schema }: RubySchemaFile): string {
  const isThere = schema.functions.length > 0;
  const match = isThere ? /create_function .*sql_definition: (<<-\S+)/.exec(text) : null;
  return match?.[1] ?? "<<-'SQL'";
}

function viewSpacesOf({ text, schema }: RubySchemaFile): SchemaForm['viewSpaces'] {
  const pattern = /^ {2}create_view "[^"]+",(?: materialized: true,)?( +)sql_.*\n( +)/m;
  const match = schema.views.length > 0 ? pattern.exec(text) : null;
  return { head: match?.[1] ?? ' ', query: match?.[2] ?? ' '.repeat(6) };
}
