import type { ObjectReference } from '../../model/change.ts';
import { findTable } from '../../model/schema.ts';
import {
  columnOf,
  constraintOf,
  indexOf,
  lastPart,
  NO_ROW,
  NULL_VALUE,
  type Probe,
  type ProbeContext,
  type Probers,
  row,
} from './probe.ts';
import { postgresqlObject } from './schema-objects.ts';

/** The catalogue's number of a table, index, view or sequence; NULL when there is none. */
function regclass(name: string, { dialect }: ProbeContext): string {
  return `to_regclass(${dialect.quoteString(dialect.quoteTable(name))})`;
}

function regtype(name: string, { dialect }: ProbeContext): string {
  return `to_regtype(${dialect.quoteString(dialect.quoteTable(name))})`;
}

function relation(kind: string | null, { name }: ObjectReference, context: ProbeContext): Probe {
  const sql = `SELECT relkind FROM pg_class WHERE oid = ${regclass(name, context)};`;
  return { sql, expected: kind === null ? NO_ROW : row({ relkind: kind }) };
}

function constraint(reference: ObjectReference, context: ProbeContext): Probe {
  const found = constraintOf(reference, context);
  const where = `conrelid = ${regclass(reference.table ?? '', context)} AND conname = ${context.dialect.quoteString(reference.name)}`;
  return {
    sql: `SELECT convalidated FROM pg_constraint WHERE ${where};`,
    expected: found ? row({ convalidated: found.validated }) : NO_ROW,
  };
}

function counted(from: string, expected: number): Probe {
  return { sql: `SELECT count(*) AS found FROM ${from};`, expected: row({ found: expected }) };
}

/** https://www.postgresql.org/docs/18/catalogs.html; tried on 15.18. */
export const postgresqlProbers: Probers = {
  table: ({ name }, context) => {
    const table = findTable(context.schema, name);
    const columns = 'attnum > 0 AND NOT attisdropped';
    return table
      ? {
          sql: `SELECT count(*) AS columns FROM pg_attribute WHERE attrelid = ${regclass(name, context)} AND ${columns};`,
          expected: row({ columns: table.columns.length }),
        }
      : { sql: `SELECT ${regclass(name, context)};`, expected: NULL_VALUE };
  },
  column: (reference, context) => {
    const column = columnOf(reference, context);
    const { table, name } = reference;
    const where = `attrelid = ${regclass(table ?? '', context)} AND attname = ${context.dialect.quoteString(name)} AND NOT attisdropped`;
    const columns =
      'format_type(atttypid, atttypmod) AS type, attnotnull AS not_null, atthasdef AS has_default';
    const hasDefault =
      column !== null &&
      (column.default !== null || column.generated !== null || column.autoIncrement === 'sequence');
    return {
      sql: `SELECT ${columns} FROM pg_attribute WHERE ${where};`,
      expected: column
        ? row({ type: column.type, not_null: !column.nullable, has_default: hasDefault })
        : NO_ROW,
    };
  },
  primaryKey: ({ table }, context) => {
    const key = findTable(context.schema, table ?? '')?.primaryKey ?? null;
    const columns = [
      'FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k(attnum, position)',
      'JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum',
      `WHERE c.conrelid = ${regclass(table ?? '', context)} AND c.contype = 'p';`,
    ].join(' ');
    return {
      sql: `SELECT string_agg(a.attname, ', ' ORDER BY k.position) AS columns ${columns}`,
      expected: key ? row({ columns: key.columns.join(', ') }) : NULL_VALUE,
    };
  },
  // An interrupted CREATE INDEX CONCURRENTLY leaves an index behind that is not valid.
  index: (reference, context) => {
    const index = indexOf(reference, context);
    const { table, name } = reference;
    const where = `c.relname = ${context.dialect.quoteString(lastPart(name))} AND i.indrelid = ${regclass(table ?? '', context)}`;
    return {
      sql: `SELECT i.indisvalid, i.indisunique FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE ${where};`,
      expected: index ? row({ indisvalid: true, indisunique: index.unique }) : NO_ROW,
    };
  },
  foreignKey: constraint,
  checkConstraint: constraint,
  uniqueConstraint: constraint,
  exclusionConstraint: constraint,
  enum: ({ name }, context) => {
    const found = context.schema.enums.find((one) => one.name === name);
    if (found && context.grownEnums.has(name)) {
      const values = found.values.map(context.dialect.quoteString).join(', ');
      const kept = `enumtypid = ${regtype(name, context)} AND enumlabel IN (${values})`;
      return counted(`pg_enum WHERE ${kept}`, found.values.length);
    }
    return found
      ? {
          sql: `SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) AS values FROM pg_enum WHERE enumtypid = ${regtype(name, context)};`,
          expected: row({ values: found.values.join(', ') }),
        }
      : { sql: `SELECT ${regtype(name, context)};`, expected: NULL_VALUE };
  },
  domain: ({ name }, context) => ({
    sql: `SELECT ${regtype(name, context)} IS NOT NULL AS found;`,
    expected: row({ found: context.schema.domains.some((one) => one.name === name) }),
  }),
  sequence: (reference, context) => {
    const found = context.schema.sequences.some(({ name }) => name === reference.name);
    return relation(found ? 'S' : null, reference, context);
  },
  view: (reference, context) => {
    const found = context.schema.views.find(({ name }) => name === reference.name);
    return relation(found ? (found.materialized ? 'm' : 'v') : null, reference, context);
  },
  materializedView: (reference, context) => postgresqlProbers.view(reference, context),
  function: ({ name }, context) => {
    const found = context.schema.functions.filter((one) => one.name === name).length;
    const proname = `proname = ${context.dialect.quoteString(lastPart(name))}`;
    const dot = name.lastIndexOf('.');
    const place =
      dot < 0
        ? 'pg_function_is_visible(oid)'
        : `pronamespace = to_regnamespace(${context.dialect.quoteString(context.dialect.quoteIdentifier(name.slice(0, dot)))})`;
    return counted(`pg_proc WHERE ${proname} AND ${place}`, found);
  },
  trigger: ({ table, name }, context) => {
    const found = context.schema.triggers.some(
      (one) => one.name === name && (table === null || one.table === table),
    );
    const place = table === null ? '' : ` AND tgrelid = ${regclass(table, context)}`;
    const tgname = `tgname = ${context.dialect.quoteString(name)}`;
    return counted(`pg_trigger WHERE ${tgname}${place} AND NOT tgisinternal`, found ? 1 : 0);
  },
  policy: ({ table, name }, context) => {
    const found = context.schema.policies.some((one) => one.name === name && one.table === table);
    const polname = `polname = ${context.dialect.quoteString(name)}`;
    return counted(
      `pg_policy WHERE ${polname} AND polrelid = ${regclass(table ?? '', context)}`,
      found ? 1 : 0,
    );
  },
  extension: ({ name }, context) => {
    const found = context.schema.extensions.some((one) => one.name === name);
    const extname = context.dialect.quoteString(lastPart(name));
    return counted(`pg_extension WHERE extname = ${extname}`, found ? 1 : 0);
  },
  namespace: ({ name }, context) => {
    const found = context.schema.namespaces.includes(name);
    return counted(
      `pg_namespace WHERE nspname = ${context.dialect.quoteString(name)}`,
      found ? 1 : 0,
    );
  },
  virtualTable: () => null,
  object: postgresqlObject,
};
