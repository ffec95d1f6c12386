import type { OperationBody } from '../../../model/operation.ts';
import type { ForeignKey, ReferentialAction, Table } from '../../../model/schema.ts';
import { columnList, joinTokens, type SqlReader } from './reader.ts';

/** What follows `ADD CONSTRAINT`; null when it is not certain. */
export function addConstraint(reader: SqlReader, { name: table }: Table): OperationBody | null {
  const name = reader.name();
  if (name === null) return null;
  if (reader.take('FOREIGN', 'KEY')) {
    const foreignKey = readForeignKey(name, reader);
    return foreignKey && { kind: 'addForeignKey', table, foreignKey, ifNotExists: false };
  }
  if (reader.take('CHECK')) {
    const group = reader.group();
    if (group === null || !reader.done) return null;
    const checkConstraint = { name, expression: joinTokens(group), validated: true };
    return { kind: 'addCheckConstraint', table, checkConstraint, ifNotExists: false };
  }
  const primary = reader.take('PRIMARY', 'KEY');
  if (!primary && !reader.take('UNIQUE')) return null;
  const columns = columnList(reader.group());
  if (columns === null || !reader.done) return null;
  if (primary) return { kind: 'addPrimaryKey', table, primaryKey: { name, columns } };
  const uniqueConstraint = { name, columns, deferrable: null, nullsNotDistinct: false };
  return { kind: 'addUniqueConstraint', table, uniqueConstraint, usingIndex: null };
}

const ACTIONS: readonly (readonly [words: readonly string[], action: ReferentialAction])[] = [
  [['CASCADE'], 'cascade'],
  [['RESTRICT'], 'restrict'],
  [['SET', 'NULL'], 'setNull'],
  [['SET', 'DEFAULT'], 'setDefault'],
  [['NO', 'ACTION'], 'noAction'],
];

function readForeignKey(name: string, reader: SqlReader): ForeignKey | null {
  const columns = columnList(reader.group());
  const toTable = reader.take('REFERENCES') ? reader.name() : null;
  const toColumns = toTable === null ? null : (columnList(reader.group()) ?? ['id']);
  let onDelete: ReferentialAction = 'noAction';
  let onUpdate: ReferentialAction = 'noAction';
  for (;;) {
    if (reader.take('ON', 'DELETE')) onDelete = action(reader);
    else if (reader.take('ON', 'UPDATE')) onUpdate = action(reader);
    else break;
  }
  if (columns === null || toTable === null || toColumns === null || !reader.done) return null;
  return {
    name,
    columns,
    toTable,
    toColumns,
    onDelete,
    onUpdate,
    deferrable: null,
    validated: true,
  };
}

function action(reader: SqlReader): ReferentialAction {
  return ACTIONS.find(([words]) => reader.take(...words))?.[1] ?? 'noAction';
}

/** What follows `DROP CONSTRAINT`: the part of the table that has that name; null when none has. */
export function dropConstraint(reader: SqlReader, table: Table): OperationBody | null {
  const ifExists = reader.take('IF', 'EXISTS');
  const name = reader.name();
  const cascade = reader.take('CASCADE');
  if (name === null || cascade || !reader.done) return null;
  const has = (parts: readonly { readonly name: string }[]): boolean =>
    parts.some((part) => part.name === name);
  if (has(table.foreignKeys))
    return { kind: 'dropForeignKey', table: table.name, foreignKey: name, ifExists };
  if (has(table.checkConstraints))
    return { kind: 'dropCheckConstraint', table: table.name, checkConstraint: name, ifExists };
  if (has(table.uniqueConstraints))
    return { kind: 'dropUniqueConstraint', table: table.name, uniqueConstraint: name, ifExists };
  if (has(table.exclusionConstraints))
    return {
      kind: 'dropExclusionConstraint',
      table: table.name,
      exclusionConstraint: name,
      ifExists,
    };
  const isKey =
    table.primaryKey !== null && (table.primaryKey.name ?? `${table.name}_pkey`) === name;
  return isKey ? { kind: 'dropPrimaryKey', table: table.name } : null;
}
