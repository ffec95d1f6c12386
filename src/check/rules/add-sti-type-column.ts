import { classify } from '../../dialect/rails/inflections.ts';
import { bareName } from '../../dialect/sql-names.ts';
import { ENGINES } from '../../model/engine.ts';
import type { RuleContext } from '../context.ts';
import { code, columnType, defaultValue, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const addStiTypeColumn = defineRule({
  id: 'add-sti-type-column',
  title: 'Running code looks for the class that the column names',
  engines: ENGINES,
  severity: 'danger',
  on: ['addColumn'],
  docs: {
    why: 'Active Record takes a column called type for the class of each row. Once the column is there with a value, a process that loads its columns anew instantiates that class, and raises ActiveRecord::SubclassNotFound where its code does not have it or it is no subclass.',
    instead:
      'Add the column without a default, deploy the code that knows the classes, then set the default.',
    reference:
      'https://api.rubyonrails.org/classes/ActiveRecord/Inheritance.html#module-ActiveRecord::Inheritance-label-Single+table+inheritance',
  },
  check({ table, column }, context) {
    const { name, default: value } = column;
    if (name !== 'type' || value === null || context.migration.tool !== 'rails') return null;
    if (context.isNewTable(table) || inheritsElsewhere(table, context)) return null;
    // The model of the table itself is there already.
    if (value.kind === 'literal' && value.value === classify(bareName(table))) return null;
    const shown = defaultValue(value);
    return {
      message: `With ${table}.type at ${shown}, code that runs without a class of that name fails on every row of ${table} that it loads.`,
      instead: code(
        '# Release 1, together with the classes',
        `add_column ${symbol(table)}, :type, ${columnType(column.type)}`,
        '',
        '# Release 2, when all running code knows the classes',
        `change_column_default ${symbol(table)}, :type, from: nil, to: ${shown}`,
      ),
    };
  },
});

/** True when a model of the table says that another column, or none, holds the class. */
function inheritsElsewhere(table: string, { project }: RuleContext): boolean {
  return project.references.some(
    ({ object, text }) =>
      (object.table ?? object.name) === table && /\binheritance_column\s*=/.test(text),
  );
}
