import { quoteTable } from '../../../dialect/mysql/quoting.ts';
import { findColumn, type Table } from '../../../model/schema.ts';
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
  const texts = new Map(given.lines.map((line) => [keyOf(line), line.text]));
  const printed = textsOf(before, form);
  const likeServerOf = otherServers(before, after, form);
  const formerNames = renamedColumns(before, after);
  const lines = linesOf(ordered(before, after), form).map((line) => {
    const former = line.kind === 'column' ? formerNames.get(line.name) : undefined;
    const key = keyOf({ ...line, name: former ?? line.name });
    const text = texts.get(key);
    if (text === undefined) return line;
    if (printed.get(key) === line.text) return { ...line, text };
    if (printed.get(key) === text) return line;
    return { ...line, text: likeServerOf(key, text, keyOf(line)) ?? line.text };
  });
  const others = given.lines.filter(({ kind }) => kind === 'other');
  const head = before.name === after.name ? given.head : `CREATE TABLE ${quoteTable(after.name)} (`;
  return joinTable(head, [...lines, ...others], tailOf(given.tail, before, after), given);
}

/** The former names of columns that got another one, by the new: they stand where the others stood. */
function renamedColumns(before: Table, after: Table): ReadonlyMap<string, string> {
  const gone = before.columns.filter(({ name }) => findColumn(after, name) === null);
  const made = after.columns.filter(({ name }) => findColumn(before, name) === null);
  const pairs = made.flatMap(({ name, type }): readonly (readonly [string, string])[] => {
    const previous = after.columns[after.columns.findIndex((each) => each.name === name) - 1];
    const former = gone.find(
      (column) => column.type === type && previousOf(column.name, before) === previous?.name,
    );
    return former ? [[name, former.name]] : [];
  });
  return new Map(pairs);
}

function previousOf(name: string, { columns }: Table): string | undefined {
  return columns[columns.findIndex((column) => column.name === name) - 1]?.name;
}

function textsOf(table: Table, form: MysqlDumpForm): ReadonlyMap<string, string> {
  return new Map(linesOf(table, form).map((line) => [keyOf(line), line.text]));
}

/**
 * A line that another server has left in the file, and that changes, stays in the form of that
 * server: one that differs from the file's in one thing. Gives null where no such form has that line.
 */
function otherServers(before: Table, after: Table, form: MysqlDumpForm) {
  let variants: readonly (readonly [MysqlDumpForm, ReadonlyMap<string, string>])[] | null = null;
  return (key: string, text: string, keyAfter: string): string | null => {
    variants ??= variantsOf(form).map((variant) => [variant, textsOf(before, variant)] as const);
    const like = variants.find(([, texts]) => texts.get(key) === text)?.[0];
    return like ? (textsOf(after, like).get(keyAfter) ?? null) : null;
  };
}

function variantsOf(form: MysqlDumpForm): readonly MysqlDumpForm[] {
  return [
    { ...form, showsWidths: !form.showsWidths },
    { ...form, quotesNumbers: !form.quotesNumbers },
    { ...form, showsNullOfTexts: !form.showsNullOfTexts },
    { ...form, repeatsCollation: !form.repeatsCollation },
    { ...form, isMysql8: !form.isMysql8 },
  ];
}

function keyOf({ kind, name }: Pick<TableLine, 'kind' | 'name'>): string {
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
