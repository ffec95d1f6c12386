import { diffLines } from 'diff';
import type { Change, ChangeKind, PropertyDifference } from '../../model/change.ts';
import type { Schema, Table } from '../../model/schema.ts';
import type { DiffLine, Mark } from '../types.ts';
import {
  count,
  describeCheckConstraint,
  describeColumn,
  describeDifference,
  describeExclusionConstraint,
  describeForeignKey,
  describeIndex,
  describeObject,
  describePrimaryKey,
  describeUniqueConstraint,
  objectWord,
} from '../words/index.ts';

export const CHANGE_MARKS: { readonly [K in ChangeKind]: Mark } = {
  added: 'added',
  removed: 'removed',
  altered: 'altered',
  renamed: 'renamed',
};

/** One line for an object that differs. */
export function changeLine(change: Change): DiffLine {
  const { kind, object, from } = change;
  const isTable = object.type === 'table';
  const name = object.type === 'primaryKey' ? '' : object.name;
  const renamed = from === null ? [] : [{ property: 'name', before: from, after: object.name }];
  return {
    mark: CHANGE_MARKS[kind],
    object: objectWord(object),
    name,
    // A table's parts have lines of their own.
    definition: isTable
      ? ''
      : describeObject(object.type, kind === 'removed' ? change.before : change.after),
    differences: [...renamed, ...change.differences.map(differenceWords)],
  };
}

/** Program texts are compared line by line: one line of each would not show what differs. */
function differenceWords(difference: PropertyDifference): DiffLine['differences'][number] {
  const { property, before, after } = difference;
  const isText = typeof before === 'string' && typeof after === 'string';
  if (property !== 'definition' || !isText) return describeDifference(difference);
  const parts = diffLines(before.trim(), after.trim());
  const lines = (added: boolean) =>
    parts.reduce((sum, part) => sum + ((added ? part.added : part.removed) ? part.count : 0), 0);
  return {
    property,
    before: count(lineCount(before), 'line'),
    after: `${count(lineCount(after), 'line')} (${lines(true)} added, ${lines(false)} removed)`,
  };
}

function lineCount(text: string): number {
  return text.trim().split('\n').length;
}

/** A line for every part of a table that comes or goes as a whole. */
export function tableLines(table: Table, mark: Mark): readonly DiffLine[] {
  const line = (object: string, name: string, definition: string): DiffLine => ({
    mark,
    object,
    name,
    definition,
    differences: [],
  });
  const { primaryKey } = table;
  return [
    ...table.columns.map((one) => line('column', one.name, describeColumn(one))),
    ...(primaryKey === null ? [] : [line('primary key', '', describePrimaryKey(primaryKey))]),
    ...table.indexes.map((one) => line('index', one.name, describeIndex(one))),
    ...table.foreignKeys.map((one) => line('foreign key', one.name, describeForeignKey(one))),
    ...table.checkConstraints.map((one) =>
      line('check constraint', one.name, describeCheckConstraint(one)),
    ),
    ...table.uniqueConstraints.map((one) =>
      line('unique constraint', one.name, describeUniqueConstraint(one)),
    ),
    ...table.exclusionConstraints.map((one) =>
      line('exclusion constraint', one.name, describeExclusionConstraint(one)),
    ),
  ];
}

/** A line that says that something may have happened to the object, and nobody can tell. */
export function unknownLine(sentence: string): DiffLine {
  return { mark: 'unknown', object: 'effect', name: '', definition: sentence, differences: [] };
}

/** The table that a change adds or removes as a whole; null for any other change. */
export function wholeTable(change: Change, before: Schema, after: Schema): Table | null {
  if (change.object.type !== 'table') return null;
  const schemas: { readonly [K in ChangeKind]: Schema | null } = {
    added: after,
    removed: before,
    altered: null,
    renamed: null,
  };
  const { name } = change.object;
  return schemas[change.kind]?.tables.find((table) => table.name === name) ?? null;
}
