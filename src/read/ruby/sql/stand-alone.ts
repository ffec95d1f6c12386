import type { OperationBody } from '../../../model/operation.ts';
import { triggerTable } from '../commands/objects/functions.ts';
import type { Session } from '../session.ts';
import { createIndex, dropIndex } from './create-index.ts';
import type { SqlReader } from './reader.ts';
import type { SqlStatement } from './statements.ts';

/** CREATE and DROP of what is no part of a table; null when it is not certain. */
export function standAlone(
  reader: SqlReader,
  statement: SqlStatement,
  session: Session,
): OperationBody | null {
  if (reader.take('CREATE')) return create(reader, statement, session);
  return reader.take('DROP') ? drop(reader, session) : null;
}

function create(
  reader: SqlReader,
  statement: SqlStatement,
  session: Session,
): OperationBody | null {
  const replace = reader.take('OR', 'REPLACE');
  if (reader.take('FUNCTION')) {
    const name = reader.name();
    return name === null
      ? null
      : { kind: 'createFunction', function: { name, definition: statement.text }, replace };
  }
  if (reader.take('TRIGGER')) return createTrigger(reader, statement);
  if (reader.take('VIEW')) return createView(reader, statement, replace);
  if (reader.take('TABLE')) return createTableLike(reader, session);
  return createIndex(reader, session);
}

function createTrigger(reader: SqlReader, { text }: SqlStatement): OperationBody | null {
  const name = reader.name();
  const table = triggerTable(text);
  return name === null
    ? null
    : { kind: 'createTrigger', trigger: { name, table, definition: text } };
}

/**
 * MySQL's `CREATE TABLE … LIKE …`: a table with columns, keys, indexes and options of another one,
 * but not its foreign keys. Those of its checks that MySQL names itself get new names.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-table-like.html | CREATE TABLE … LIKE}
 */
function createTableLike(reader: SqlReader, session: Session): OperationBody | null {
  if (!session.dialect.tablesHaveCharset) return null;
  const ifNotExists = reader.take('IF', 'NOT', 'EXISTS');
  const name = reader.name();
  const original = reader.take('LIKE') ? reader.name() : null;
  const table = original === null ? null : session.findTable(original);
  if (name === null || !table || !reader.done || table.checkConstraints.length > 0) return null;
  return { kind: 'createTable', table: { ...table, name, foreignKeys: [] }, ifNotExists };
}

function createView(
  reader: SqlReader,
  { text }: SqlStatement,
  replace: boolean,
): OperationBody | null {
  if (reader.take('IF', 'NOT', 'EXISTS')) return null;
  const name = reader.name();
  const query = /\bAS\s+([\s\S]+)$/i.exec(text)?.[1]?.trim();
  if (name === null || !query || !reader.take('AS')) return null;
  return {
    kind: 'createView',
    view: { name, materialized: false, definition: query, indexes: [], comment: null },
    replace,
  };
}

function drop(reader: SqlReader, session: Session): OperationBody | null {
  if (reader.take('INDEX')) return dropIndex(reader, session);
  const kind = ['VIEW', 'FUNCTION', 'TRIGGER', 'TABLE'].find((word) => reader.take(word));
  const ifExists = reader.take('IF', 'EXISTS');
  const name = reader.name();
  if (!kind || name === null) return null;
  if (kind === 'FUNCTION') return { kind: 'dropFunction', function: name, ifExists };
  if (kind === 'TRIGGER') return { kind: 'dropTrigger', trigger: name, table: null, ifExists };
  const cascade = reader.take('CASCADE');
  if (!reader.done) return null;
  return kind === 'VIEW'
    ? { kind: 'dropView', view: name, materialized: false, ifExists, cascade }
    : { kind: 'dropTable', table: name, ifExists, cascade };
}
