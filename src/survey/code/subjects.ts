import type { Change } from '../../model/change.ts';
import type { ReferencedObject } from '../../model/project-facts.ts';
import type { Schema } from '../../model/schema.ts';
import type { Vocabulary } from '../../read/code-uses.ts';

/** What becomes of an object that code may name. */
export interface Subject {
  /** Under the name that it has before the release. */
  readonly object: ReferencedObject;
  /** Positions in the proposal's changes. */
  readonly changes: readonly number[];
}

/** Differences of a column that nothing in code can notice. */
const SILENT: ReadonlySet<string> = new Set(['comment', 'position']);

/**
 * The tables, columns, enums, views and functions that are removed, renamed or altered, in the order
 * of the changes. What is added is not among them: no code names it yet.
 */
export function subjectsOf(changes: readonly Change[]): readonly Subject[] {
  const found = new Map<string, Subject>();
  for (const [position, change] of changes.entries()) {
    const object = subjectOf(change, changes);
    if (object === null) continue;
    const key = objectKey(object);
    const known = found.get(key);
    found.set(key, { object, changes: [...(known?.changes ?? []), position] });
  }
  return [...found.values()];
}

function subjectOf(change: Change, changes: readonly Change[]): ReferencedObject | null {
  if (change.kind === 'added') return null;
  const { type, table } = change.object;
  const name = change.from ?? change.object.name;
  const isSame = change.kind === 'altered';
  if (type === 'column' && table !== null) {
    if (isSame && change.differences.every(({ property }) => SILENT.has(property))) return null;
    return { type: 'column', table: tableNameBefore(table, changes), name };
  }
  // The columns of a table are changes of their own; what else is altered of it, no code names.
  if (type === 'table') return isSame ? null : { type, table: null, name };
  if (type === 'view' || type === 'materializedView') return { type: 'view', table: null, name };
  if (type === 'enum' || type === 'function') return { type, table: null, name: bare(name) };
  return null;
}

/** `log(text, integer)` is called `log`. */
function bare(name: string): string {
  return name.replace(/\(.*$/s, '');
}

/** The name that a table had before the release. */
export function tableNameBefore(table: string, changes: readonly Change[]): string {
  const renamed = changes.find(
    ({ kind, object }) => kind === 'renamed' && object.type === 'table' && object.name === table,
  );
  return renamed?.from ?? table;
}

/** A text that is the same for the same object. */
export function objectKey({ type, table, name }: ReferencedObject): string {
  return JSON.stringify([type, table, name]);
}

/** The names to look for. */
export function vocabularyOf(subjects: readonly Subject[], before: Schema): Vocabulary {
  const named = (...types: readonly ReferencedObject['type'][]) =>
    new Set(subjects.flatMap(({ object }) => (types.includes(object.type) ? [object.name] : [])));
  const having = new Map<string, string[]>();
  for (const table of before.tables) {
    for (const { name } of table.columns) {
      const tables = having.get(name);
      if (tables) tables.push(table.name);
      else having.set(name, [table.name]);
    }
  }
  return {
    columns: named('column'),
    tables: named('table', 'view'),
    others: named('enum', 'function'),
    tablesWith: (column) => having.get(column) ?? [],
  };
}
