import { NO_PROJECT_FACTS, type ProjectFacts } from '../../model/project-facts.ts';
import type { Server, ServerName } from '../../model/server.ts';
import type { Survey, SurveyedColumn, SurveyedTable } from '../../model/survey.ts';

/** The server of production, as `migdocs.yml` states it. */
export function serverOf(
  name: ServerName,
  ...version: readonly number[]
): { readonly server: Server } {
  return { server: { name, version, decidedBy: 'migdocs.yml says so' } };
}

/** What the project's files say. */
export function projectOf(facts: Partial<ProjectFacts>): { readonly project: ProjectFacts } {
  return { project: { ...NO_PROJECT_FACTS, ...facts } };
}

interface Found {
  readonly tables?: readonly (Pick<SurveyedTable, 'name'> & Partial<SurveyedTable>)[];
  readonly columns?: readonly SurveyedColumn[];
  readonly settings?: { readonly [name: string]: string };
}

/** A survey of PostgreSQL 16, taken on 2026-11-20 from statistics that were reset on 2026-10-01. */
export function surveyOf({ tables = [], columns = [], settings = {} }: Found): {
  readonly survey: Survey;
} {
  return {
    survey: {
      format: 1,
      server: { name: 'postgresql', version: '16.4' },
      takenAt: '2026-11-20T08:15:00Z',
      settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
      tables: tables.map((table) => ({
        rows: null,
        rowsAre: 'estimated',
        bytes: null,
        indexBytes: null,
        deadRows: null,
        writes: null,
        analyzedAt: null,
        indexes: [],
        ...table,
      })),
      columns,
      countedSince: '2026-10-01T00:00:00Z',
      activity: { longTransactions: null, publications: null, logicalSlots: null, replicas: null },
    },
  };
}
