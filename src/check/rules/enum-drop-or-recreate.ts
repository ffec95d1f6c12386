import { defineRule } from '../rule.ts';

export const enumDropOrRecreate = defineRule({
  id: 'enum-drop-or-recreate',
  title: 'Enum type is dropped',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['dropEnum'],
  docs: {
    why: 'A type that a column still uses cannot be dropped. To make it anew without a value, every column that uses it is rewritten, and rows with that value need another one.',
    instead:
      'Keep the type, and stop writing the value; for values that come and go use a lookup table.',
    reference: 'https://www.postgresql.org/docs/current/sql-droptype.html',
  },
  check({ enum: name }, context) {
    const dropped = context.before.enums.some((each) => each.name === name);
    if (!dropped) return null;
    return {
      message: `The type ${name} is dropped with its values; functions and casts that name it fail.`,
      instead: `Keep ${name} until no column, function or cast names it.`,
    };
  },
});
