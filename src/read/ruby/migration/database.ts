import { defaultCheckConstraintName } from '../../../dialect/rails/names.ts';
import { type Call, known, NotUnderstood, nameArgument } from '../evaluate/call.ts';
import { boolean, NIL, string, toText, unknown, type Value } from '../evaluate/values.ts';
import { sqlOperations } from '../sql/operations.ts';
import { StatementPlaces } from '../sql/statement-places.ts';
import type { MigrationRun } from './run.ts';

type Method = (call: Call, run: MigrationRun) => Value | undefined;

const execute: Method = (call, run) => {
  const outlined = rowsByOutline(call, run);
  if (outlined) return outlined;
  const text = sqlText(call);
  run.reversal.irrevertible(call, () => {
    const places = new StatementPlaces(call, text);
    for (const { impliedBy, statement, ...body } of sqlOperations(text, run.session)) {
      run.session.emit(body, places.of(statement), impliedBy ?? null);
    }
  });
  return unknown('it depends on the rows of the database');
};

const select: Method = (call, run) => {
  const text = toText(call.args[0] ?? NIL);
  if (
    text !== null &&
    !/^\s*(?:--.*\n\s*)*(?:select|show|with|values|explain|pragma)\b/i.test(text)
  )
    return execute(call, run);
  return unknown('it depends on the rows of the database');
};

/**
 * SQL with a value in it that is not known still tells which rows it changes; undefined when it
 * could do anything else.
 */
function rowsByOutline(call: Call, run: MigrationRun): Value | undefined {
  const [sql] = call.args;
  if (sql?.kind !== 'unknown' || sql.outline === null) return undefined;
  const operations = [...sqlOperations(sql.outline, run.session)];
  if (!operations.every(({ kind }) => kind === 'changeRows' || kind === 'runSql')) return undefined;
  const text = call.source.textOf(call.node);
  run.reversal.irrevertible(call, () => {
    for (const { statement, impliedBy, ...body } of operations) {
      if (body.kind === 'changeRows') run.session.emit({ ...body, text, language: 'ruby' }, call);
      if (body.kind === 'runSql') run.session.emit({ ...body, text }, call);
    }
  });
  return unknown('it depends on the rows of the database');
}

/** @throws {NotUnderstood} when the statement is put together from something that is not known. */
function sqlText(call: Call): string {
  const [sql = NIL] = call.args;
  const text = toText(known(sql, call.name));
  if (text === null)
    throw new NotUnderstood('its SQL is put together from values that are not known');
  return text;
}

/** online_migrations writes all rows of a table, some at a time. */
const rowsInBatches: Method = (call, run) => {
  const text = call.source.textOf(call.node);
  run.session.emit(
    {
      kind: 'changeRows',
      table: nameArgument(call, 0),
      verb: 'update',
      scope: 'whole',
      text,
      language: 'ruby',
      batched: true,
    },
    call,
  );
  return NIL;
};

/** Methods of the connection beyond Rails' schema statements. */
export const DATABASE: { readonly [name: string]: Method } = {
  execute,
  exec_query: select,
  exec_update: execute,
  exec_insert: execute,
  exec_delete: execute,
  update: execute,
  insert: execute,
  delete: execute,
  create: execute,
  insert_sql: execute,
  update_sql: execute,
  delete_sql: execute,
  raw_execute: execute,
  raw_exec_query: execute,
  internal_exec_query: select,
  exec_insert_all: execute,
  select_all: select,
  select_one: select,
  select_value: select,
  select_values: select,
  select_rows: select,
  query_value: select,
  query: select,
  query_values: select,
  current_schema: () => string('public'),
  'active?': () => boolean(true),
  constraint_name_for: (call) =>
    string(defaultCheckConstraintName(nameArgument(call, 0), nameArgument(call, 1))),
  update_column_in_batches: rowsInBatches,
  update_columns_in_batches: rowsInBatches,
  backfill_column_in_background: rowsInBatches,
  backfill_columns_in_background: rowsInBatches,
};
