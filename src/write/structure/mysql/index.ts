import type { Schema } from '../../../model/schema.ts';
import type { SqlSchemaFile } from '../../../model/schema-file.ts';
import type { WriteStructureOptions } from '../options.ts';
import { type TextEdit, versionsEdit } from '../versions.ts';
import type { DumpedObject } from './dumped-object.ts';
import { withEdits } from './edits.ts';
import { formOf } from './form.ts';
import { layoutOf } from './layout.ts';
import { dumpedObjects } from './objects.ts';
import { isFoot, type Section, sectionsOf } from './sections.ts';
import { orderOf } from './table-order.ts';

/**
 * The text of `db/structure.sql` as mysqldump or mariadb-dump would write it once the schema is
 * `after`, with the list of migrations that Rails puts behind it.
 *
 * What did not change keeps its text, in a table line by line; what no reader understood stays
 * where it is. New objects stand where the dump tool puts them, in the form of the others.
 */
export function writeMysqlStructure(
  file: SqlSchemaFile,
  after: Schema,
  options: WriteStructureOptions,
): string {
  const sections = sectionsOf(file);
  const form = formOf(file);
  const layout = layoutOf(file, form);
  const relations = sections.filter(({ kind }) => kind === 'table' || kind === 'placeholder');
  const compareNames = orderOf(relations.map(({ name }) => name));
  const objects = dumpedObjects({ file, after, form, layout, sections, compareNames });
  const versions = versionsEdit(file, options);
  return withEdits(file.text, [
    ...removals(file, sections, objects),
    ...changes(sections, objects, options.everythingAnew === true),
    ...additions(file, sections, objects),
    ...(versions ? [versions] : []),
  ]);
}

/** Takes out what was read and is no more; what was not understood stays. */
function removals(
  { schema }: SqlSchemaFile,
  sections: readonly Section[],
  objects: readonly DumpedObject[],
): readonly TextEdit[] {
  const wanted = new Set(objects.map(keyOf));
  const known = knownIn(schema);
  return sections
    .filter((section) => known.has(keyOf(section)) && !wanted.has(keyOf(section)))
    .map(({ start, end }) => ({ start, end, text: '' }));
}

function knownIn(schema: Schema): ReadonlySet<string> {
  const keys = (kinds: readonly string[], items: readonly { readonly name: string }[]) =>
    items.flatMap(({ name }) => kinds.map((kind) => keyOf({ kind, name })));
  return new Set([
    ...keys(['table'], schema.tables),
    ...keys(['placeholder', 'view'], schema.views),
    ...keys(['trigger'], schema.triggers),
    ...keys(['function', 'procedure'], schema.functions),
    ...keys(['event'], schema.objects ?? []),
  ]);
}

function changes(
  sections: readonly Section[],
  objects: readonly DumpedObject[],
  everythingAnew: boolean,
): readonly TextEdit[] {
  const byKey = new Map(sections.map((section) => [keyOf(section), section]));
  return objects.flatMap((object): readonly TextEdit[] => {
    const section = byKey.get(keyOf(object));
    if (!section || (object.unchanged && !everythingAnew)) return [];
    const text = everythingAnew ? object.section() : object.edited(section);
    return [{ start: section.start, end: section.end, text }];
  });
}

/** Each new object goes behind the one that it follows in the dump tool's order. */
function additions(
  file: SqlSchemaFile,
  sections: readonly Section[],
  objects: readonly DumpedObject[],
): readonly TextEdit[] {
  const byKey = new Map(sections.map((section) => [keyOf(section), section]));
  let place = firstPlace(file, sections);
  const heading = sections.find(({ kind }) => kind === 'heading')?.end ?? 0;
  const edits: TextEdit[] = [];
  for (const object of objects) {
    const section = byKey.get(keyOf(object));
    if (!IN_TABLES.has(object.kind)) place = Math.max(place, heading);
    if (section) place = section.end;
    else if (!object.unchanged) edits.push({ start: place, end: place, text: object.section() });
  }
  return edits;
}

const IN_TABLES: ReadonlySet<Section['kind']> = new Set(['table', 'placeholder', 'trigger']);

/** Where the first object stands, or would stand: before the settings are put back. */
function firstPlace({ text }: SqlSchemaFile, sections: readonly Section[]): number {
  const first = sections.find(({ kind }) => kind !== 'frame' && kind !== 'heading');
  const foot = sections.find((section) => isFoot(text, section));
  return first?.start ?? foot?.start ?? sections.at(-1)?.end ?? 0;
}

function keyOf({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return `${kind} ${name}`;
}
