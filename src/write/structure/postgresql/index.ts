import type { Schema } from '../../../model/schema.ts';
import type { SqlSchemaFile } from '../../../model/schema-file.ts';
import type { WriteStructureOptions } from '../options.ts';
import { type TextEdit, versionsEdit } from '../versions.ts';
import { knownNames } from './known-names.ts';
import { type Block, blocksOf } from './layout/blocks.ts';
import { Fates } from './layout/changes.ts';
import { type FileForm, formOf } from './layout/form.ts';
import { gapBehind, type Piece, placedEntries } from './layout/place.ts';
import { placedDrops } from './layout/place-drops.ts';
import { settingsOf, withSearchPaths, withSettings } from './layout/settings.ts';
import { dumpOrder } from './order/index.ts';
import { type DummyColumns, dummyColumns } from './print/dummy-views.ts';
import type { Entry } from './print/entry.ts';
import { schemaEntries } from './print/index.ts';

/**
 * `structure.sql` as pg_dump writes it once the schema is `after`, with the list of migrations that
 * Rails puts behind it.
 *
 * Entries of objects that did not change keep their text. New and changed ones have the form of the
 * pg_dump that wrote the file, and stand where it would put them; statements that were not
 * understood keep their place.
 */
export function writePostgresqlStructure(
  file: SqlSchemaFile,
  after: Schema,
  options: WriteStructureOptions,
): string {
  const blocks = blocksOf(file);
  const form = formOf(file, blocks);
  const shared = {
    known: knownNames([file.schema, after], file.text),
    form,
    dummies: dummiesOf(file, blocks),
  };
  const beforeOrder = dumpOrder(schemaEntries({ schema: file.schema, ...shared }));
  const afterOrder = dumpOrder(schemaEntries({ schema: after, ...shared }));
  const before = byKey(beforeOrder);
  const entriesAfter = byKey(afterOrder);
  const fates = new Fates({ before, after: entriesAfter }, blocks, options.everythingAnew ?? false);
  const placing = { file, form, fates, before, after: entriesAfter, beforeOrder, afterOrder };
  const drops = blocks.filter(({ role }) => role === 'drop');
  const entries = blocks.filter(({ role }) => role === 'entry' || role === 'other');
  const pieces = placedEntries(entries, placing);
  const hasPaths = blocks.some(({ role }) => role === 'path');
  const sectioned = hasPaths ? withSearchPaths(pieces) : pieces;
  const placed = withSettings(sectioned, settingsOf(file, blocks));
  return [
    textBefore(file, blocks),
    joined(placedDrops(drops, placing)),
    drops.at(-1)?.gap ?? '',
    joined(placed),
    textBehind(file, blocks, placed, form, options),
  ].join('');
}

/** The views that stand in the file with their columns first, and with their query as a rule. */
function dummiesOf(
  file: SqlSchemaFile,
  blocks: readonly Block[],
): ReadonlyMap<string, DummyColumns> {
  return new Map(
    blocks.flatMap(({ head, role, start, end }) => {
      if (head?.type !== 'VIEW' || role !== 'entry') return [];
      const columns = dummyColumns(file.text.slice(start, end));
      const name = head.namespace === 'public' ? head.name : `${head.namespace}.${head.name}`;
      return columns ? [[name, columns] as const] : [];
    }),
  );
}

function byKey(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((each) => [each.head.key, each]));
}

/** The pieces, without what separates the last one from a next. */
function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text, gap }, at) => (at === pieces.length - 1 ? text : text + gap)).join('');
}

function textBefore(file: SqlSchemaFile, blocks: readonly Block[]): string {
  const [first] = blocks;
  return first ? file.text.slice(0, first.start) : '';
}

/** What follows the last entry, the list of migrations in it brought up to date. */
function textBehind(
  file: SqlSchemaFile,
  blocks: readonly Block[],
  placed: readonly Piece[],
  form: FileForm,
  options: WriteStructureOptions,
): string {
  const start = blocks.at(-1)?.end ?? 0;
  const edit = versionsEdit(file, options);
  const rest = edit ? edited(file.text, start, edit) : file.text.slice(start);
  if (blocks.length === 0) return placed.length > 0 ? `\n${rest}` : rest;
  const given = gapBehind(blocks.at(-1)?.head?.type ?? '', form);
  const gap = gapBehind(placed.at(-1)?.type ?? '', form);
  return rest.startsWith(given) ? gap + rest.slice(given.length) : rest;
}

function edited(text: string, start: number, edit: TextEdit): string {
  return text.slice(start, edit.start) + edit.text + text.slice(edit.end);
}
