import { isDeepStrictEqual } from 'node:util';
import { quoteIdentifier } from '../../../dialect/mysql/quoting.ts';
import { findTable, type Schema, type Table } from '../../../model/schema.ts';
import { createTable } from './create-table.ts';
import { type DumpedObject, type DumpInput, withStatement } from './dumped-object.ts';
import { tableSection } from './section-text.ts';
import type { Section } from './sections.ts';
import { editTable } from './table-edit.ts';

/** The tables of the dump. */
export function tables(input: DumpInput): readonly DumpedObject[] {
  const { file, after } = input;
  const byName = new Map(file.schema.tables.map((table) => [table.name, table]));
  return after.tables.map((table) => {
    const before = byName.get(table.name) ?? null;
    const isSame = before !== null && (before === table || isDeepStrictEqual(before, table));
    return {
      kind: 'table',
      name: table.name,
      table: null,
      unchanged: isSame,
      section: () => newSection(table, before, input),
      edited: (section) => editedSection(section, before ?? table, table, input),
    };
  });
}

function editedSection(section: Section, before: Table, after: Table, input: DumpInput): string {
  const { file, form } = input;
  const statement = file.text.slice(section.created.start, section.created.end);
  return withStatement(file, section, editTable(statement, before, after, form));
}

function newSection(table: Table, before: Table | null, input: DumpInput): string {
  const former = before === null ? formerTable(table, input.file.schema, input.after) : null;
  const section = input.sections.find(
    ({ kind, name }) => kind === 'table' && name === former?.name,
  );
  if (!former || !section) {
    return tableSection(table.name, createTable(table, input.form), input.layout);
  }
  const [from, to] = [former.name, table.name].map(quoteIdentifier);
  return editedSection(section, former, table, input).replaceAll(` ${from}`, ` ${to}`);
}

/**
 * The table that a new one was before it got its name, whose lines it keeps: one that is gone and
 * had columns of the same names, or all but a few of them.
 */
function formerTable(table: Table, before: Schema, after: Schema): Table | null {
  const names = new Set(table.columns.map(({ name }) => name));
  const candidates = before.tables
    .filter(({ name }) => findTable(after, name) === null)
    .map((gone) => {
      const shared = gone.columns.filter(({ name }) => names.has(name)).length;
      return { gone, share: shared / Math.max(gone.columns.length, names.size) };
    });
  const best = candidates.toSorted((left, right) => right.share - left.share)[0];
  return best && best.share >= 0.75 ? best.gone : null;
}
