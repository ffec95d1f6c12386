import type { Column, Schema, Table } from '../../model/schema.ts';
import { bareName } from '../sql-names.ts';
import { bytesOf, MAX_BYTES, objectName, serialSequence } from './default-names.ts';

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

/** The sequence that the column's default takes from; null when it takes from none. */
export function sequenceTaken(column: Column, table: string): string | null {
  if (column.autoIncrement === 'sequence') return serialSequence(table, column.name);
  const sql = column.default?.kind === 'expression' ? column.default.sql : '';
  return /^nextval\('(.+)'::regclass\)$/.exec(sql)?.[1]?.replaceAll('"', '') ?? null;
}

function namespaceOf(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf('.'), 0));
}
