import type { Column, Table } from '../../../../model/schema.ts';
import { NotUnderstood } from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';

const QUOTE = '[`"]?';
const NAME = `(?:${QUOTE}\\w+${QUOTE}\\.)?${QUOTE}(\\w+)${QUOTE}`;
const QUERY = new RegExp(
  `^\\s*SELECT\\s+(.+?)\\s+FROM\\s+${NAME}(?:\\s+WHERE\\b.*)?\\s*;?\\s*$`,
  'is',
);
const ITEM = new RegExp(`^${NAME}(?:\\s+(?:AS\\s+)?${QUOTE}(\\w+)${QUOTE})?$`, 'i');

/**
 * The columns of a table that is made `as:` a query over one table. PostgreSQL takes names and types
 * over; MySQL NOT NULL, defaults and comments as well, but nothing that counts up by itself.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-table-select.html | CREATE TABLE … SELECT}
 * @throws {NotUnderstood} for other queries, and on SQLite, which keeps the affinity of a type alone.
 */
export function queriedColumns(query: string, session: Session): readonly Column[] {
  const [, list = '', from = ''] = QUERY.exec(query) ?? [];
  const table = session.findTable(from);
  if (!table || session.dialect.engine === 'sqlite') {
    throw new NotUnderstood('the columns of a table that is made `as:` this query are not known');
  }
  return list.trim() === '*'
    ? table.columns.map((column) => taken(column, session))
    : list.split(',').map((item) => queried(item.trim(), table, session));
}

function queried(item: string, table: Table, session: Session): Column {
  const [, name = '', alias] = ITEM.exec(item) ?? [];
  const column = table.columns.find((other) => other.name === name);
  if (!column) throw new NotUnderstood(`the type of ${item} in the query of as: is not known`);
  return { ...taken(column, session), name: alias ?? name };
}

function taken(column: Column, { dialect }: Session): Column {
  const plain: Column = { ...column, autoIncrement: null, generated: null };
  if (dialect.engine === 'mysql') {
    // Where the number came from AUTO_INCREMENT, MySQL puts DEFAULT 0.
    return column.autoIncrement === null
      ? plain
      : { ...plain, default: { kind: 'literal', value: 0 } };
  }
  return { ...plain, nullable: true, default: null, comment: null };
}
