import type { OperationBody } from '../../../model/operation.ts';
import { findColumn, type Index, type Table } from '../../../model/schema.ts';
import type { Session } from '../session.ts';
import { partOf } from './create-index.ts';
import { convertTo } from './mysql-charset.ts';
import { statedColumn } from './mysql-column.ts';
import { tableOptionsAction } from './mysql-table-options-action.ts';
import { columnList, type SqlReader, splitList } from './reader.ts';

/** An action of ALTER TABLE that MySQL alone has; undefined for any other, null when it is not certain. */
export function mysqlAction(
  reader: SqlReader,
  table: Table,
  session: Session,
): readonly OperationBody[] | null | undefined {
  const options = tableOptionsAction(reader, table);
  if (options !== undefined) return options;
  if (reader.take('CONVERT', 'TO')) return convertTo(reader, table, session);
  if (reader.take('MODIFY')) return modify(reader, table, session);
  if (reader.take('CHANGE')) return change(reader, table, session);
  if (reader.take('RENAME', 'INDEX') || reader.take('RENAME', 'KEY'))
    return one(renameIndex(reader, table));
  if (reader.take('DROP', 'PRIMARY', 'KEY'))
    return reader.done ? [{ kind: 'dropPrimaryKey', table: table.name }] : null;
  if (reader.take('DROP', 'INDEX') || reader.take('DROP', 'KEY'))
    return one(dropIndex(reader, table));
  // How the server goes about it, which no dump shows.
  if (reader.take('ALGORITHM') || reader.take('LOCK')) return [];
  return reader.take('ADD') ? add(reader, table, session) : undefined;
}

function one(body: OperationBody | null): readonly OperationBody[] | null {
  return body && [body];
}

function modify(
  reader: SqlReader,
  table: Table,
  session: Session,
): readonly OperationBody[] | null {
  reader.take('COLUMN');
  const name = reader.name();
  if (name === null || !findColumn(table, name)) return null;
  const stated = statedColumn(name, reader.rest(), table, session);
  return stated && [{ kind: 'setColumn', table: table.name, ...stated, using: null }];
}

function change(
  reader: SqlReader,
  table: Table,
  session: Session,
): readonly OperationBody[] | null {
  reader.take('COLUMN');
  const from = reader.name();
  const to = reader.name();
  if (from === null || to === null || !findColumn(table, from)) return null;
  const stated = statedColumn(to, reader.rest(), table, session);
  if (!stated) return null;
  const set: OperationBody = { kind: 'setColumn', table: table.name, ...stated, using: null };
  return from === to ? [set] : [{ kind: 'renameColumn', table: table.name, from, to }, set];
}

function renameIndex(reader: SqlReader, { name: table }: Table): OperationBody | null {
  const from = reader.name();
  const to = reader.take('TO') ? reader.name() : null;
  return from === null || to === null || !reader.done
    ? null
    : { kind: 'renameIndex', table, from, to };
}

function dropIndex(reader: SqlReader, table: Table): OperationBody | null {
  const index = reader.name();
  const known = table.indexes.some(({ name }) => name === index);
  if (index === null || !known || !reader.done) return null;
  return { kind: 'dropIndex', table: table.name, index, ifExists: false, concurrently: false };
}

function add(reader: SqlReader, table: Table, session: Session): readonly OperationBody[] | null {
  if (reader.take('PRIMARY', 'KEY')) {
    const columns = columnList(reader.group());
    if (columns === null || !reader.done) return null;
    return [{ kind: 'addPrimaryKey', table: table.name, primaryKey: { name: null, columns } }];
  }
  if (reader.take('FOREIGN') || reader.take('CHECK') || reader.take('PARTITION')) return null;
  const unique = reader.take('UNIQUE');
  const kind = reader.take('FULLTEXT') ? 'fulltext' : reader.take('SPATIAL') ? 'spatial' : null;
  const isIndex = reader.take('INDEX') || reader.take('KEY') || unique || kind !== null;
  if (isIndex) return one(addIndex(reader, table, { unique, kind }));
  reader.take('COLUMN');
  const ifNotExists = reader.take('IF', 'NOT', 'EXISTS');
  const name = reader.name();
  const stated = name === null ? null : statedColumn(name, reader.rest(), table, session);
  return stated && [{ kind: 'addColumn', table: table.name, ...stated, ifNotExists }];
}

/** `[name] (parts)`: an index without a name gets one from MySQL, and is left to a person. */
function addIndex(
  reader: SqlReader,
  { name: table }: Table,
  { unique, kind }: Pick<Index, 'unique' | 'kind'>,
): OperationBody | null {
  const name = reader.name();
  const group = reader.group();
  if (name === null || group === null || !reader.done) return null;
  const parts = splitList(group).map(partOf);
  if (parts.some(({ column }) => column === null)) return null;
  const plain = { using: null, where: null, include: [], nullsNotDistinct: false, comment: null };
  const index: Index = { name, parts, unique, kind, ...plain, enabled: true };
  return { kind: 'addIndex', table, index, ifNotExists: false, concurrently: false };
}
