import { quoteTable } from '../../../dialect/mysql/quoting.ts';
import type { Table } from '../../../model/schema.ts';
import { columnLine, isOfColumn } from './column.ts';
import { byName, checkLine, foreignKeyLine } from './constraints.ts';
import type { MysqlDumpForm } from './form.ts';
import { indexLine, inServerOrder, primaryKeyLine } from './keys.ts';
import { tableTail } from './table-options.ts';

/** A line between the parentheses of CREATE TABLE, without its indentation and comma. */
export interface TableLine {
  readonly kind: 'column' | 'primaryKey' | 'index' | 'foreignKey' | 'checkConstraint' | 'other';
  /** Empty for the primary key, and for what is of another kind. */
  readonly name: string;
  readonly text: string;
}

/** CREATE TABLE as SHOW CREATE TABLE prints it, without the semicolon. */
export function createTable(table: Table, form: MysqlDumpForm): string {
  return joinTable(
    `CREATE TABLE ${quoteTable(table.name)} (`,
    tableLines(table, form),
    tableTail(table, null),
  );
}

/** The blanks of SHOW CREATE TABLE. */
const SPACING = { indent: '  ', beforeTail: '\n' };

export function joinTable(
  head: string,
  lines: readonly TableLine[],
  tail: string,
  { indent, beforeTail } = SPACING,
): string {
  return `${head}\n${lines.map(({ text }) => indent + text).join(',\n')}${beforeTail}${tail}`;
}

/** The lines of a new table, in the order of the server. */
function tableLines(table: Table, form: MysqlDumpForm): readonly TableLine[] {
  const indexes = inServerOrder(table.indexes, table);
  return linesOf({ ...table, indexes, foreignKeys: byName(table.foreignKeys) }, form);
}

/** The lines of a table in its own order: columns, primary key, indexes, foreign keys, checks. */
export function linesOf(table: Table, form: MysqlDumpForm): readonly TableLine[] {
  const { columns, primaryKey, indexes, foreignKeys, checkConstraints } = table;
  const checks = checkConstraints.filter(
    (check) => !columns.some((column) => isOfColumn(check, column, form)),
  );
  return [
    ...columns.map((column) => line('column', column.name, columnLine(column, table, form))),
    ...(primaryKey ? [line('primaryKey', '', primaryKeyLine(primaryKey))] : []),
    ...indexes.map((index) => line('index', index.name, indexLine(index, table, form))),
    ...foreignKeys.map((key) => line('foreignKey', key.name, foreignKeyLine(key, form))),
    ...checks.map((check) => line('checkConstraint', check.name, checkLine(check, form))),
  ];
}

function line(kind: TableLine['kind'], name: string, text: string): TableLine {
  return { kind, name, text };
}
