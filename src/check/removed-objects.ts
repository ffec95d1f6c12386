import type { Operation, OperationKind } from '../model/operation.ts';
import type { CodeReference, ReferencedObject } from '../model/project-facts.ts';
import { findColumn, findTable, type Schema } from '../model/schema.ts';
import type { SourceLocation } from '../model/source.ts';
import type { RuleContext } from './context.ts';

/** Kinds after which a name that code may use is gone. */
export const REMOVING_KINDS = [
  'dropColumn',
  'renameColumn',
  'dropTable',
  'renameTable',
  'dropEnum',
  'renameEnum',
  'renameEnumValue',
  'dropView',
  'dropFunction',
] as const satisfies readonly OperationKind[];

/** The object whose name an operation takes away; null for operations that take none. */
export function removedObject(operation: Operation): ReferencedObject | null {
  switch (operation.kind) {
    case 'dropColumn':
      return { type: 'column', table: operation.table, name: operation.column };
    case 'renameColumn':
      return { type: 'column', table: operation.table, name: operation.from };
    case 'dropTable':
      return { type: 'table', table: null, name: operation.table };
    case 'renameTable':
      return { type: 'table', table: null, name: operation.from };
    case 'dropEnum':
    case 'renameEnumValue':
      return { type: 'enum', table: null, name: operation.enum };
    case 'renameEnum':
      return { type: 'enum', table: null, name: operation.from };
    case 'dropView':
      return { type: 'view', table: null, name: operation.view };
    case 'dropFunction':
      return { type: 'function', table: null, name: operation.function };
    default:
      return null;
  }
}

/** Places of the project that name an object. */
export function referencesTo(
  object: ReferencedObject,
  { project }: Pick<RuleContext, 'project'>,
): readonly CodeReference[] {
  return project.references.filter(
    (each) =>
      each.object.type === object.type &&
      each.object.table === object.table &&
      each.object.name === object.name,
  );
}

/** Where the model ignores a column already, the first phase of its drop; null where it does not. */
export function ignoredSince(
  table: string,
  column: string,
  context: Pick<RuleContext, 'project'>,
): SourceLocation | null {
  const object = { type: 'column', table, name: column } as const;
  return referencesTo(object, context).find(({ kind }) => kind === 'ignoredColumn')?.source ?? null;
}

/** True when an object of that name is still, or again, there. */
export function holdsObject(schema: Schema, { type, table, name }: ReferencedObject): boolean {
  if (type !== 'column') {
    const lists = {
      table: [...schema.tables, ...schema.views],
      view: schema.views,
      enum: schema.enums,
      function: schema.functions,
    };
    return lists[type].some((each) => each.name === name);
  }
  const owner = findTable(schema, table ?? '');
  return owner !== null && findColumn(owner, name) !== null;
}
