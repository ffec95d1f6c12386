import { indexTakenOver } from '../index-takeover.ts';
import { notNullByCheck } from '../recipes/not-null.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { scansForNotNull } from '../scans-for-not-null.ts';
import { sqlName } from '../sql-name.ts';

export const pkUsingNullableIndex = defineRule({
  id: 'pk-using-nullable-index',
  title: 'Primary key from an index sets NOT NULL on the way',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['addPrimaryKey'],
  docs: {
    why: 'PRIMARY KEY USING INDEX builds nothing, but makes every column of the index NOT NULL: where one can hold NULL, the whole table is read under ACCESS EXCLUSIVE (measured on 15.18 and 18.6).',
    instead: 'Make the columns NOT NULL by way of a validated CHECK first.',
    reference:
      'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX',
  },
  check(operation, context) {
    const { table, primaryKey } = operation;
    const index = indexTakenOver(operation, context);
    if (index === null || context.isNewTable(table)) return null;
    const nullable = primaryKey.columns.filter((name) => scansForNotNull(table, name, context));
    if (nullable.length === 0) return null;
    const { engine } = context;
    const add = `ALTER TABLE ${sqlName(table, engine)} ADD PRIMARY KEY USING INDEX ${sqlName(index, engine)}`;
    return {
      severity: context.severityBySize(table),
      message: `Making ${index} the primary key sets ${nullable.map((name) => `${table}.${name}`).join(', ')} NOT NULL, and reads ${context.withSize(table)} for it while reads and writes wait.`,
      instead: code(
        ...nullable.flatMap((name, position) => [
          notNullByCheck(table, name, context, 1 + 2 * position),
          '',
        ]),
        `# Migration ${1 + 2 * nullable.length}`,
        `execute ${text(add)}`,
      ),
    };
  },
});
