import type { Change } from './change.ts';
import type { ReferencedObject } from './project-facts.ts';

/** What becomes of an object that code may name. */
export interface TouchedObject {
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
export function touchedObjects(changes: readonly Change[]): readonly TouchedObject[] {
  const found = new Map<string, TouchedObject>();
  for (const [position, change] of changes.entries()) {
    const object = touchedBy(change, changes);
    if (object === null) continue;
    const key = objectKey(object);
    const known = found.get(key);
    found.set(key, { object, changes: [...(known?.changes ?? []), position] });
  }
  return [...found.values()];
}

function touchedBy(change: Change, changes: readonly Change[]): ReferencedObject | null {
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
  if (type === 'enum' || type === 'function') return { type, table: null, name };
  return null;
}

/** What code calls an object: `log` for the function `log(text, integer)`. */
export function spokenName({ type, name }: ReferencedObject): string {
  return type === 'function' ? name.replace(/\(.*$/s, '') : name;
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
