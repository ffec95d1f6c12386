import type { PolicyOf } from './entry.ts';

export const objectPolicy: PolicyOf<
  | 'create-enum'
  | 'add-enum-value'
  | 'rename-enum'
  | 'rename-enum-value'
  | 'drop-type'
  | 'create-domain'
  | 'create-sequence'
  | 'alter-sequence'
  | 'reset-sequence'
  | 'create-schema'
  | 'rename-schema'
  | 'view'
  | 'materialized-view'
  | 'trigger'
  | 'function'
  | 'enable-extension'
  | 'drop-extension'
  | 'access'
  | 'replication'
  | 'statistics'
  | 'server-setting'
  | 'other-object'
  | 'rename-object'
> = {
  'create-enum': {
    title: 'an enum is created',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'columns that have the type by then keep it from being dropped',
    level: 'spot',
    escalates: [],
  },
  'add-enum-value': {
    title: 'a value is added to an enum',
    draft: 'tool',
    rollback: 'humanOnly',
    wayBack: 'no statement takes a value out of an enum',
    question: 'Can the value stay, or which rows have it and what do they get instead?',
    level: 'thorough',
    escalates: [],
  },
  'rename-enum': {
    title: 'an enum is renamed',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'the code that is running then must know the name before',
    level: 'mandatory',
    escalates: [],
  },
  'rename-enum-value': {
    title: 'a value of an enum is renamed',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'the code that is running then must know the value before',
    level: 'thorough',
    escalates: [],
  },
  'drop-type': {
    title: 'an enum, a domain or another type is dropped, or made anew',
    draft: 'person',
    rollback: 'humanOnly',
    wayBack: 'which rows had which of its values is in no schema',
    question: 'Which columns had the type, and what do their values become?',
    level: 'mandatory',
    escalates: [],
  },
  'create-domain': {
    title: 'a domain is created or altered',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'columns that have the type by then keep it from being dropped',
    level: 'thorough',
    escalates: [],
  },
  'create-sequence': {
    title: 'a sequence is created',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the sequence is dropped',
    level: 'spot',
    escalates: [],
  },
  'alter-sequence': {
    title: 'options of a sequence change',
    draft: 'person',
    rollback: 'assisted',
    wayBack: 'numbers that were given stay given',
    level: 'thorough',
    escalates: [],
  },
  'reset-sequence': {
    title: 'a sequence is dropped, or set to another number',
    draft: 'person',
    rollback: 'humanOnly',
    wayBack: 'the number that it had reached is in no schema',
    question: 'Which number had it reached, and which numbers are in use?',
    level: 'mandatory',
    escalates: [],
  },
  'create-schema': {
    title: 'a schema (namespace) is created',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the schema is dropped while it is empty',
    level: 'spot',
    escalates: [],
  },
  'rename-schema': {
    title: 'a schema (namespace) is renamed',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'the code that is running then must know the name before',
    level: 'mandatory',
    escalates: [],
  },
  view: {
    title: 'a view is created, replaced or dropped',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the version before is kept, and is created again',
    level: 'thorough',
    escalates: ['other views read it', 'CASCADE drops what reads it'],
  },
  'materialized-view': {
    title: 'a materialized view is created, replaced, dropped or refreshed',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'its query runs again, which takes its time',
    level: 'thorough',
    escalates: ['it is refreshed while its readers wait, and a table that it reads is large'],
  },
  trigger: {
    title: 'a trigger, a rule or an event is created or dropped',
    draft: 'person',
    rollback: 'humanOnly',
    wayBack: 'what it wrote, or did not write, in the meantime is in no schema',
    question:
      'What was written, changed or refused with it or without it in the meantime, and does that have to be put right?',
    level: 'mandatory',
    escalates: [],
  },
  function: {
    title: 'a function, procedure, aggregate, operator or cast is created, replaced or dropped',
    draft: 'person',
    rollback: 'assisted',
    wayBack: 'the body before is kept, and what called it in the meantime is not known',
    level: 'thorough',
    escalates: ['an index, a generated column, a check, a policy or a trigger uses it'],
  },
  'enable-extension': {
    title: 'an extension is enabled',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'the extension is disabled while nothing uses it',
    level: 'thorough',
    escalates: [],
  },
  'drop-extension': {
    title: 'an extension is disabled',
    draft: 'person',
    rollback: 'humanOnly',
    wayBack: 'objects that go with it lose their data',
    question: 'Which columns, indexes and functions came from it, and what do they become?',
    level: 'mandatory',
    escalates: [],
  },
  access: {
    title: 'who sees or may do what changes: row security, policies, grants, owners',
    draft: 'person',
    rollback: 'assisted',
    wayBack: 'who saw or changed what in the meantime stays so',
    level: 'mandatory',
    escalates: [],
  },
  replication: {
    title: 'what is sent to other databases changes: replica identity, publications',
    draft: 'person',
    rollback: 'assisted',
    wayBack: 'what was sent, or not sent, in the meantime stays so',
    level: 'mandatory',
    escalates: [],
  },
  statistics: {
    title: 'extended statistics are created or dropped',
    draft: 'tool',
    rollback: 'automatic',
    wayBack: 'they change estimates and no result',
    level: 'spot',
    escalates: [],
  },
  'server-setting': {
    title: 'a setting of the database, or a language of its functions, changes',
    draft: 'person',
    rollback: 'assisted',
    wayBack: 'its effect on what ran in the meantime is not known',
    level: 'mandatory',
    escalates: [],
  },
  'other-object': {
    title: 'a collation, a text search object or an access method is created or dropped',
    draft: 'person',
    rollback: 'assisted',
    wayBack: 'indexes that were built with it do not follow',
    level: 'thorough',
    escalates: [],
  },
  'rename-object': {
    title: 'another object is renamed, or moved to another schema',
    draft: 'tool',
    rollback: 'assisted',
    wayBack: 'the code that is running then must know the name before',
    level: 'thorough',
    escalates: [],
  },
};
