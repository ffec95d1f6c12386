import type { PolicyOf } from './entry.ts';

export const columnPolicy: PolicyOf<
  | 'add-column-nullable'
  | 'add-column-not-null-default'
  | 'add-column-not-null-no-default'
  | 'add-column-volatile'
  | 'add-column-json'
  | 'drop-column'
  | 'drop-new-column'
  | 'rename-column'
  | 'change-type-metadata'
  | 'change-type-rewrite'
  | 'narrow-type'
  | 'set-not-null'
  | 'drop-not-null'
  | 'change-default'
  | 'set-column-options'
  | 'comment'
> = {
  'add-column-nullable': {
    title: 'a column that may be NULL is added',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the column is dropped, with what was written since',
    level: 'spot',
    escalates: ['the table has triggers', 'Active Record has a method of its name'],
  },
  'add-column-not-null-default': {
    title: 'a NOT NULL column with a default is added',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the column is dropped, with what was written since',
    level: 'thorough',
    escalates: [
      'the server writes every row of a large table for it: PostgreSQL 10 and older, MySQL 5.7',
    ],
  },
  'add-column-not-null-no-default': {
    title: 'a NOT NULL column without a default is added',
    draft: 'staged',
    drafting: 'nullable first, then the default, the values of the old rows, and NOT NULL',
    rollback: 'assisted',
    wayBack: 'code that writes the column has to be gone before',
    level: 'mandatory',
    escalates: [],
  },
  'add-column-volatile': {
    title:
      'a column whose value the server computes for each row is added: volatile default, serial, identity, generated and stored, domain',
    draft: 'staged',
    drafting: 'without the default first, then in batches',
    rollback: 'assisted',
    wayBack: 'the computed values are lost, and adding it again computes others',
    level: 'thorough',
    escalates: ['the table is large'],
  },
  'add-column-json': {
    title: 'a column of type json is added',
    draft: 'tool',
    drafting: 'as jsonb',
    rollback: 'automatic',
    wayBack: 'the column is dropped, with what was written since',
    level: 'thorough',
    escalates: [],
  },
  'drop-column': {
    title: 'a column is dropped',
    draft: 'staged',
    drafting: '`ignored_columns` first, its indexes and foreign keys next, the column last',
    rollback: 'humanOnly',
    wayBack: 'its values are in no schema',
    question: 'Are the values of the column needed, and where is their copy?',
    level: 'mandatory',
    escalates: [],
  },
  'drop-new-column': {
    title: 'a column that the release itself added is dropped',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'the column is there again, empty',
    level: 'thorough',
    escalates: [],
  },
  'rename-column': {
    title: 'a column is renamed',
    draft: 'staged',
    drafting: 'a new column beside the old one, or all code at once',
    rollback: 'assisted',
    wayBack: 'the code that is running then must know the name before',
    level: 'thorough',
    escalates: ['code, reports, views or functions still say the name before'],
  },
  'change-type-metadata': {
    title: 'the type of a column changes, and no row is written',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'values written since may not fit into the type before',
    level: 'thorough',
    escalates: ['a view reads the column'],
  },
  'change-type-rewrite': {
    title: 'the type of a column changes, and every row is written anew',
    draft: 'staged',
    drafting: 'a new column beside the old one',
    rollback: 'assisted',
    wayBack: 'going back writes every row once more, and values may not fit',
    level: 'mandatory',
    escalates: [],
  },
  'narrow-type': {
    title: 'a type gets a limit, a smaller one, or less precision',
    draft: 'person',
    rollback: 'humanOnly',
    wayBack: 'what was cut off or rounded is in no schema',
    question: 'Which values were cut off or rounded, and where are they kept as they were?',
    level: 'mandatory',
    escalates: [],
  },
  'set-not-null': {
    title: 'a column becomes NOT NULL',
    draft: 'staged',
    drafting: 'a CHECK that is NOT VALID first, validated later',
    rollback: 'automatic',
    wayBack: 'the column may be NULL again',
    level: 'thorough',
    escalates: ['it is done in one step on a large table'],
  },
  'drop-not-null': {
    title: 'a column may be NULL from now on',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'it is refused once a row holds NULL',
    level: 'thorough',
    escalates: [],
  },
  'change-default': {
    title: 'a default changes',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the default before is set again',
    level: 'spot',
    escalates: [
      'a NOT NULL column loses its default',
      'the default of a NOT NULL column changes while `partial_inserts` is on',
    ],
  },
  'set-column-options': {
    title: 'a column is set without a change of its type, its rows or its default',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'setting it back locks the table once more',
    level: 'spot',
    escalates: [],
  },
  comment: {
    title: 'a comment on a table, a column or another object',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the comment before is set again',
    level: 'spot',
    escalates: [],
  },
};
