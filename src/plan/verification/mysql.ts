import type { ObjectReference } from '../../model/change.ts';
import { findTable } from '../../model/schema.ts';
import {
  columnOf,
  constraintOf,
  indexOf,
  NO_ROW,
  NULL_VALUE,
  type Probe,
  type ProbeContext,
  type Probers,
  row,
} from './probe.ts';
import { mysqlObject } from './schema-objects.ts';

function inTable(table: string, { dialect }: ProbeContext): string {
  return `table_schema = DATABASE() AND table_name = ${dialect.quoteString(table)}`;
}

/**
 * MySQL before 8.0.19 and MariaDB give integers a display width (`int(11)`), which later servers
 * leave out but for `tinyint(1)`: those are compared without it.
 * https://dev.mysql.com/doc/refman/8.0/en/numeric-type-attributes.html
 */
function typeColumns(type: string): {
  readonly select: string;
  readonly expected: { readonly [column: string]: string | number };
} {
  // On MariaDB, JSON is another word for LONGTEXT. https://mariadb.com/kb/en/json/
  if (type === 'json') {
    return { select: "column_type IN ('json', 'longtext') AS is_json", expected: { is_json: 1 } };
  }
  const integer = /^((?:tiny|small|medium|big)?int)( unsigned)?$/.exec(type);
  if (!integer) return { select: 'column_type', expected: { column_type: type } };
  return {
    select: "data_type, column_type LIKE '%unsigned%' AS is_unsigned",
    expected: { data_type: integer[1] ?? type, is_unsigned: integer[2] ? 1 : 0 },
  };
}

function constraint(reference: ObjectReference, context: ProbeContext): Probe {
  const found = constraintOf(reference, context);
  const where = `${inTable(reference.table ?? '', context)} AND constraint_name = ${context.dialect.quoteString(reference.name)}`;
  return {
    sql: `SELECT COUNT(*) AS found FROM information_schema.table_constraints WHERE ${where};`,
    expected: row({ found: found ? 1 : 0 }),
  };
}

/** https://dev.mysql.com/doc/refman/8.4/en/information-schema.html */
export const mysqlProbers: Probers = {
  table: ({ name }, context) => ({
    sql: `SELECT COUNT(*) AS columns_found FROM information_schema.columns WHERE ${inTable(name, context)};`,
    expected: row({ columns_found: findTable(context.schema, name)?.columns.length ?? 0 }),
  }),
  column: (reference, context) => {
    const column = columnOf(reference, context);
    const where = `${inTable(reference.table ?? '', context)} AND column_name = ${context.dialect.quoteString(reference.name)}`;
    const type = typeColumns(column?.type ?? '');
    return {
      sql: `SELECT ${type.select}, is_nullable FROM information_schema.columns WHERE ${where};`,
      expected: column
        ? row({ ...type.expected, is_nullable: column.nullable ? 'YES' : 'NO' })
        : NO_ROW,
    };
  },
  primaryKey: ({ table }, context) => {
    const key = findTable(context.schema, table ?? '')?.primaryKey ?? null;
    const where = `${inTable(table ?? '', context)} AND index_name = 'PRIMARY'`;
    return {
      sql: `SELECT GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ', ') AS columns_found FROM information_schema.statistics WHERE ${where};`,
      expected: key ? row({ columns_found: key.columns.join(', ') }) : NULL_VALUE,
    };
  },
  // non_unique is the same for every column of an index.
  index: (reference, context) => {
    const index = indexOf(reference, context);
    const where = `${inTable(reference.table ?? '', context)} AND index_name = ${context.dialect.quoteString(reference.name)}`;
    return {
      sql: `SELECT DISTINCT non_unique FROM information_schema.statistics WHERE ${where};`,
      expected: index ? row({ non_unique: index.unique ? 0 : 1 }) : NO_ROW,
    };
  },
  foreignKey: constraint,
  checkConstraint: constraint,
  uniqueConstraint: constraint,
  exclusionConstraint: () => null,
  view: ({ name }, context) => ({
    sql: `SELECT COUNT(*) AS found FROM information_schema.views WHERE ${inTable(name, context)};`,
    expected: row({ found: context.schema.views.some((view) => view.name === name) ? 1 : 0 }),
  }),
  materializedView: () => null,
  function: ({ name }, context) => {
    const found = context.schema.functions.some((one) => one.name === name);
    const where = `routine_schema = DATABASE() AND routine_name = ${context.dialect.quoteString(name)}`;
    return {
      sql: `SELECT COUNT(*) AS found FROM information_schema.routines WHERE ${where};`,
      expected: row({ found: found ? 1 : 0 }),
    };
  },
  trigger: ({ name }, context) => {
    const found = context.schema.triggers.some((one) => one.name === name);
    const where = `trigger_schema = DATABASE() AND trigger_name = ${context.dialect.quoteString(name)}`;
    return {
      sql: `SELECT COUNT(*) AS found FROM information_schema.triggers WHERE ${where};`,
      expected: row({ found: found ? 1 : 0 }),
    };
  },
  enum: () => null,
  domain: () => null,
  sequence: () => null,
  policy: () => null,
  extension: () => null,
  namespace: () => null,
  virtualTable: () => null,
  object: mysqlObject,
};
