import type { SqlSchemaFile } from '../../../model/schema-file.ts';
import type { TextEdit } from '../versions.ts';
import type { DumpedSchema } from './dumped-schema.ts';
import type { SchemaLines } from './schema-lines.ts';

/**
 * What becomes of the statements of objects: those that are gone take their lines along, changed ones
 * are written anew in their place, and new ones stand behind all others.
 */
export function objectEdits(
  file: SqlSchemaFile,
  dumped: DumpedSchema,
  lines: SchemaLines,
): readonly TextEdit[] {
  const kept = new Set<number>();
  const changed: TextEdit[] = [];
  const added: string[] = [];
  for (const row of dumped.rows()) {
    const object = dumped.dumped(row);
    const line = lines.of(row, dumped.database);
    if (!object && lines.shows(row)) added.push(line);
    if (!object?.place) continue;
    kept.add(object.place.start);
    if (object.line !== line) changed.push({ ...object.place, text: line });
  }
  const removed = dumped.places
    .filter(({ start }) => !kept.has(start))
    .map(({ start, end }) => ({ start, end: behindLine(file.text, end), text: '' }));
  return [...removed, ...changed, ...appended(file, dumped, added)];
}

function behindLine(text: string, end: number): number {
  return text.startsWith('\n', end) ? end + 1 : end;
}

function appended(
  file: SqlSchemaFile,
  { places }: DumpedSchema,
  added: readonly string[],
): readonly TextEdit[] {
  if (added.length === 0) return [];
  const text = added.map((line) => `${line}\n`).join('');
  const last = places.at(-1);
  const versions = file.statements.find(({ kind }) => kind === 'versions');
  const at = last ? behindLine(file.text, last.end) : (versions?.start ?? file.text.length);
  const isOnOwnLine = at === 0 || file.text[at - 1] === '\n';
  return [{ start: at, end: at, text: isOnOwnLine ? text : `\n${text}` }];
}

/** The text with edits that do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.toSorted((left, right) => left.start - right.start || left.end - right.end);
  let result = '';
  let position = 0;
  for (const edit of sorted) {
    result += text.slice(position, edit.start) + edit.text;
    position = Math.max(position, edit.end);
  }
  return result + text.slice(position);
}
