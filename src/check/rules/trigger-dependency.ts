import { ENGINES } from '../../model/engine.ts';
import { changesValues } from '../changes-values.ts';
import { defineRule } from '../rule.ts';

export const triggerDependency = defineRule({
  id: 'trigger-dependency',
  title: 'Table has triggers',
  engines: ENGINES,
  severity: 'warning',
  on: ['changeRows', 'dropColumn', 'renameColumn', 'setColumn', 'dropTable', 'renameTable'],
  docs: {
    why: 'Bodies of triggers are text: no engine notices when a column that they name goes, they fail at the next write. Row changes of a migration fire them too: audit rows, double writes, time.',
    instead: 'Read the bodies before the change, and say in the sign-off what they do during it.',
    reference: 'https://www.postgresql.org/docs/current/ddl-depend.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/triggers.html',
      sqlite: 'https://www.sqlite.org/lang_createtrigger.html',
    },
  },
  check(operation, context) {
    const table = operation.kind === 'renameTable' ? operation.from : operation.table;
    const triggers = context.before.triggers.filter((trigger) => trigger.table === table);
    if (table === null || triggers.length === 0 || context.isNewTable(table)) return null;
    if (operation.kind === 'setColumn' && !changesValues(operation, context)) return null;
    const names = triggers.map(({ name }) => name).join(', ');
    return {
      table,
      message:
        operation.kind === 'changeRows'
          ? `Writing rows of ${table} fires ${names}.`
          : `${table} has the ${triggers.length === 1 ? 'trigger' : 'triggers'} ${names}, which nothing changes along.`,
      instead: `Read ${names} before the change, and write down what ${triggers.length === 1 ? 'it does' : 'they do'} during it.`,
    };
  },
});
