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

function master(
  type: string,
  { name }: ObjectReference,
  found: boolean,
  { dialect }: ProbeContext,
): Probe {
  return {
    sql: `SELECT COUNT(*) AS found FROM sqlite_master WHERE type = '${type}' AND name = ${dialect.quoteString(name)};`,
    expected: row({ found: found ? 1 : 0 }),
  };
}

/** SQLite keeps a constraint's name only in the text of its table. */
function namedInTable(reference: ObjectReference, context: ProbeContext): Probe {
  const found = constraintOf(reference, context);
  const { quoteString } = context.dialect;
  const text = quoteString(`CONSTRAINT "${reference.name}"`);
  const table = quoteString(reference.table ?? '');
  return {
    sql: `SELECT instr(sql, ${text}) > 0 AS found FROM sqlite_master WHERE type = 'table' AND name = ${table};`,
    expected: row({ found: found ? 1 : 0 }),
  };
}

/** https://sqlite.org/pragma.html#pragfunc; tried with 3.40. */
export const sqliteProbers: Probers = {
  table: ({ name }, context) => ({
    sql: `SELECT COUNT(*) AS columns FROM pragma_table_xinfo(${context.dialect.quoteString(name)});`,
    expected: row({ columns: findTable(context.schema, name)?.columns.length ?? 0 }),
  }),
  column: (reference, context) => {
    const column = columnOf(reference, context);
    const { quoteString } = context.dialect;
    return {
      sql: `SELECT lower(type) AS type, "notnull" FROM pragma_table_xinfo(${quoteString(reference.table ?? '')}) WHERE name = ${quoteString(reference.name)};`,
      expected: column ? row({ type: column.type, notnull: column.nullable ? 0 : 1 }) : NO_ROW,
    };
  },
  primaryKey: ({ table }, context) => {
    const key = findTable(context.schema, table ?? '')?.primaryKey ?? null;
    const columns = `SELECT name FROM pragma_table_xinfo(${context.dialect.quoteString(table ?? '')}) WHERE pk > 0 ORDER BY pk`;
    return {
      sql: `SELECT group_concat(name, ', ') AS columns FROM (${columns});`,
      expected: key ? row({ columns: key.columns.join(', ') }) : NULL_VALUE,
    };
  },
  index: (reference, context) => {
    const index = indexOf(reference, context);
    const { quoteString } = context.dialect;
    return {
      sql: `SELECT "unique" FROM pragma_index_list(${quoteString(reference.table ?? '')}) WHERE name = ${quoteString(reference.name)};`,
      expected: index ? row({ unique: index.unique ? 1 : 0 }) : NO_ROW,
    };
  },
  foreignKey: namedInTable,
  checkConstraint: namedInTable,
  uniqueConstraint: namedInTable,
  exclusionConstraint: () => null,
  view: (reference, context) => {
    const found = context.schema.views.some(({ name }) => name === reference.name);
    return master('view', reference, found, context);
  },
  trigger: (reference, context) => {
    const found = context.schema.triggers.some(({ name }) => name === reference.name);
    return master('trigger', reference, found, context);
  },
  virtualTable: (reference, context) => {
    const found = context.schema.virtualTables.some(({ name }) => name === reference.name);
    return master('table', reference, found, context);
  },
  materializedView: () => null,
  function: () => null,
  enum: () => null,
  domain: () => null,
  sequence: () => null,
  policy: () => null,
  extension: () => null,
  namespace: () => null,
  object: () => null,
};
