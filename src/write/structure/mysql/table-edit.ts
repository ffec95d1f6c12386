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
  const forms = variantsOf(form).map((variant) => ({
    before: new Map(linesOf(before, variant).map((line) => [keyOf(line), line.text])),
    after: new Map(linesOf(after, variant).map((line) => [keyOf(line), line.text])),
  }));
  const formerNames = renamedColumns(before, after);
  const lines = linesOf(ordered(before, after), form).map((line) => {
    const former = line.kind === 'column' ? formerNames.get(line.name) : undefined;
    const key = keyOf({ ...line, name: former ?? line.name });
    const text = texts.get(key);
    if (text === undefined) return line;
    if (forms[0]?.before.get(key) === line.text) return { ...line, text };
    const like = forms.find((variant) => variant.before.get(key) === text);
    return { ...line, text: like?.after.get(keyOf(line)) ?? line.text };
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

/**
 * The file's form, and those that differ from it in one thing: a line that another server has left
 * there, and that changes, stays in the form of that server.
 */
function variantsOf(form: MysqlDumpForm): readonly MysqlDumpForm[] {
  return [
    form,
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
