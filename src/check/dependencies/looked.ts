import { bareName } from '../../dialect/sql-names.ts';
import type { Certainty } from '../../model/dependency.ts';
import { findTable, type Schema } from '../../model/schema.ts';
import type { ReadSqlUses, SqlUses, StoredSqlForm } from '../../model/sql-uses.ts';
import { namesAll } from './naming.ts';

/** A schema with what reads the SQL that it keeps. */
export interface Looked {
  readonly schema: Schema;
  readonly read: ReadSqlUses;
}

/** What SQL may name. */
export interface Target {
  /** A table or view; null for the one that the SQL is a part of. */
  readonly table: string | null;
  /** Null for the table as a whole. */
  readonly column: string | null;
}

/** What a parser says that SQL names decides; its text decides where no parser read all of it. */
function sure(uses: SqlUses | null, isUsed: (uses: SqlUses) => boolean): Certainty | null {
  if (uses === null) return 'textual';
  if (isUsed(uses)) return 'parsed';
  return uses.complete ? null : 'textual';
}

/**
 * How sure it is that SQL names a table or a column; null when it does not.
 *
 * @param star - whether `*` names each column: it does in a view, which keeps them.
 */
export function mention(
  sql: string,
  form: StoredSqlForm,
  { table, column }: Target,
  { schema, read }: Looked,
  star = false,
): Certainty | null {
  const names = [...(table === null ? [] : [table]), ...(column === null || star ? [] : [column])];
  if (!namesAll(sql, names, schema.engine)) return null;
  const certainty = sure(
    read(sql, form),
    (uses) =>
      (table === null || usesRelation(uses, table, schema)) &&
      (column === null || usesColumn(uses, table, column, { schema, star })),
  );
  // Without a parser, `*` and the column's name are looked for in the text.
  if (certainty !== 'textual' || column === null || !star) return certainty;
  return selectsAll(sql) || namesAll(sql, [column], schema.engine) ? 'textual' : null;
}

/** How sure it is that SQL calls a function, or names a type; null when it does not. */
export function namesObject(
  kind: 'functions' | 'types',
  name: string,
  sql: string,
  form: StoredSqlForm,
  { schema, read }: Looked,
): Certainty | null {
  if (!namesAll(sql, [name], schema.engine)) return null;
  return sure(read(sql, form), (uses) =>
    uses[kind].some((each) => each === name || each === bareName(name)),
  );
}

/** How sure it is that the function of a trigger uses a column of the row that it is given. */
export function usesRow(sql: string, column: string, { schema, read }: Looked): Certainty | null {
  if (!namesAll(sql, [column], schema.engine)) return null;
  return sure(read(sql, 'statement'), ({ rowColumns }) => rowColumns.includes(column));
}

function usesRelation({ relations }: SqlUses, table: string, schema: Schema): boolean {
  return relations.some((relation) => isRelation(relation, table, schema));
}

function usesColumn(
  uses: SqlUses,
  table: string | null,
  column: string,
  { schema, star }: { readonly schema: Schema; readonly star: boolean },
): boolean {
  const isOf = (relation: string | null) =>
    relation === null || table === null || isRelation(relation, table, schema);
  return (
    uses.columns.some(({ relation, name }) => name === column && isOf(relation)) ||
    (star && uses.whole.some(isOf))
  );
}

/** A name without its schema is that of a table which no other of that bare name stands before. */
function isRelation(relation: string, table: string, schema: Schema): boolean {
  if (relation === table) return true;
  return relation === bareName(table) && findTable(schema, relation) === null;
}

function selectsAll(definition: string): boolean {
  return /(?:\bselect|,|\.)\s*\*/i.test(definition.replace(/'(?:[^']|'')*'/g, "''"));
}
