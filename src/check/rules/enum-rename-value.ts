import { addEnumValue } from '../recipes/enum-value.ts';
import { code } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const renameEnumValue = defineRule({
  id: 'enum-rename-value',
  title: 'Enum value is renamed under running code',
  engines: ['postgresql'],
  severity: 'danger',
  on: ['renameEnumValue'],
  docs: {
    why: 'The old label is gone at once: running code that writes it, or compares with it, gets an error from PostgreSQL. Functions and defaults that name it as text are not changed.',
    instead:
      'Add the new value, deploy code that knows both, then write the new one into the rows.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertype.html',
  },
  check({ enum: name, from, to }, context) {
    return {
      message: `Renaming the value ${from} of ${name} to ${to} makes every statement that still says ${from} fail.`,
      instead: code(
        '# Release 1: the application then reads both and writes the new one',
        addEnumValue(name, to, from, context),
        '',
        `# Release 2: rows with ${from} get ${to}, in batches`,
      ),
    };
  },
});
