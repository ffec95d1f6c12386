import { findTable, type Table } from '../../../model/schema.ts';
import { NotTold, told } from '../not-told.ts';
import { type MysqlScope, serverIn } from '../scope.ts';
import type { TableHead } from '../stated/table.ts';
import { readTable } from '../stated/table.ts';
import { modelTable } from '../tables/table.ts';
import { TokenReader } from '../tokens/token-reader.ts';
import { inferredCharset } from './inferred-charset.ts';
import type { Bodies, MysqlStatement, Told } from './statement.ts';

/**
 * `CREATE [OR REPLACE] [TEMPORARY] TABLE [IF NOT EXISTS] name …`; the reader stands behind TABLE.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-table.html | CREATE TABLE}
 */
export function createTable(
  statement: MysqlStatement,
  reader: TokenReader,
  { replace, temporary }: { readonly replace: boolean; readonly temporary: boolean },
  scope: MysqlScope,
): Bodies {
  const ifNotExists = reader.take('IF', 'NOT', 'EXISTS');
  const name = told(reader.name(), 'name of the table');
  if (temporary) {
    const purpose = 'makes a table that lives as long as the connection';
    return [{ kind: 'runSql', text: statement.text, purpose }];
  }
  const create = definedTable({ name, ifNotExists, temporary }, reader, scope);
  if (!replace || !findTable(scope.schema, name)) return [create];
  return [{ kind: 'dropTable', table: name, ifExists: true, cascade: false }, create];
}

function definedTable(head: TableHead, reader: TokenReader, scope: MysqlScope): Told {
  if (reader.take('LIKE')) return tableLike(head, reader, scope);
  if (reader.sees('(', 'LIKE')) {
    return tableLike(head, new TokenReader(told(reader.group(), 'table').slice(1)), scope);
  }
  if (reader.next?.text !== '(') throw new NotTold('the table takes its columns from a query');
  const stated = readTable(head, reader);
  const table = modelTable(stated, scope);
  return {
    kind: 'createTable',
    table,
    ifNotExists: head.ifNotExists,
    ...inferredCharset(stated, scope),
  };
}

/**
 * A table with columns, keys, indexes and options of another one, but not its foreign keys.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-table-like.html | CREATE TABLE … LIKE}
 */
function tableLike(head: TableHead, reader: TokenReader, scope: MysqlScope): Told {
  const original = told(reader.name(), 'table after LIKE');
  const table = findTable(scope.schema, original);
  if (!table) throw new NotTold(`there is no table ${original} that it could be like`);
  if (!reader.done) throw new NotTold('more follows the table that it is like');
  const { name, ifNotExists } = head;
  const checkConstraints = checksLike(table, name, scope);
  return {
    kind: 'createTable',
    table: { ...table, name, foreignKeys: [], checkConstraints },
    ifNotExists,
  };
}

/** MySQL names all checks of the new table itself; MariaDB keeps their names. */
function checksLike(
  { checkConstraints }: Table,
  name: string,
  scope: MysqlScope,
): Table['checkConstraints'] {
  if (checkConstraints.length === 0) return [];
  const server = serverIn(scope).name;
  if (server === null) throw new NotTold('the names of its checks depend on the server');
  if (server === 'mariadb') return checkConstraints;
  return checkConstraints.map((check, at) => ({ ...check, name: `${name}_chk_${at + 1}` }));
}
