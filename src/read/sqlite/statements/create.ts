import type { OperationBody } from '../../../model/operation.ts';
import type { ShownObjects } from '../../../model/operation-base.ts';
import type { Table } from '../../../model/schema.ts';
import type { SqliteDatabase } from '../../../sqlite/database.ts';
import { readTable } from '../catalog/tables.ts';
import type { TokenReader } from '../catalog/token-reader.ts';
import { readTriggers } from '../catalog/triggers.ts';
import { textOf } from '../catalog/values.ts';
import { viewQuery } from '../catalog/views.ts';
import { type Bodies, NotTold, noEffect, type Reading, run } from './reading.ts';

type Create = (reader: TokenReader, reading: Reading, guarded: boolean) => Bodies;

const CREATE: { readonly [word: string]: Create } = {
  TABLE: createTable,
  INDEX: createIndex,
  VIEW: createView,
  TRIGGER: createTrigger,
};

/** What follows CREATE. */
export function create(reader: TokenReader, reading: Reading): Bodies {
  if (reader.takeOne('TEMP', 'TEMPORARY')) {
    run(reading);
    return noEffect(reading, 'makes an object that lives as long as the session');
  }
  if (reader.take('VIRTUAL', 'TABLE')) {
    return createVirtualTable(reader, reading, reader.take('IF', 'NOT', 'EXISTS'));
  }
  reader.take('UNIQUE');
  const word = reader.takeOne(...Object.keys(CREATE));
  const read = word === null ? undefined : CREATE[word];
  if (!read) {
    run(reading);
    throw new NotTold('migdocs does not know what it makes');
  }
  return read(reader, reading, reader.take('IF', 'NOT', 'EXISTS'));
}

function createTable(reader: TokenReader, reading: Reading, ifNotExists: boolean): Bodies {
  const name = nameIn(reader);
  if (/^sqlite_/i.test(name)) return noEffect(reading, 'is a table of SQLite itself');
  const there = exists(reading.database, name);
  run(reading);
  if (there) return noEffect(reading, `finds ${name} there already`);
  const table = readTable(reading.database, name);
  if (!table) throw new NotTold(`SQLite shows no table ${name} behind it`);
  return [{ kind: 'createTable', table, ifNotExists, shown: shownTable(table) }];
}

function createIndex(reader: TokenReader, reading: Reading, ifNotExists: boolean): Bodies {
  const name = nameIn(reader);
  const there = exists(reading.database, name);
  run(reading);
  if (there) return noEffect(reading, `finds ${name} there already`);
  const row = catalogRow(reading.database, 'index', name);
  const table = readTable(reading.database, row.table);
  const index = table?.indexes.find((other) => other.name === row.name);
  if (!table || !index) throw new NotTold(`SQLite shows no index ${name} behind it`);
  const shown = shownTable(table);
  return [{ kind: 'addIndex', table: table.name, index, ifNotExists, concurrently: false, shown }];
}

function createView(reader: TokenReader, reading: Reading, guarded: boolean): Bodies {
  const name = nameIn(reader);
  const there = exists(reading.database, name);
  run(reading);
  if (there && guarded) return noEffect(reading, `finds ${name} there already`);
  const definition = viewQuery(catalogRow(reading.database, 'view', name).sql);
  const view = { name, materialized: false, definition, indexes: [], comment: null };
  return [{ kind: 'createView', view, replace: false }];
}

function createTrigger(reader: TokenReader, reading: Reading): Bodies {
  const name = nameIn(reader);
  const there = exists(reading.database, name, 'trigger');
  run(reading);
  if (there) return noEffect(reading, `finds ${name} there already`);
  const row = catalogRow(reading.database, 'trigger', name);
  const trigger = readTriggers(reading.database).find((other) => other.name === row.name);
  if (!trigger) throw new NotTold(`SQLite shows no trigger ${name} behind it`);
  return [{ kind: 'createTrigger', trigger }];
}

/** The module can be one that this build lacks: then its statement tells all that the model keeps. */
function createVirtualTable(reader: TokenReader, reading: Reading, ifNotExists: boolean): Bodies {
  const name = nameIn(reader);
  const module = reader.take('USING') ? reader.name() : null;
  if (module === null) throw new NotTold('it names no module');
  const given = reader.inside()?.parts() ?? [];
  const there = exists(reading.database, name);
  const message = reading.database.run(reading.statement.sql);
  if (message !== null && !/^no such module: /.test(message)) {
    throw new NotTold(`SQLite refuses it: ${message}`);
  }
  if (there && ifNotExists) return noEffect(reading, `finds ${name} there already`);
  const body: OperationBody = {
    kind: 'createVirtualTable',
    virtualTable: {
      name,
      module,
      arguments: given.map((part) => part.restText()).filter((text) => text !== ''),
    },
  };
  return [body];
}

function nameIn(reader: TokenReader): string {
  const name = reader.qualifiedName();
  if (name === null) throw new NotTold('it gives no name');
  return name;
}

/** For a statement that changes nothing but the table, or makes it. */
export function shownTable(table: Table): ShownObjects {
  return { tables: [table], views: [], triggers: [] };
}

/** True for a table, index or view of that name; triggers have names of their own. */
function exists(database: SqliteDatabase, name: string, type: string | null = null): boolean {
  const rows = database.rows(
    `SELECT 1 FROM main.sqlite_schema WHERE name = ? COLLATE NOCASE
        AND (type = 'trigger') = (? = 'trigger')`,
    name,
    type ?? '',
  );
  return rows.length > 0;
}

/** @throws {NotTold} when there is none. */
export function catalogRow(
  database: SqliteDatabase,
  type: string,
  name: string,
): { readonly name: string; readonly table: string; readonly sql: string } {
  const [row] = database.rows(
    `SELECT name, tbl_name, sql FROM main.sqlite_schema
      WHERE type = ? AND name = ? COLLATE NOCASE`,
    type,
    name,
  );
  if (!row) throw new NotTold(`SQLite shows no ${type} ${name}`);
  return { name: textOf(row, 'name'), table: textOf(row, 'tbl_name'), sql: textOf(row, 'sql') };
}
