import type { PolicyOf } from './entry.ts';

export const rowPolicy: PolicyOf<
  | 'backfill'
  | 'delete-data'
  | 'insert-data'
  | 'rows-of-new-table'
  | 'neutral-sql'
  | 'raw-sql-opaque'
  | 'cross-database'
> = {
  backfill: {
    title: 'rows that are there are changed (backfill)',
    draft: 'tool',
    drafting: 'as a job that works in batches',
    rollback: 'humanOnly',
    wayBack: 'the values before are in no schema',
    question: 'What did the changed rows hold before, and do they need it back?',
    level: 'mandatory',
    escalates: [],
  },
  'delete-data': {
    title: 'rows are deleted or archived',
    draft: 'person',
    rollback: 'humanOnly',
    wayBack: 'the deleted rows are in no schema',
    question: 'Are the deleted rows needed, and where is their copy?',
    level: 'mandatory',
    escalates: [],
  },
  'insert-data': {
    title: 'rows are added (seeds, reference data)',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'the rows are deleted by their keys, if nothing refers to them by then',
    level: 'thorough',
    escalates: [],
  },
  'rows-of-new-table': {
    title: 'rows of a table that the release itself creates',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'they go with the table',
    level: 'thorough',
    escalates: [],
  },
  'neutral-sql': {
    title: 'SQL that changes no object of the schema',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'there is nothing to undo',
    level: 'thorough',
    escalates: [],
  },
  'raw-sql-opaque': {
    title: 'SQL or Ruby that was not understood, or is put together while it runs',
    draft: 'person',
    rollback: 'humanOnly',
    wayBack: 'what it does is not known',
    question: 'What does it change, and which statements undo that?',
    level: 'mandatory',
    escalates: [],
  },
  'cross-database': {
    title:
      'work that reaches another database: foreign servers and tables, dblink, a second connection',
    draft: 'person',
    rollback: 'humanOnly',
    wayBack: 'the other database is not rolled back with this one',
    question: 'Who owns the other database, and what has to be undone there?',
    level: 'mandatory',
    escalates: [],
  },
};
