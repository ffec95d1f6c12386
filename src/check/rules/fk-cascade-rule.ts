import { ENGINES } from '../../model/engine.ts';
import { keysMade } from '../foreign-keys.ts';
import { addForeignKeyLine } from '../recipes/foreign-key.ts';
import { code } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const fkCascadeRule = defineRule({
  id: 'fk-cascade-rule',
  title: 'Deleting one row can delete many',
  engines: ENGINES,
  severity: 'info',
  on: ['addForeignKey', 'createTable'],
  docs: {
    why: 'ON DELETE CASCADE deletes all child rows with the parent, in one statement, without callbacks and without a trace in the application.',
    instead:
      'Restrict the delete, and let the application delete the children, in batches where there are many.',
    reference: 'https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK',
    references: {
      mysql:
        'https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html#foreign-key-referential-actions',
      sqlite: 'https://www.sqlite.org/foreignkeys.html#fk_actions',
    },
  },
  check(operation, context) {
    const { table: name, keys } = keysMade(operation);
    return keys
      .filter(({ onDelete }) => onDelete === 'cascade')
      .map((key) => ({
        table: name,
        message: `Deleting a row of ${key.toTable} deletes its rows in ${context.withSize(name)} too, whatever their number.`,
        instead:
          operation.kind === 'createTable' && context.migration.tool !== 'rails'
            ? `Where the rows of ${name} are not to go along, say ON DELETE RESTRICT for ${key.columns.join(', ')} in its CREATE TABLE.`
            : code(
                `# Where the rows of ${name} are not to go along`,
                addForeignKeyLine(name, { ...key, onDelete: 'restrict' }),
              ),
      }));
  },
});
