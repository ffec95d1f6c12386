import { defineRule } from '../rule.ts';

export const renameNamespace = defineRule({
  id: 'rename-schema',
  title: 'Schema is renamed under running code',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['renameNamespace'],
  docs: {
    why: 'Every qualified name, every search_path and every function body that says the old name stops working at once.',
    instead:
      'Create the new schema with views over the old tables, move the users, then move the tables.',
    reference: 'https://www.postgresql.org/docs/current/sql-alterschema.html',
  },
  check({ from, to }) {
    return {
      message: `Renaming the schema ${from} to ${to} breaks every statement and every search_path that says ${from}.`,
      instead: `Create the schema ${to} with views over the tables of ${from}, let every user move to ${to}, then move the tables.`,
    };
  },
});
