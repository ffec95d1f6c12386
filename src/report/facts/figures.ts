import { operationTable } from '../../model/operation.ts';
import { own } from '../../model/own.ts';
import type { Proposal, ProposalOptions } from '../../model/proposal.ts';
import { findTable } from '../../model/schema.ts';
import { type SurveyedTable, surveyedTable } from '../../model/survey.ts';
import type { TableRows } from '../../model/table-rows.ts';
import { nameBefore } from './name-before.ts';

/** What is known of the size of one table that the release touches. */
export interface TableFigures {
  /** Under the name that it has before the release. */
  readonly table: string;
  /** Null when nobody told how many rows it has. */
  readonly rows: TableRows | null;
  /** By the thresholds of the configuration; a table of unknown size counts as large. */
  readonly size: 'small' | 'medium' | 'large';
  /** Null when no survey holds the table. */
  readonly surveyed: Omit<SurveyedTable, 'name' | 'rows' | 'rowsAre'> | null;
}

/** The tables that are there before the release and that it changes or locks, by name. */
export function figuresOf(proposal: Proposal): readonly TableFigures[] {
  const { steps, before, options, survey } = proposal;
  const touched = steps.flatMap(({ operation, locks }) => [
    ...(operationTable(operation) === null ? [] : [operationTable(operation) ?? '']),
    ...locks.map(({ table }) => table),
  ]);
  const names = new Set(touched.map((table) => nameBefore(table, steps)));
  return [...names]
    .filter((table) => findTable(before, table) !== null)
    .sort((one, other) => (one < other ? -1 : 1))
    .map((table) => {
      const rows = own(options.rows, table) ?? null;
      return { table, rows, size: sizeOf(rows, options), surveyed: figuresIn(survey, table) };
    });
}

function figuresIn(survey: Proposal['survey'], table: string): TableFigures['surveyed'] {
  const found = surveyedTable(survey, table);
  if (found === null) return null;
  const { name: _, rows: __, rowsAre: ___, ...figures } = found;
  return figures;
}

function sizeOf(rows: TableRows | null, { sizes }: ProposalOptions): TableFigures['size'] {
  if (rows === null || rows.rows >= sizes.large) return 'large';
  return rows.rows < sizes.small ? 'small' : 'medium';
}
