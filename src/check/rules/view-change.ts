import { ENGINES } from '../../model/engine.ts';
import { viewsNaming } from '../dependencies/users.ts';
import { defineRule } from '../rule.ts';

export const viewChange = defineRule({
  id: 'view-change',
  title: 'View changes under its readers',
  engines: ENGINES,
  severity: 'warning',
  on: ['createView', 'dropView'],
  docs: {
    why: 'A view that is dropped takes its readers with it: queries fail.',
    onEngine: {
      postgresql:
        'CREATE OR REPLACE VIEW refuses when columns are renamed, reordered or left out. Views over a dropped one go with CASCADE, and grants on it are lost.',
      mysql: 'Views over a dropped one fail when they are read.',
    },
    instead: 'Create the next version under another name, move the readers, then drop the old one.',
    reference: 'https://www.postgresql.org/docs/current/sql-createview.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/create-view.html',
      sqlite: 'https://www.sqlite.org/lang_createview.html',
    },
  },
  check(operation, context) {
    const name = operation.kind === 'createView' ? operation.view.name : operation.view;
    if (!context.before.views.some((view) => view.name === name)) return null;
    const readers = viewsNaming(context.before, name, null, context.readSql).filter(
      (view) => view.name !== name,
    );
    const others =
      readers.length === 0
        ? ''
        : `, and so do ${readers.map((view) => view.name).join(', ')}, which read it`;
    return {
      table: name,
      severity: operation.kind === 'dropView' && operation.cascade ? 'danger' : 'warning',
      message:
        operation.kind === 'createView'
          ? `The view ${name} gets another query; every reader of it changes with it${others}.`
          : `The view ${name} goes${others}; queries that read it fail.`,
      instead: `Create the next version of ${name} under another name, move its readers, then drop ${name}.`,
    };
  },
});
