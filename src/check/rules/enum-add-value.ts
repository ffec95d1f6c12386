import { findTable, isOfType } from '../../model/schema.ts';
import { formatServer, serverAtLeast } from '../../model/server.ts';
import type { RuleContext } from '../context.ts';
import { addEnumValue } from '../recipes/enum-value.ts';
import { code, outsideTransaction, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const enumAddValue = defineRule({
  id: 'enum-add-value',
  title: 'Enum value cannot be taken back',
  engines: ['postgresql'],
  severity: 'warning',
  on: ['addEnumValue'],
  docs: {
    why: 'PostgreSQL has no way to remove a value. Inside the transaction that added it, the new value cannot be used; before PostgreSQL 12 it cannot be added in a transaction at all.',
    instead: 'Add it in a migration of its own, and use it from the next one on.',
    reference: 'https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES',
  },
  check({ enum: name, value }, context) {
    const { server, migration } = context;
    if (migration.transactional && !serverAtLeast(server, 12) && !isNew(name, context)) {
      return {
        severity: 'danger',
        message: `${formatServer(server)} refuses to add ${text(value)} to ${name}, as the migration runs in a transaction.`,
        instead: code(...outsideTransaction(addEnumValue(name, value, null, context))),
      };
    }
    const user = context.migration.transactional
      ? context.later.find(
          ({ operation }) =>
            operation.kind === 'changeRows' && usesEnum(context.before, operation.table, name),
        )
      : undefined;
    return {
      severity: user ? 'danger' : 'warning',
      message: user
        ? `The value ${text(value)} of ${name} cannot be used in the transaction that adds it, and the same migration writes rows that have the type.`
        : `The value ${text(value)} can never be removed from ${name} again.`,
      instead: code('# In a migration of its own', addEnumValue(name, value, null, context)),
    };
  },
});

function usesEnum(
  schema: Parameters<typeof findTable>[0],
  tableName: string | null,
  name: string,
): boolean {
  const table = tableName === null ? null : findTable(schema, tableName);
  return table?.columns.some(({ type }) => isOfType(type, name)) ?? false;
}

/** A type of the same transaction takes values on every version. */
function isNew(name: string, { earlier }: RuleContext): boolean {
  return earlier.some(
    ({ operation }) => operation.kind === 'createEnum' && operation.enum.name === name,
  );
}
