import { ENGINES } from '../../model/engine.ts';
import type { Operation, OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { code, text } from '../ruby.ts';
import { defineRule } from '../rule.ts';
import { sqlName } from '../sql-name.ts';

export const dataDelete = defineRule({
  id: 'data-delete',
  title: 'Rows are deleted',
  engines: ENGINES,
  severity: 'danger',
  on: ['changeRows'],
  docs: {
    why: 'Deleted rows do not come back: a rollback of the migration knows only the schema.',
    instead: 'Copy the rows to an archive table first, then delete them in batches.',
    reference: 'https://www.postgresql.org/docs/current/sql-delete.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/delete.html',
      sqlite: 'https://www.sqlite.org/lang_delete.html',
    },
  },
  check(operation, context) {
    if (operation.verb !== 'delete' || isSaidBefore(operation, context)) return null;
    const tables = tablesOf(operation, context).filter((table) => !context.isNewTable(table));
    if (tables.length === 0 && operation.table !== null) return null;
    const rows = operation.scope === 'whole' ? 'all rows' : 'rows';
    const from =
      tables.length === 0
        ? 'a table that could not be told'
        : tables.map(context.withSize).join(', ');
    const [table] = tables;
    return {
      message: `The migration deletes ${rows} of ${from}; no rollback brings them back.`,
      instead:
        table === undefined || tables.length > 1
          ? 'Name the tables and the rows in the sign-off, and keep a copy of them first.'
          : archive(table, conditionOf(operation) ?? '/* the rows */', context),
    };
  },
});

type RowChange = OperationOf<'changeRows'>;

/** Code that a migration calls can delete from many tables: they are told together. */
function isSameCall({ source }: RowChange, other: Operation): other is Operation & RowChange {
  return (
    other.kind === 'changeRows' &&
    other.verb === 'delete' &&
    other.source.path === source.path &&
    other.source.line === source.line &&
    other.source.column === source.column
  );
}

function isSaidBefore(operation: RowChange, { earlier }: RuleContext): boolean {
  return earlier.some((sibling) => isSameCall(operation, sibling.operation));
}

function tablesOf(operation: RowChange, { later }: RuleContext): readonly string[] {
  const others = later.flatMap((sibling) =>
    isSameCall(operation, sibling.operation) ? [sibling.operation] : [],
  );
  return [...new Set([operation, ...others].flatMap(({ table }) => table ?? []))];
}

/** What picks the rows of one plain DELETE; null where it is no text that can stand in another statement. */
function conditionOf({ language, text: written }: RowChange): string | null {
  if (language !== 'sql') return null;
  const found = /^\s*DELETE\s+FROM\s+[\w."`]+\s+WHERE\s+([^;]+?)[\s;]*$/i.exec(written)?.[1];
  return found === undefined || /\bRETURNING\b|--|\/\*/i.test(found)
    ? null
    : found.replace(/\s+/g, ' ');
}

function archive(table: string, condition: string, { engine }: RuleContext): string {
  const name = sqlName(table, engine);
  const copy = sqlName(`${table}_archive`, engine);
  return code(
    '# Migration 1: keeps what is deleted',
    `execute ${text(`CREATE TABLE ${copy} AS SELECT * FROM ${name} WHERE ${condition}`)}`,
    '',
    '# Migration 2',
    'disable_ddl_transaction!',
    '',
    'def up',
    [
      `records = Class.new(ActiveRecord::Base) { self.table_name = ${text(table)} }`,
      `records.unscoped.where(${text(condition)}).in_batches(of: 10_000, &:delete_all)`,
    ],
    'end',
  );
}
