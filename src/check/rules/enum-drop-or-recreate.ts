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
    const users = context.before.tables.flatMap((table) =>
      table.columns
        .filter(({ type }) => type === name || type === `${name}[]`)
        .map((column) => `${table.name}.${column.name}`),
    );
    return {
      message:
        users.length === 0
          ? `The type ${name} is dropped with its values; functions and casts that name it fail.`
          : `PostgreSQL refuses to drop ${name}: ${users.join(', ')} ${users.length === 1 ? 'has' : 'have'} the type.`,
      instead: `Keep ${name} until no column, function or cast names it.`,
    };
  },
});
