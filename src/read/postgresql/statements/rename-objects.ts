import type { ObjectType } from '@pgsql/types';
import { columnSequence, sequenceOfColumn } from '../../../dialect/postgresql/column-sequences.ts';
import { serialSequence } from '../../../dialect/postgresql/default-names.ts';
import { sequenceTaken } from '../../../dialect/postgresql/free-names.ts';
import { bareName } from '../../../dialect/sql-names.ts';
import type { RenamedObjectType } from '../../../model/operation.ts';
import type { Column, Schema, Table } from '../../../model/schema.ts';
import { kindOfObject, type ObjectName } from './object-names.ts';
import { type Bodies, noEffect, type Reading, type Told } from './reading.ts';

/** Kinds of objects that have a type of their own in the model. */
const OWN_TYPES: { readonly [T in ObjectType]?: RenamedObjectType } = {
  OBJECT_DOMAIN: 'domain',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_ROUTINE: 'function',
  OBJECT_POLICY: 'policy',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'view',
};

/** RENAME TO and SET SCHEMA of what a Ruby schema file may leave out, which then changes nothing. */
export function renameObject(
  kind: ObjectType | undefined,
  { name, table }: ObjectName,
  to: string,
  reading: Reading,
): Bodies {
  const type = OWN_TYPES[kind ?? 'OBJECT_AMOP'] ?? kindOfObject(kind)?.type;
  if (!type) return [noEffect(reading, 'renames an object that no dump shows')];
  // The model tells functions of one name apart by their definitions.
  const isFunction = type === 'function';
  const from = isFunction ? withoutArguments(name) : name;
  const target = isFunction ? withoutArguments(to) : to;
  if (!reading.schema.complete && !isHeld(reading.schema, type, from, table)) {
    return [noEffect(reading, `renames ${from}, which the schema file does not hold`)];
  }
  return [{ kind: 'renameObject', type, table, from, to: target }];
}

function withoutArguments(name: string): string {
  return name.replace(/\(.*$/s, '');
}

function isHeld(
  schema: Schema,
  type: RenamedObjectType,
  name: string,
  table: string | null,
): boolean {
  const named = (objects: readonly { readonly name: string }[]): boolean =>
    objects.some((object) => object.name === name);
  switch (type) {
    case 'domain':
      return named(schema.domains);
    case 'function':
      return named(schema.functions);
    case 'policy':
      return named(schema.policies.filter((policy) => policy.table === table));
    case 'sequence':
      return named(schema.sequences);
    case 'trigger':
      return named(schema.triggers.filter((trigger) => trigger.table === table));
    case 'view':
      return named(schema.views);
    default:
      return named((schema.objects ?? []).filter((object) => object.type === type));
  }
}

/** Columns that take from the sequence name it in their default, or are told with its name. */
export function* moveSequence(from: string, to: string, reading: Reading): Bodies {
  const { schema } = reading;
  const isFree = schema.sequences.some(({ name }) => name === from);
  if (isFree) yield { kind: 'renameObject', type: 'sequence', table: null, from, to };
  else if (!schema.complete) yield noEffect(reading, `renames the sequence ${from}`);
  for (const table of schema.tables) {
    for (const column of table.columns) yield* renumbered(column, table, { from, to }, reading);
  }
}

function renumbered(
  column: Column,
  table: Table,
  { from, to }: { readonly from: string; readonly to: string },
  { schema }: Reading,
): readonly Told[] {
  const changed = schema.complete
    ? withSequence(column, table, from, to)
    : withDefault(column, table, from, to);
  if (!changed) return [];
  const set = { kind: 'setColumn', table: table.name, column: changed } as const;
  const at = { ...set, using: null, position: null };
  const isNumbered = schema.complete && column.autoIncrement !== null;
  return [isNumbered ? at : { ...at, impliedBy: `the sequence ${from} is renamed` }];
}

/** Who owns the sequence is known: the column is as it was, with the sequence's new name. */
function withSequence(column: Column, table: Table, from: string, to: string): Column | null {
  const own = sequenceOfColumn(column, table.name);
  if (own?.name === from) {
    const { sequence: _before, ...rest } = column;
    const sequence = columnSequence(table.name, column, { name: to, options: own.options });
    return sequence ? { ...rest, sequence } : rest;
  }
  return own === null && sequenceTaken(column, table.name) === from
    ? { ...column, default: { kind: 'expression', sql: `nextval('${to}'::regclass)` } }
    : null;
}

/** In a Ruby schema file the name of the sequence tells whether the column is a serial one. */
function withDefault(column: Column, table: Table, from: string, to: string): Column | null {
  if (sequenceTaken(column, table.name) !== from) return null;
  if (to === serialSequence(table.name, column.name)) {
    return { ...column, autoIncrement: 'sequence', default: null };
  }
  const sql = `nextval('${to}'::regclass)`;
  return { ...column, autoIncrement: null, default: { kind: 'expression', sql } };
}

/** The name in another schema; null is the default one. */
export function movedTo(name: string, namespace: string): string {
  const list = /\(.*$/s.exec(name)?.[0] ?? '';
  const bare = bareName(name.slice(0, name.length - list.length));
  return `${namespace === 'public' ? '' : `${namespace}.`}${bare}${list}`;
}
