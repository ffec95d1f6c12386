import { bareName } from '../../../dialect/sql-names.ts';
import type { Column, Schema, Table } from '../../../model/schema.ts';
import { namespaceOf, qualified } from '../names.ts';

/** NAMEDATALEN - 1. */
const MAX_BYTES = 63;

/**
 * A name as PostgreSQL makes one: `table_column_label`, where the longer of the first two gives
 * way until 63 bytes are enough (makeObjectName in src/backend/commands/indexcmds.c).
 */
export function objectName(table: string, column: string | null, label: string): string {
  const first = bytesOf(table);
  const second = bytesOf(column ?? '');
  const room = MAX_BYTES - bytesOf(label).length - 1 - (column === null ? 0 : 1);
  let one = first.length;
  let two = second.length;
  while (one + two > room) {
    if (one > two) one -= 1;
    else two -= 1;
  }
  return [clipped(first, one), ...(column === null ? [] : [clipped(second, two)]), label].join('_');
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** As much of the text as fits, without half a character. */
function clipped(bytes: Uint8Array, length: number): string {
  return new TextDecoder().decode(bytes.subarray(0, length)).replace(/\uFFFD+$/, '');
}

/** The name, with the first number behind its label that makes it free. */
export function freeName(
  table: string,
  column: string | null,
  label: string,
  isTaken: (name: string) => boolean,
): string {
  let name = objectName(bareName(table), column, label);
  for (let number = 1; isTaken(name); number += 1) {
    name = objectName(bareName(table), column, `${label}${number}`);
  }
  return name;
}

/** The columns of a key as its name holds them (ChooseIndexNameAddition). */
export function nameAddition(columns: readonly string[]): string {
  let text = '';
  for (const column of columns) {
    text = text === '' ? column : `${text}_${column}`;
    if (bytesOf(text).length > MAX_BYTES) break;
  }
  return text;
}

/** Names of constraints are looked up in the whole schema (namespace) of the table. */
export function constraintNameTaken(schema: Schema, table: Table): (name: string) => boolean {
  const namespace = namespaceOf(table.name);
  const others = schema.tables.filter(
    (other) => other.name !== table.name && namespaceOf(other.name) === namespace,
  );
  const taken = new Set([...others, table].flatMap(constraintNames));
  return (name) => taken.has(name);
}

/** Names of tables, views, sequences and indexes share one list (ChooseRelationName). */
export function relationNameTaken(schema: Schema, table: Table): (name: string) => boolean {
  const namespace = namespaceOf(table.name);
  const inside = [...schema.tables, ...schema.views].filter(
    (other) => other.name !== table.name && namespaceOf(other.name) === namespace,
  );
  const taken = new Set([
    ...[...inside, ...schema.sequences, table].map(({ name }) => bareName(name)),
    ...[...inside, table].flatMap(({ indexes }) => indexes.map(({ name }) => name)),
    ...[...schema.tables.filter((other) => other.name !== table.name), table].flatMap(
      constraintNames,
    ),
  ]);
  return (name) => taken.has(name);
}

/** The names of all constraints of the table, its primary key's first. */
export function constraintNames(table: Table): readonly string[] {
  const key = table.primaryKey;
  return [
    ...(key ? [key.name ?? objectName(bareName(table.name), null, 'pkey')] : []),
    ...[
      ...table.foreignKeys,
      ...table.checkConstraints,
      ...table.uniqueConstraints,
      ...table.exclusionConstraints,
    ].map(({ name }) => name),
  ];
}

/** The sequence of a serial column: `t_c_seq`, in the table's schema. */
export function serialSequence(table: string, column: string): string {
  return qualified(namespaceOf(table), objectName(bareName(table), column, 'seq'));
}

/** The sequence that the column's default takes from; null when it takes from none. */
export function sequenceTaken(column: Column, table: string): string | null {
  if (column.autoIncrement === 'sequence') return serialSequence(table, column.name);
  const sql = column.default?.kind === 'expression' ? column.default.sql : '';
  return /^nextval\('(.+)'::regclass\)$/.exec(sql)?.[1]?.replaceAll('"', '') ?? null;
}
