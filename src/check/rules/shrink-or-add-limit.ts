import { typeChangeOf } from '../../dialect/locks.ts';
import { type Column, findColumn, findTable, type Table } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { countsOf, surveyDay } from '../figures.ts';
import { integerBytes } from '../integer-types.ts';
import { referredKey } from '../referred-key.ts';
import { code, symbol, text } from '../ruby.ts';
import { defineRule, type Finding } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const shrinkOrAddLimit = defineRule({
  id: 'shrink-or-add-limit',
  title: 'Old values may not fit into the new type',
  engines: ['postgresql', 'mysql'],
  severity: 'danger',
  on: ['setColumn'],
  docs: {
    why: 'A value that is too long or too large makes the migration fail; one that is too precise is rounded for good.',
    onEngine: {
      mysql: 'Without strict mode values are cut off in silence.',
    },
    instead:
      'Find the values that do not fit first. On PostgreSQL keep the type and add a CHECK for the length.',
    reference: 'https://www.postgresql.org/docs/current/datatype-character.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/sql-mode.html#sqlmode_strict_trans_tables',
    },
  },
  check({ table: name, column }, context) {
    const table = findTable(context.before, name);
    const current = table && findColumn(table, column.name);
    if (!table || !current || context.isNewColumn(name, column.name)) return null;
    const { engine, server } = context;
    if (!typeChangeOf(engine, current, column, table, server).narrows) return null;
    if (losesOnlySign(current.type, column.type)) {
      // Numbers that the server gives out begin at 1, and so do those that refer to them.
      if (current.autoIncrement !== null || refersToNumbers(table, column.name, context))
        return null;
      return {
        severity: 'warning',
        message: `Negative values of ${name}.${column.name} do not fit into ${column.type}: the migration then fails, or they become 0.`,
        instead: `Count the rows of ${name} whose ${column.name} is negative, and decide what becomes of them before the migration runs.`,
      };
    }
    const longest = longestCounted(name, current, column, context);
    if (longest !== null) return longest;
    return {
      message: `Values of ${name}.${column.name} that were allowed as ${current.type} may not fit into ${column.type}: the migration then fails, or they are rounded or cut off.`,
      instead: insteadOf(name, column.name, column.type, context),
    };
  },
});

/** True when an integer becomes unsigned, and no narrower than it was. */
function losesOnlySign(from: string, to: string): boolean {
  const isUnsigned = (type: string) => type.endsWith(' unsigned');
  const [signed, unsigned] = [integerBytes(from), integerBytes(to)];
  if (signed === null || unsigned === null) return false;
  return !isUnsigned(from) && isUnsigned(to) && unsigned >= signed;
}

function insteadOf(
  table: string,
  column: string,
  type: string,
  { dialect, engine }: RuleContext,
): string {
  const limit = /^character varying\((\d+)\)$/.exec(type)?.[1];
  if (!dialect.validatesConstraintsSeparately || limit === undefined) {
    return `Count the values of ${table}.${column} that do not fit into ${type}, and decide what becomes of them before the migration runs.`;
  }
  const name = `name: ${text(`${table}_${column}_length`)}`;
  const expression = text(`char_length(${sqlName(column, engine)}) <= ${limit}`);
  return code(
    '# Migration 1: new rows are checked, the type stays',
    `add_check_constraint ${symbol(table)}, ${expression}, ${name}, validate: false`,
    '',
    '# Migration 2, when the rows that are too long are gone',
    `validate_check_constraint ${symbol(table)}, ${name}`,
  );
}

/** What the survey knows of the longest text, where the new type has a limit; null where nobody counted. */
function longestCounted(
  table: string,
  current: Column,
  { name, type }: Column,
  context: RuleContext,
): Finding | null {
  const limit = /^(?:character varying|varchar)\((\d+)\)/.exec(type)?.[1];
  const counted = countsOf(table, name, context)?.longest;
  const isText = /^(?:character|varchar|char|text|citext|(?:tiny|medium|long)text)\b/;
  if (limit === undefined || counted === undefined || !isText.test(current.type)) return null;
  const day = surveyDay(context);
  if (counted !== null && counted > Number(limit)) {
    return {
      message: `The longest value of ${table}.${name} had ${counted} characters on ${day}, which do not fit into ${type}: the migration fails, or cuts it off.`,
      instead: insteadOf(table, name, type, context),
    };
  }
  return {
    severity: 'warning',
    message: `The longest value of ${table}.${name} had ${counted ?? 0} characters on ${day}: all of that day fit into ${type}, and longer ones that are written since then do not.`,
    instead: insteadOf(table, name, type, context),
  };
}

/** True for a column that holds the numbers of another table, by a foreign key or by its name. */
function refersToNumbers(
  { name, foreignKeys }: Table,
  column: string,
  context: RuleContext,
): boolean {
  const isNumbered = (table: string, key: string) => {
    const owner = findTable(context.final, table);
    return (owner && findColumn(owner, key))?.autoIncrement != null;
  };
  const later = findTable(context.final, name)?.foreignKeys ?? [];
  const keys = [...foreignKeys, ...later].filter(({ columns }) => columns.includes(column));
  if (keys.some(({ toTable, toColumns }) => isNumbered(toTable, toColumns[0] ?? ''))) return true;
  return referredKey(context.final, column)?.key.autoIncrement != null;
}
