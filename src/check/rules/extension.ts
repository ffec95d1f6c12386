import { serverAtLeast } from '../../model/server.ts';
import { defineRule } from '../rule.ts';

/**
 * Extensions of PostgreSQL's own packages that are marked as trusted: from 13 on who has CREATE on
 * the database may enable them.
 *
 * @see {@link https://www.postgresql.org/docs/current/contrib.html}
 */
const TRUSTED = new Set([
  'btree_gin',
  'btree_gist',
  'citext',
  'cube',
  'dict_int',
  'fuzzystrmatch',
  'hstore',
  'intarray',
  'isn',
  'lo',
  'ltree',
  'pgcrypto',
  'pg_trgm',
  'plpgsql',
  'seg',
  'tablefunc',
  'tcn',
  'tsm_system_rows',
  'tsm_system_time',
  'unaccent',
  'uuid-ossp',
]);

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
  check(operation, context) {
    if (operation.kind === 'createExtension') {
      const { name } = operation.extension;
      if (context.before.extensions.some((each) => each.name === name)) return null;
      if (serverAtLeast(context.server, 13) && TRUSTED.has(name)) {
        return {
          severity: 'info',
          message: `Enabling ${name} fails where the role of the migration has no CREATE on the database, and where the server has no such package.`,
          instead: `Check on each environment that ${name} is in pg_available_extensions and that the role of the migration owns the database, or has CREATE on it.`,
        };
      }
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
