import { isDeepStrictEqual } from 'node:util';
import { railsAtLeast } from '../../../model/engine.ts';
import type { Schema, Table } from '../../../model/schema.ts';
import { compareText } from './column-order.ts';
import { enumText } from './enum-form.ts';
import { foreignKeyLine } from './foreign-key-line.ts';
import type { SchemaForm } from './form.ts';
import type { Piece } from './pieces.ts';
import { type Entry, keyOf, type Section } from './section.ts';
import {
  dumpedExtensionName,
  extensionLine,
  functionText,
  namespaceLine,
  triggerText,
  viewText,
  virtualTableLine,
} from './standalone.ts';
import { type GivenTable, tableText } from './table.ts';
import { viewsByName } from './view-order.ts';

const EXTENSION_HEADING =
  '  # These are extensions that must be enabled in order to support this database\n';

const ENUM_HEADING = `  # Custom types defined in this database.
  # Note that some types may not work with other database engines. Be careful if changing database.
`;

const VIRTUAL_TABLE_HEADING = `  # Virtual tables defined in this database.
  # Note that virtual tables may not work with other database engines. Be careful if changing database.
`;

/** What the sections are made of: the file's pieces and schema, and the schema that is to be written. */
export interface Input {
  readonly pieces: readonly Piece[];
  readonly before: Schema;
  readonly after: Schema;
  readonly form: SchemaForm;
  /** True when no text is to be kept. */
  readonly everythingAnew: boolean;
  /** Views stand by name, not in the order in which they were made. */
  readonly viewsByName: boolean;
  /** Functions and triggers are dumped, though the file may have none. */
  readonly dumpsPrograms: boolean;
}

/** The input with what is looked up for every object at hand by its name. */
interface Indexed extends Input {
  /** The first piece of each kind, name and constraint. */
  readonly piecesByKey: ReadonlyMap<string, Piece>;
  /** Tables of `before`. */
  readonly tablesByName: ReadonlyMap<string, Table>;
}

/** What the file shall hold, kind by kind. Kinds that its dumper does not write are left out. */
export function sectionsOf(given: Input): readonly Section[] {
  const input = indexed(given);
  const { rails } = input.form;
  const has = (kind: Piece['kind']): boolean => input.pieces.some((piece) => piece.kind === kind);
  return [
    ...(railsAtLeast(rails, 7, 1) || has('namespace') ? [namespaces(input)] : []),
    extensions(input),
    ...(railsAtLeast(rails, 7, 0) || has('enum') ? [enums(input)] : []),
    tables(input),
    foreignKeys(input),
    views(input),
    // Without the fx gem a Ruby schema file leaves functions and triggers out.
    ...(input.dumpsPrograms || has('function') || has('trigger')
      ? [functions(input), triggers(input)]
      : []),
    ...(railsAtLeast(rails, 8, 0) || has('virtualTable') ? [virtualTables(input)] : []),
  ];
}

function indexed(input: Input): Indexed {
  const piecesByKey = new Map<string, Piece>();
  for (const piece of input.pieces) {
    const key = pieceKey(piece.kind, piece);
    if (!piecesByKey.has(key)) piecesByKey.set(key, piece);
  }
  const tablesByName = new Map(input.before.tables.map((table) => [table.name, table]));
  return { ...input, piecesByKey, tablesByName };
}

function pieceKey(kind: Piece['kind'], named: Pick<Piece, 'name' | 'constraint'>): string {
  return `${kind}\0${keyOf(named)}`;
}

function namespaces({ piecesByKey, after }: Indexed): Section {
  const entries = after.namespaces.map((name) => ({
    name,
    constraint: null,
    text: pieceText(piecesByKey, 'namespace', name) ?? namespaceLine(name),
  }));
  return { ...PLAIN, kind: 'namespace', entries: byName(entries) };
}

function extensions(input: Indexed): Section {
  const entries = input.after.extensions.map((extension) => ({
    ...standalone(input, 'extension', extension, input.before.extensions, () =>
      extensionLine(extension, input.form),
    ),
    sortKey: dumpedExtensionName(extension.name, input.form),
  }));
  const sorted = entries.toSorted((left, right) => compareText(left.sortKey, right.sortKey));
  // Rails 5.0 and 5.1 write extensions in the order in which the database has them.
  const isSorted = railsAtLeast(input.form.rails, 5, 2);
  return {
    ...PLAIN,
    kind: 'extension',
    heading: EXTENSION_HEADING,
    entries: isSorted ? sorted : entries,
    resorts: isSorted ? 'order' : null,
  };
}

function enums(input: Indexed): Section {
  const entries = input.after.enums.map((type) =>
    standalone(input, 'enum', type, input.before.enums, () => enumText(type, input.form.enums)),
  );
  return {
    ...PLAIN,
    kind: 'enum',
    heading: ENUM_HEADING,
    entries: byName(entries),
    spaced: input.form.enums.spaced,
    resorts: 'order',
  };
}

function tables(input: Indexed): Section {
  const entries = input.after.tables.filter(isDumped(input)).map((table) => ({
    name: table.name,
    constraint: null,
    text: tableText(table, input.after, givenTable(input, table), input.form),
  }));
  return { ...PLAIN, kind: 'table', entries: byName(entries), spaced: true };
}

/**
 * Tables of other schemas (namespaces) of PostgreSQL are dumped only where the search path, or
 * since Rails 8.1 `dump_schemas`, names them: the given file then shows some.
 */
function isDumped({ before, form }: Input): (table: Table) => boolean {
  const inNamespace = ({ name }: Table): boolean => name.includes('.');
  if (form.dialect.engine !== 'postgresql' || before.tables.some(inNamespace)) return () => true;
  return (table) => !inNamespace(table);
}

/** The tables' order, and within a table that of the lines' text. */
function foreignKeys(input: Indexed): Section {
  const owners = input.after.tables
    .filter(isDumped(input))
    .toSorted((left, right) => compareText(left.name, right.name));
  const entries = owners.flatMap((table) => {
    const before = input.tablesByName.get(table.name)?.foreignKeys ?? [];
    const lines = table.foreignKeys.map((key): Entry => {
      const isKept = isDeepStrictEqual(
        before.find(({ name }) => name === key.name),
        key,
      );
      const given = isKept ? keptText(input, 'foreignKey', table.name, key.name) : null;
      return {
        name: table.name,
        constraint: key.name,
        text: given ?? foreignKeyLine(table.name, key, input.form),
      };
    });
    return lines.toSorted((left, right) => compareText(left.text, right.text));
  });
  return { ...PLAIN, kind: 'foreignKey', entries, resorts: 'text' };
}

/** Without a gem such as scenic no view is dumped. */
function dumpedViews({ views: all }: Schema): Schema['views'] {
  return all.filter(({ dumped }) => dumped !== false);
}

/** In the order in which they were made, so that a view made anew stands last, or by name. */
function views(input: Indexed): Section {
  const made = dumpedViews(input.after);
  const ordered = input.viewsByName ? viewsByName(made, input.after.engine) : made;
  const entries = ordered.map((view) =>
    standalone(input, 'view', view, input.before.views, () => viewText(view, input.form)),
  );
  return { ...PLAIN, kind: 'view', entries, resorts: 'order' };
}

/** fx dumps functions in the order in which they were made (0.2.0), so that one made anew stands last. */
function functions(input: Indexed): Section {
  const entries = input.after.functions.map((routine) =>
    standalone(input, 'function', routine, input.before.functions, () =>
      functionText(routine, input.form),
    ),
  );
  return {
    ...PLAIN,
    kind: 'function',
    entries,
    spaced: input.form.spacedPrograms,
    resorts: 'order',
  };
}

/** fx orders them by table; the server's index has those of one table by name. */
function triggers(input: Indexed): Section {
  const tables = input.after.triggers.map(({ table }) => table);
  const ordered = input.after.triggers.toSorted(
    (left, right) =>
      tables.indexOf(left.table) - tables.indexOf(right.table) ||
      compareText(left.name, right.name),
  );
  const entries = ordered.map((trigger) =>
    standalone(input, 'trigger', trigger, input.before.triggers, () =>
      triggerText(trigger, input.form),
    ),
  );
  return { ...PLAIN, kind: 'trigger', entries, spaced: input.form.spacedPrograms };
}

function virtualTables(input: Indexed): Section {
  const entries = input.after.virtualTables.map((table) =>
    standalone(input, 'virtualTable', table, input.before.virtualTables, () =>
      virtualTableLine(table),
    ),
  );
  return {
    ...PLAIN,
    kind: 'virtualTable',
    heading: VIRTUAL_TABLE_HEADING,
    entries: byName(entries),
  };
}

const HOLDING_SQL: ReadonlySet<Piece['kind']> = new Set(['view', 'function', 'trigger']);

const PLAIN = { heading: '', spaced: false, resorts: null } as const;

/** An entry of an object that stands alone: its own text while it did not change. */
function standalone<T extends { readonly name: string }>(
  input: Indexed,
  kind: Piece['kind'],
  object: T,
  before: readonly T[],
  write: () => string,
): Entry {
  const isKept = isDeepStrictEqual(
    before.find(({ name }) => name === object.name),
    object,
  );
  // SQL has no form of its own in any version of Rails, so that it is never written anew needlessly.
  const source = HOLDING_SQL.has(kind) ? { ...input, everythingAnew: false } : input;
  const given = isKept ? keptText(source, kind, object.name, null) : null;
  return { name: object.name, constraint: null, text: given ?? write() };
}

function keptText(
  { piecesByKey, everythingAnew }: Indexed,
  kind: Piece['kind'],
  name: string,
  constraint: string | null,
): string | null {
  return everythingAnew ? null : pieceText(piecesByKey, kind, name, constraint);
}

function pieceText(
  pieces: Indexed['piecesByKey'],
  kind: Piece['kind'],
  name: string,
  constraint: string | null = null,
): string | null {
  return pieces.get(pieceKey(kind, { name, constraint }))?.text ?? null;
}

/** The text of the table, or of the one that was renamed to it. */
function givenTable(input: Indexed, table: Table): GivenTable | null {
  if (input.everythingAnew) return null;
  const { before, after, piecesByKey, tablesByName } = input;
  const same = tablesByName.get(table.name);
  const given = same ?? renamedFrom(table, before, after);
  const piece = given && piecesByKey.get(pieceKey('table', { name: given.name, constraint: null }));
  return given && piece ? { table: given, piece } : null;
}

/** A table that is gone and had the very columns of the new one; null when there is none. */
function renamedFrom(table: Table, before: Schema, after: Schema): Table | null {
  const left = new Set(after.tables.map(({ name }) => name));
  return (
    before.tables.find(
      ({ name, columns }) => !left.has(name) && isDeepStrictEqual(columns, table.columns),
    ) ?? null
  );
}

function byName(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((left, right) => compareText(left.name, right.name));
}
