import { isDeepStrictEqual } from 'node:util';
import { railsAtLeast } from '../../../model/engine.ts';
import type { Column, Index, Schema, Table } from '../../../model/schema.ts';
import { alignedColumnLines } from './aligned-columns.ts';
import { columnLine } from './column.ts';
import { compareText, listedColumns, orderedColumns, staysSorted } from './column-order.ts';
import { listedIndexes } from './constraint-indexes.ts';
import {
  addCheckConstraintLine,
  checkConstraintLine,
  exclusionConstraintLine,
  isDumpedOutside,
  uniqueConstraintLine,
} from './constraint-lines.ts';
import type { SchemaForm } from './form.ts';
import { indexLine } from './index-line.ts';
import type { GivenLine, Piece } from './pieces.ts';
import { tableHead } from './table-head.ts';

/** A table as the file has it: what it says and the text that says so. */
export interface GivenTable {
  readonly table: Table;
  readonly piece: Piece;
}

/**
 * The text of `create_table ... end`, and of the checks that stand after it. Lines of what did not
 * change are those of the given table, in their order; an unchanged table keeps its text as it is.
 *
 * @param given - null when the table is new, or nothing is to be kept.
 */
export function tableText(
  table: Table,
  schema: Schema,
  given: GivenTable | null,
  form: SchemaForm,
): string {
  const isSame = given?.table === table;
  if (given && (isSame || isDeepStrictEqual(withoutKeys(table), withoutKeys(given.table)))) {
    return given.piece.text;
  }
  const lines: readonly GivenLine[] = [
    headLine(table, schema, given, form),
    ...columnLines(table, schema, given, form),
    ...indexLines(table, given, form),
    ...constraintLines(table, given, form),
    keptLine(given, 'end', null) ?? { kind: 'end', name: null, text: '  end\n' },
  ];
  // A dump has no blank line in a table but the one of `indexLines`.
  const others = (given?.piece.lines ?? []).filter(({ text }) => text.trim() !== '');
  const block = withOtherLines(lines, others).map(({ text }) => text);
  return block.join('') + outsideText(table, form);
}

/** Foreign keys stand at the end of the file, and the key's constraint name stands nowhere. */
function withoutKeys({ foreignKeys: _, primaryKey, ...table }: Table): object {
  return { ...table, primaryKey: primaryKey?.columns ?? null };
}

function headLine(
  table: Table,
  schema: Schema,
  given: GivenTable | null,
  form: SchemaForm,
): GivenLine {
  const kept = keptLine(given, 'head', null);
  if (kept && given && isDeepStrictEqual(headOf(table), headOf(given.table))) return kept;
  return { kind: 'head', name: null, text: tableHead(table, schema, form) };
}

/** What the line with `create_table` says. */
function headOf(table: Table): object {
  const { name, comment, options, charset, collation } = table;
  const listed = new Set(listedColumns(table));
  const key = table.columns.filter((column) => !listed.has(column));
  const keyColumns = table.primaryKey?.columns ?? null;
  return { name, comment, options, charset, collation, key, keyColumns };
}

function columnLines(
  table: Table,
  schema: Schema,
  given: GivenTable | null,
  form: SchemaForm,
): readonly GivenLine[] {
  const sorted = form.sortedColumns || (given !== null && staysSorted(given.table, form.rails));
  const columns = orderedColumns(table, sorted);
  if (form.alignedColumns) return alignedLines(columns, schema, given, form);
  return columns.map((column) => {
    const before = given?.table.columns.find(({ name }) => name === column.name);
    const kept = isDeepStrictEqual(before, column) ? keptLine(given, 'column', column.name) : null;
    return kept ?? { kind: 'column', name: column.name, text: columnLine(column, schema, form) };
  });
}

/** A changed column can change the width of all others, so they are kept all or none. */
function alignedLines(
  columns: readonly Column[],
  schema: Schema,
  given: GivenTable | null,
  form: SchemaForm,
): readonly GivenLine[] {
  const before = given ? orderedColumns(given.table, form.sortedColumns) : null;
  if (given && isDeepStrictEqual(before, columns)) {
    return given.piece.lines.filter(({ kind }) => kind === 'column');
  }
  const texts = alignedColumnLines(columns, schema, form);
  return columns.map(({ name }, position) => ({
    kind: 'column',
    name,
    text: texts[position] ?? '',
  }));
}

function indexLines(
  table: Table,
  given: GivenTable | null,
  form: SchemaForm,
): readonly GivenLine[] {
  const indexes = listedIndexes(table, form);
  const constraints = table.uniqueConstraints.length + table.exclusionConstraints.length;
  // With none left to list, the dumper prints their empty list (`indexes_in_create`).
  if (indexes.length === 0 && constraints > 0) {
    return [{ kind: 'other', name: null, text: '\n' }];
  }
  return mergedLines<Index>('index', indexes, given?.table.indexes ?? [], given, (index) =>
    indexLine(index, form),
  );
}

function constraintLines(
  table: Table,
  given: GivenTable | null,
  form: SchemaForm,
): readonly GivenLine[] {
  const { rails } = form;
  const checks = table.checkConstraints.filter((check) => !isDumpedOutside(check, form));
  const before = given?.table;
  return [
    ...(railsAtLeast(rails, 6, 1)
      ? mergedLines('checkConstraint', checks, before?.checkConstraints ?? [], given, (check) =>
          checkConstraintLine(check, table, form),
        )
      : []),
    ...(railsAtLeast(rails, 7, 1)
      ? [
          ...mergedLines(
            'exclusionConstraint',
            table.exclusionConstraints,
            before?.exclusionConstraints ?? [],
            given,
            exclusionConstraintLine,
          ),
          ...mergedLines(
            'uniqueConstraint',
            table.uniqueConstraints,
            before?.uniqueConstraints ?? [],
            given,
            (unique) => uniqueConstraintLine(unique, form),
          ),
        ]
      : []),
  ];
}

/**
 * Lines of unchanged objects as they stand in the file, and the others among them in the dumper's
 * order, which is that of the lines' text.
 */
function mergedLines<T extends { readonly name: string }>(
  kind: GivenLine['kind'],
  wanted: readonly T[],
  before: readonly T[],
  given: GivenTable | null,
  write: (object: T) => string,
): readonly GivenLine[] {
  const isKept = (object: T): boolean =>
    isDeepStrictEqual(
      before.find(({ name }) => name === object.name),
      object,
    );
  const keptNames = new Set(wanted.filter(isKept).map(({ name }) => name));
  const kept = (given?.piece.lines ?? []).filter(
    (line) => line.kind === kind && line.name !== null && keptNames.has(line.name),
  );
  const present = new Set(kept.map(({ name }) => name));
  const added = wanted
    .filter(({ name }) => !present.has(name))
    .map((object) => ({ kind, name: object.name, text: write(object) }))
    .toSorted((left, right) => compareText(left.text, right.text));
  const isChanged = added.length > 0 || kept.length < before.length;
  const lines = added.reduce<readonly GivenLine[]>(inserted, kept);
  return isChanged ? lines.toSorted(byText) : lines;
}

function byText(left: GivenLine, right: GivenLine): number {
  return compareText(withoutBreak(left.text), withoutBreak(right.text));
}

function inserted(lines: readonly GivenLine[], line: GivenLine): readonly GivenLine[] {
  const next = lines.findIndex(
    ({ text }) => compareText(withoutBreak(text), withoutBreak(line.text)) > 0,
  );
  return next < 0 ? [...lines, line] : lines.toSpliced(next, 0, line);
}

function withoutBreak(text: string): string {
  return text.replace(/\n$/, '');
}

/** Puts lines that no reader knows back after the line that they stood after. */
function withOtherLines(
  lines: readonly GivenLine[],
  given: readonly GivenLine[],
): readonly GivenLine[] {
  const result = [...lines];
  given.forEach((line, position) => {
    if (line.kind !== 'other') return;
    const anchors = given.slice(0, position).toReversed();
    const at = anchors
      .map((anchor) => result.findIndex((candidate) => isSameLine(candidate, anchor)))
      .find((found) => found >= 0);
    result.splice((at ?? 0) + 1, 0, line);
  });
  return result;
}

function isSameLine(left: GivenLine, right: GivenLine): boolean {
  if (left.kind !== right.kind) return false;
  return left.kind === 'other'
    ? left.text === right.text
    : left.name === right.name || left.kind === 'head';
}

function keptLine(
  given: GivenTable | null,
  kind: GivenLine['kind'],
  name: string | null,
): GivenLine | null {
  const isWanted = (line: GivenLine): boolean =>
    line.kind === kind && (name === null || line.name === name);
  return given?.piece.lines.find(isWanted) ?? null;
}

/** NOT VALID checks, which since Rails 7.2.3 stand after the table with a blank line between. */
function outsideText(table: Table, form: SchemaForm): string {
  const lines = table.checkConstraints
    .filter((check) => isDumpedOutside(check, form))
    .map((check) => addCheckConstraintLine(check, table, form))
    .toSorted(compareText);
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}
