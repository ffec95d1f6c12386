import { ENGINES } from '../../model/engine.ts';
import { defineRule } from '../rule.ts';

export const createTrigger = defineRule({
  id: 'create-trigger',
  title: 'Trigger changes what a write does',
  engines: ENGINES,
  severity: 'warning',
  on: ['createTrigger', 'dropTrigger'],
  docs: {
    why: 'A trigger runs with every write, backfills included, and the application does not see it.',
    onEngine: {
      postgresql: 'CREATE TRIGGER takes SHARE ROW EXCLUSIVE, DROP TRIGGER ACCESS EXCLUSIVE.',
    },
    instead:
      'Have it reviewed by hand, with the time that it adds to a write and to the largest backfill.',
    reference: 'https://www.postgresql.org/docs/current/sql-createtrigger.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/triggers.html',
      sqlite: 'https://www.sqlite.org/lang_createtrigger.html',
    },
  },
  check(operation, context) {
    const created = operation.kind === 'createTrigger';
    const name = created ? operation.trigger.name : operation.trigger;
    const table = created ? operation.trigger.table : operation.table;
    const on = table ?? context.before.triggers.find((each) => each.name === name)?.table ?? null;
    if (on !== null && context.isNewTable(on)) return null;
    const where = on === null ? 'its table' : on;
    return {
      table: on,
      message: created
        ? `From then on every write to ${where} that ${name} is for runs it too.`
        : `What ${name} did with every write to ${where} is no longer done.`,
      instead: `Have ${name} reviewed by hand, with its effect on the application's writes to ${where} and on backfills.`,
    };
  },
});
