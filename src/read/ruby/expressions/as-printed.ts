import { tokenizeSql } from '../../../apply/sql-tokens.ts';
import type { OperationBody } from '../../../model/operation.ts';
import type {
  CheckConstraint,
  Column,
  ColumnDefault,
  Index,
  Schema,
  Table,
} from '../../../model/schema.ts';
import { joinTokens, splitList } from '../sql/reader.ts';
import { parseExpression } from './parse.ts';
import { printExpression } from './print.ts';

/**
 * The operation with its SQL expressions as PostgreSQL will print them in the next dump. One that
 * is not known for sure stays as its author wrote it.
 */
export function asPrinted(body: OperationBody, schema: Schema): OperationBody {
  const columnsOf = (table: string): readonly Column[] =>
    schema.tables.find(({ name }) => name === table)?.columns ?? [];
  switch (body.kind) {
    case 'createTable':
      return { ...body, table: printedTable(body.table) };
    case 'addColumn':
    case 'setColumn':
      return { ...body, column: printedColumn(body.column, columnsOf(body.table)) };
    case 'setColumnDefault':
      return { ...body, default: printedDefault(body.default) };
    case 'addIndex':
      return { ...body, index: printedIndex(body.index, columnsOf(body.table)) };
    case 'addCheckConstraint':
      return {
        ...body,
        checkConstraint: printedCheck(body.checkConstraint, columnsOf(body.table)),
      };
    default:
      return body;
  }
}

function printedTable(table: Table): Table {
  const { columns } = table;
  return {
    ...table,
    columns: columns.map((column) => printedColumn(column, columns)),
    indexes: table.indexes.map((index) => printedIndex(index, columns)),
    checkConstraints: table.checkConstraints.map((check) => printedCheck(check, columns)),
  };
}

function printed(sql: string, columns: readonly Column[], pretty: boolean): string {
  const expression = parseExpression(sql, columns);
  return expression ? printExpression(expression, pretty) : sql;
}

function printedColumn(column: Column, columns: readonly Column[]): Column {
  const { generated } = column;
  return {
    ...column,
    default: printedDefault(column.default),
    generated: generated && {
      ...generated,
      expression: printed(generated.expression, columns, false),
    },
  };
}

function printedDefault(value: ColumnDefault | null): ColumnDefault | null {
  return value?.kind === 'expression' ? { ...value, sql: printed(value.sql, [], false) } : value;
}

function printedCheck(check: CheckConstraint, columns: readonly Column[]): CheckConstraint {
  return { ...check, expression: printed(check.expression, columns, true) };
}

/** A predicate that is a column alone stays bare, all others are printed with parentheses. */
function printedIndex(index: Index, columns: readonly Column[]): Index {
  return {
    ...index,
    where: index.where === null ? null : printed(index.where, columns, false),
    parts: index.parts.map((part) =>
      part.expression === null
        ? part
        : { ...part, expression: printedList(part.expression, columns) },
    ),
  };
}

/** A Rails index keeps its expressions as one text: `lower(email), name DESC`. */
function printedList(sql: string, columns: readonly Column[]): string {
  const tokens = tokenizeSql(sql, 'postgresql').filter(({ kind }) => kind !== 'space');
  return splitList(tokens)
    .map((part) => {
      const text = joinTokens(part);
      const ordered =
        /^(.*?)((?:\s+\w+_ops)?(?:\s+(?:ASC|DESC))?(?:\s+NULLS\s+(?:FIRST|LAST))?)$/is.exec(text);
      const [, expression = text, order = ''] = ordered ?? [];
      return `${printed(expression, columns, false)}${order.replace(/\s+ASC\b/i, '')}`;
    })
    .join(', ');
}
