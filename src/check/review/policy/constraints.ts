import type { PolicyOf } from './entry.ts';

export const constraintPolicy: PolicyOf<
  | 'add-index-small'
  | 'add-index-medium'
  | 'add-index-large-concurrent'
  | 'add-index-large-blocking'
  | 'add-unique'
  | 'drop-index'
  | 'rename-index'
  | 'set-index-enabled'
  | 'add-foreign-key'
  | 'add-check'
  | 'validate-constraint'
  | 'add-exclusion'
  | 'change-primary-key'
  | 'drop-constraint'
  | 'rename-constraint'
> = {
  'add-index-small': {
    title: 'an index on a small table is built',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the index is dropped',
    level: 'spot',
    escalates: [],
  },
  'add-index-medium': {
    title: 'an index on a medium table is built while writes wait; on SQLite on a large one, too',
    draft: 'staged',
    drafting: 'with CONCURRENTLY, where the engine has it',
    rollback: 'assisted',
    wayBack: 'dropping it waits for queries that use the table',
    level: 'thorough',
    escalates: [],
  },
  'add-index-large-concurrent': {
    title: 'an index on a medium or large table is built while writes go on',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'dropping it is a statement of its own, which runs while writes go on',
    level: 'thorough',
    escalates: [
      'the server is PostgreSQL 14.0 to 14.3, whose concurrent builds can leave rows out',
      'the table is partitioned',
    ],
  },
  'add-index-large-blocking': {
    title: 'an index on a large table is built while writes wait',
    draft: 'staged',
    drafting: 'with CONCURRENTLY',
    rollback: 'assisted',
    wayBack: 'dropping it waits for queries that use the table',
    level: 'mandatory',
    escalates: [],
  },
  'add-unique': {
    title: 'a unique index or constraint is added',
    draft: 'staged',
    drafting: 'the index with CONCURRENTLY first, the constraint on it next',
    rollback: 'assisted',
    wayBack: 'duplicates written since keep it from coming back',
    level: 'thorough',
    escalates: ['a survey shows duplicates', 'writes to a large table wait for the build'],
  },
  'drop-index': {
    title: 'an index is dropped',
    draft: 'tool',
    drafting: 'with CONCURRENTLY',
    rollback: 'assisted',
    wayBack: 'building it again takes its time',
    level: 'thorough',
    escalates: [
      'it is unique',
      'it supports a foreign key',
      'no survey says that nothing uses it, and the table is not small',
    ],
  },
  'rename-index': {
    title: 'an index is renamed',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the name before is set again',
    level: 'spot',
    escalates: ['a view, function or trigger says its name'],
  },
  'set-index-enabled': {
    title: 'an index is shown to the planner, or hidden from it',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'one statement sets it back',
    level: 'thorough',
    escalates: [],
  },
  'add-foreign-key': {
    title: 'a foreign key is added',
    draft: 'staged',
    drafting: 'NOT VALID first, validated in the next migration',
    rollback: 'automatic',
    wayBack: 'the foreign key is dropped',
    level: 'thorough',
    escalates: ['every row of a table that is not small is checked in the same step'],
  },
  'add-check': {
    title: 'a check constraint is added',
    draft: 'staged',
    drafting: 'NOT VALID first, validated in the next migration',
    rollback: 'automatic',
    wayBack: 'the check is dropped',
    level: 'thorough',
    escalates: ['every row of a table that is not small is checked in the same step'],
  },
  'validate-constraint': {
    title: 'a constraint that was NOT VALID is validated',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'a validated constraint can stay as it is',
    level: 'thorough',
    escalates: [],
  },
  'add-exclusion': {
    title: 'an exclusion constraint is added',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'rows that break it can be written from then on',
    level: 'mandatory',
    escalates: [],
  },
  'change-primary-key': {
    title: 'a primary key is added or dropped',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'other tables and the application find rows by it',
    level: 'mandatory',
    escalates: [],
  },
  'drop-constraint': {
    title: 'a foreign key, check, unique or exclusion constraint is dropped',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'rows written since can keep it from coming back',
    level: 'thorough',
    escalates: ['the parent of the foreign key is known to be in heavy use'],
  },
  'rename-constraint': {
    title: 'a constraint is renamed',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the name before is set again',
    level: 'spot',
    escalates: ['a view, function or trigger says its name'],
  },
};
