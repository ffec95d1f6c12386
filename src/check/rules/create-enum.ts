import { code, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const createEnum = defineRule({
  id: 'create-enum',
  title: 'Values of the type can never be removed',
  engines: ['postgresql'],
  severity: 'info',
  on: ['createEnum'],
  docs: {
    why: 'PostgreSQL adds values to an enum and renames them; it does not remove one, and does not change their order. A list that changes with the business needs a new type, and a rewrite of every table that uses it, for each value that goes.',
    instead: 'Use a table of the values and a foreign key where values come and go.',
    reference: 'https://www.postgresql.org/docs/current/datatype-enum.html',
  },
  check({ enum: { name, values } }, context) {
    // A type that is made anew has a rule of its own.
    if (context.initial.enums.some((each) => each.name === name)) return null;
    if (context.before.enums.some((each) => each.name === name)) return null;
    return {
      message: `Values of ${name} (${values.join(', ')}) can be added and renamed later, and never removed.`,
      instead:
        context.migration.tool !== 'rails'
          ? `Use a table of the values of ${name} and a foreign key where values come and go.`
          : code(
              '# Where values come and go',
              `create_table ${symbol(`${name}_values`)} do |t|`,
              ['t.text :name, null: false, index: { unique: true }'],
              'end',
            ),
    };
  },
});
