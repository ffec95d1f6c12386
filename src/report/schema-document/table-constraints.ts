import { code, column, denseTable, row, subheading } from '../blocks.ts';
import type { PartView, TableView } from '../tables.ts';
import type { ReportBlock, TableRow } from '../types.ts';
import {
  describeCheckConstraint,
  describeExclusionConstraint,
  describeUniqueConstraint,
  OBJECT_WORDS,
} from '../words/index.ts';
import { changeCell } from './table-columns.ts';

/**
 * Unique, check and exclusion constraints, and a primary key that has a name or changes: the
 * header says the others. Nothing for a table without any.
 */
export function tableConstraints(view: TableView): readonly ReportBlock[] {
  const rows = [
    ...view.primaryKeys
      .filter(({ part, mark }) => part.name !== null || mark !== 'none')
      .map((one) =>
        constraintRow(
          OBJECT_WORDS.primaryKey,
          one.part.name ?? '',
          one.part.columns.join(', '),
          one,
        ),
      ),
    ...view.uniqueConstraints.map((one) =>
      constraintRow(
        OBJECT_WORDS.uniqueConstraint,
        one.part.name,
        describeUniqueConstraint(one.part),
        one,
      ),
    ),
    ...view.checkConstraints.map((one) =>
      constraintRow(
        OBJECT_WORDS.checkConstraint,
        one.part.name,
        describeCheckConstraint(one.part),
        one,
      ),
    ),
    ...view.exclusionConstraints.map((one) =>
      constraintRow(
        OBJECT_WORDS.exclusionConstraint,
        one.part.name,
        describeExclusionConstraint(one.part),
        one,
      ),
    ),
  ];
  if (rows.length === 0) return [];
  return [
    subheading('Keys and constraints'),
    denseTable(
      [column('Kind', 3), column('Name', 4), column('Definition', 6), column('Change', 4)],
      rows,
      { whenEmpty: 'There are none.' },
    ),
  ];
}

function constraintRow(
  kind: string,
  name: string,
  definition: string,
  { mark, change }: PartView<unknown>,
): TableRow {
  return row([kind, code(name), code(definition), changeCell(change)], { mark });
}
