import { defineRule } from '../rule.ts';

export const dropNamespace = defineRule({
  id: 'drop-schema-database',
  title: 'Schema is dropped',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['dropNamespace'],
  docs: {
    why: 'Rails writes DROP SCHEMA … CASCADE: everything in the schema goes, with all rows.',
    instead:
      'Drop the tables of the schema one by one in reviewed migrations, then the empty schema.',
    reference: 'https://www.postgresql.org/docs/current/sql-dropschema.html',
  },
  check({ namespace }) {
    return {
      message: `Dropping the schema ${namespace} deletes every object in it, with all rows.`,
      instead: `Drop the tables of ${namespace} one by one, each in a reviewed migration, then the empty schema.`,
    };
  },
});
