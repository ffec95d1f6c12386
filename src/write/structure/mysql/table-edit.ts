import { quoteTable } from '../../../dialect/mysql/quoting.ts';
import type { Table } from '../../../model/schema.ts';
import { byName } from './constraints.ts';
import { createTable, joinTable, linesOf, type TableLine } from './create-table.ts';
import type { MysqlDumpForm } from './form.ts';
import { inServerOrder } from './keys.ts';
import { cutTable } from './statement-lines.ts';
import { tableTail } from './table-options.ts';

/**
 * CREATE TABLE of a table that changed: what reads as before keeps the text that it has in the
 * file, line by line, and the rest is written as the server prints it.
 *
 * @param statement - the one in the file, without its semicolon.
 */
export function editTable(
  statement: string,
  before: Table,
  after: Table,
  form: MysqlDumpForm,
): string {
  const given = cutTable(statement);
  if (given === null) return createTable(after, form);
  const printed = new Map(linesOf(before, form).map((line) => [keyOf(line), line.text]));
  const texts = new Map(given.lines.map((line) => [keyOf(line), line.text]));
  const lines = linesOf(ordered(before, after), form).map((line) => {
    const stays = printed.get(keyOf(line)) === line.text;
    return { ...line, text: (stays ? texts.get(keyOf(line)) : undefined) ?? line.text };
  });
  const others = given.lines.filter(({ kind }) => kind === 'other');
  const head = before.name === after.name ? given.head : `CREATE TABLE ${quoteTable(after.name)} (`;
  return joinTable(head, [...lines, ...others], tailOf(given.tail, before, after));
}

function keyOf({ kind, name }: TableLine): string {
  return `${kind} ${name}`;
}

/** The tail as it stands, unless the options changed. */
function tailOf(given: string, before: Table, after: Table): string {
  const counts = ({ columns }: Table): boolean =>
    columns.some(({ autoIncrement }) => autoIncrement !== null);
  const isSame =
    tableTail(before, null) === tableTail(after, null) && counts(before) === counts(after);
  return isSame ? given : tableTail(after, given);
}

/** Keys and constraints in the server's order, unless those of the file stand in another. */
function ordered(before: Table, after: Table): Table {
  const sorts = <T>(items: readonly T[], sorted: readonly T[]): boolean =>
    items.every((item, at) => item === sorted[at]);
  const indexes = sorts(before.indexes, inServerOrder(before.indexes, before))
    ? inServerOrder(after.indexes, after)
    : after.indexes;
  const foreignKeys = sorts(before.foreignKeys, byName(before.foreignKeys))
    ? byName(after.foreignKeys)
    : after.foreignKeys;
  return { ...after, indexes, foreignKeys };
}
