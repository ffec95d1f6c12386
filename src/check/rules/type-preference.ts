import { type Column, findTable } from '../../model/schema.ts';
import { columnsMade } from '../columns-made.ts';
import type { RuleContext } from '../context.ts';
import { integerBytes } from '../integer-types.ts';
import { referredKey } from '../referred-key.ts';
import { code, columnType, symbol } from '../ruby.ts';
import { defineRule } from '../rule.ts';

export const typePreference = defineRule({
  id: 'type-preference',
  title: 'Another type would hold the values better',
  engines: ['postgresql', 'mysql'],
  severity: 'info',
  on: ['addColumn', 'createTable'],
  docs: {
    why: 'A type is chosen in a moment, and changed by a rewrite of the table.',
    onEngine: {
      postgresql:
        'character(n) pads values with blanks; money takes its currency from a setting of the session; timestamp without time zone does not say which moment it means; real and double precision hold no exact amounts.',
      mysql: 'TIMESTAMP ends on 2038-01-19; FLOAT and DOUBLE hold no exact amounts.',
    },
    instead: 'Choose the type before the table has rows.',
    reference: 'https://www.postgresql.org/docs/current/datatype.html',
    references: { mysql: 'https://dev.mysql.com/doc/refman/8.0/en/data-types.html' },
  },
  check(operation, context) {
    const { table, columns } = columnsMade(operation);
    return columns.flatMap((column) => {
      const preference = preferenceFor(table, column, context);
      if (preference === null) return [];
      const { says, type } = preference;
      return [
        {
          table,
          message: `${table}.${column.name} is ${column.type}: ${says}.`,
          instead: insteadOf(operation.kind, table, { ...column, type }, context),
        },
      ];
    });
  },
});

function insteadOf(
  kind: 'addColumn' | 'createTable',
  table: string,
  { name, type }: Column,
  { migration }: RuleContext,
): string {
  if (kind === 'addColumn') {
    return code(`add_column ${symbol(table)}, ${symbol(name)}, ${columnType(type)}`);
  }
  if (migration.tool !== 'rails') return `Give ${name} the type ${type} where ${table} is created.`;
  return code(`t.column ${symbol(name)}, ${columnType(type)} # in create_table ${symbol(table)}`);
}

interface Preference {
  /** Follows a colon. */
  readonly says: string;
  /** What to take instead. */
  readonly type: string;
}

function preferenceFor(table: string, column: Column, context: RuleContext): Preference | null {
  return (
    narrowReference(table, column, context) ??
    TYPES[context.engine].find(({ matches }) => matches(column, context)) ??
    null
  );
}

/** A `user_id` too narrow for `users.id`, where no foreign key and its own rule say so. */
function narrowReference(table: string, column: Column, context: RuleContext): Preference | null {
  const target = referredKey(context.final, column.name);
  const own = integerBytes(column.type);
  const wanted = target && integerBytes(target.key.type);
  if (!target || own === null || wanted === null || own >= wanted) return null;
  const keys = findTable(context.final, table)?.foreignKeys ?? [];
  if (keys.some(({ columns }) => columns.includes(column.name))) return null;
  return {
    says: `${target.table}.${target.key.name}, which it seems to refer to, is ${target.key.type}, and numbers beyond its end do not fit`,
    type: target.key.type,
  };
}

const AMOUNT =
  /(?:^|_)(?:amount|balance|cost|fee|price|salary|subtotal|total)(?:_(?:net|gross|eur|usd|gbp))?$/;
const inexact = (type: string): Omit<TypePreference, 'matches'> => ({
  says: 'it holds no exact amounts, and sums of them drift',
  type,
});

interface TypePreference extends Preference {
  readonly matches: (column: Column, context: RuleContext) => boolean;
}

const TYPES: { readonly [E in RuleContext['engine']]: readonly TypePreference[] } = {
  postgresql: [
    {
      matches: ({ type }) => /^character(?:\(\d+\))?(?:\[\])*$/.test(type),
      says: 'values are padded with blanks to the full length',
      type: 'text',
    },
    {
      matches: ({ type }) => type === 'money',
      says: 'what it holds depends on lc_monetary of the session',
      type: 'numeric(12,2)',
    },
    {
      // Rails' own `t.datetime` makes this type, and writes UTC into it.
      matches: ({ type }, { migration }) =>
        migration.tool !== 'rails' && /^timestamp(?:\(\d\))? without time zone$/.test(type),
      says: 'it does not say which moment it means once clients of two time zones write it',
      type: 'timestamp with time zone',
    },
    {
      matches: ({ name, type }) => /^(?:real|double precision)$/.test(type) && AMOUNT.test(name),
      ...inexact('numeric(12,2)'),
    },
  ],
  mysql: [
    {
      // MariaDB 11.5 and newer go on to 2106 on 64 bits.
      matches: ({ type }, { server }) => /^timestamp\b/.test(type) && server.name === 'mysql',
      says: 'it ends on 2038-01-19',
      type: 'datetime(6)',
    },
    {
      matches: ({ name, type }) => /^(?:float|double)\b/.test(type) && AMOUNT.test(name),
      ...inexact('decimal(12,2)'),
    },
  ],
  sqlite: [],
};
