import type { PolicyOf } from './entry.ts';

export const tablePolicy: PolicyOf<
  | 'create-table'
  | 'create-table-with-fk'
  | 'create-table-force'
  | 'part-of-new-table'
  | 'rename-table'
  | 'drop-table'
  | 'drop-schema'
  | 'truncate'
  | 'set-table-options'
  | 'table-rewrite'
  | 'partition'
> = {
  'create-table': {
    title: 'a table without foreign keys is created',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the table is dropped, with the rows written since',
    level: 'spot',
    escalates: [],
  },
  'create-table-with-fk': {
    title: 'a table with foreign keys to existing tables is created',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the table is dropped, with the rows written since',
    level: 'thorough',
    escalates: [
      'its foreign keys lock two existing tables or more',
      'one of them is known to be in heavy use',
    ],
  },
  'create-table-force': {
    title: 'a table takes the place of an existing one (`force:`)',
    draft: 'person',
    rollback: 'humanOnly',
    wayBack: 'the rows of the table before are in no schema',
    question: 'Where is the copy of the rows that the table held before?',
    level: 'mandatory',
    escalates: [],
  },
  'part-of-new-table': {
    title: 'a part of a table that the release itself creates',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'it goes with the table',
    level: 'spot',
    escalates: [],
  },
  'rename-table': {
    title: 'a table is renamed',
    draft: 'staged',
    drafting: 'with a view under the name before, until all code is deployed',
    rollback: 'assisted',
    wayBack: 'the code that is running then must know the name before',
    level: 'thorough',
    escalates: ['the table is published to other databases, or an external system is declared'],
  },
  'drop-table': {
    title: 'a table is dropped',
    draft: 'staged',
    drafting: 'renamed first, dropped in a later release',
    rollback: 'humanOnly',
    wayBack: 'its rows are in no schema',
    question: 'Are the rows needed, and where is their copy?',
    level: 'mandatory',
    escalates: [],
  },
  'drop-schema': {
    title: 'a schema (namespace) is dropped',
    draft: 'staged',
    drafting: 'object by object',
    rollback: 'humanOnly',
    wayBack: 'the rows of its tables are in no schema file',
    question: 'What is in it that is still needed, and where is the copy?',
    level: 'mandatory',
    escalates: [],
  },
  truncate: {
    title: 'a table is emptied',
    draft: 'staged',
    drafting: 'after a copy of the rows',
    rollback: 'humanOnly',
    wayBack: 'its rows are in no schema',
    question: 'Are the rows needed, and where is their copy?',
    level: 'mandatory',
    escalates: [],
  },
  'set-table-options': {
    title: 'storage options of a table change',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'setting them back locks the table once more',
    level: 'thorough',
    escalates: [],
  },
  'table-rewrite': {
    title: 'a table is written anew: CLUSTER, VACUUM FULL, SET LOGGED, conversion of the charset',
    draft: 'person',
    rollback: 'assisted',
    wayBack: 'going back writes the whole table once more, or has no sense',
    level: 'mandatory',
    escalates: [],
  },
  partition: {
    title: 'a partition is created, attached or detached',
    draft: 'staged',
    drafting: 'a validated CHECK first, so that ATTACH reads no row',
    rollback: 'assisted',
    wayBack: 'rows written since have to be in the right table',
    level: 'thorough',
    escalates: ['it is detached without CONCURRENTLY'],
  },
};
