import { defineRule } from '../rule.ts';

export const extension = defineRule({
  id: 'extension',
  title: 'Extension is enabled or dropped',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['createExtension', 'dropExtension'],
  docs: {
    why: 'CREATE EXTENSION needs a superuser, or an extension that is trusted or allowed by the host. DROP EXTENSION … CASCADE, which Rails writes, drops every column and index of its types.',
    instead:
      'Ask whether the role of the migration may do it on every environment; before a drop, list what uses its types.',
    reference: 'https://www.postgresql.org/docs/current/sql-dropextension.html',
  },
  check(operation) {
    if (operation.kind === 'createExtension') {
      const { name } = operation.extension;
      return {
        severity: 'info',
        message: `Enabling ${name} fails where the role of the migration may not do it.`,
        instead: `Check on each environment that ${name} is installed and that the role of the migration may enable it.`,
      };
    }
    const { extension: name, cascade } = operation;
    return {
      message: `Dropping ${name}${cascade ? ' with CASCADE drops every column, index and function that uses it' : ' fails while a column, index or function uses it'}.`,
      instead: `List what uses ${name} with \\dx+ and pg_depend first, and drop that in reviewed migrations of its own.`,
    };
  },
});
