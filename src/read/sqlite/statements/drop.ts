import type { OperationBody } from '../../../model/operation.ts';
import { readTable } from '../catalog/tables.ts';
import type { TokenReader } from '../catalog/token-reader.ts';
import { readTriggers } from '../catalog/triggers.ts';
import { textOf } from '../catalog/values.ts';
import { catalogRow, shownTable } from './create.ts';
import { type Bodies, NotTold, noEffect, type Reading, run } from './reading.ts';

type Drop = (name: string, ifExists: boolean, reading: Reading) => OperationBody;

const DROP: { readonly [word: string]: Drop } = {
  TABLE: (name, ifExists, { database }) => {
    const [row] = database.rows(
      "SELECT type FROM pragma_table_list(?) WHERE schema = 'main'",
      name,
    );
    return row && textOf(row, 'type') === 'virtual'
      ? { kind: 'dropVirtualTable', virtualTable: name }
      : { kind: 'dropTable', table: name, ifExists, cascade: false };
  },
  VIEW: (view, ifExists) => ({
    kind: 'dropView',
    view,
    materialized: false,
    ifExists,
    cascade: false,
  }),
  INDEX: (name, ifExists, { database }) => {
    const { table, name: index } = catalogRow(database, 'index', name);
    return { kind: 'dropIndex', table, index, ifExists, concurrently: false };
  },
  TRIGGER: (name, ifExists, { database }) => {
    const { name: trigger } = catalogRow(database, 'trigger', name);
    const table = readTriggers(database).find((other) => other.name === trigger)?.table ?? null;
    return { kind: 'dropTrigger', trigger, table, ifExists };
  },
};

/** What follows DROP. */
export function drop(reader: TokenReader, reading: Reading): Bodies {
  const word = reader.takeOne(...Object.keys(DROP));
  const read = word === null ? undefined : DROP[word];
  const ifExists = reader.take('IF', 'EXISTS');
  const name = reader.qualifiedName();
  if (!read || word === null || name === null) {
    run(reading);
    throw new NotTold('migdocs does not know what it drops');
  }
  if (ifExists && !isThere(reading, word, name)) {
    run(reading);
    return noEffect(reading, `finds no ${word.toLowerCase()} ${name}`);
  }
  const body = read(storedName(reading, word, name), ifExists, reading);
  run(reading);
  const table = body.kind === 'dropIndex' ? readTable(reading.database, body.table) : null;
  return [table ? { ...body, shown: shownTable(table) } : body];
}

function isThere({ database }: Reading, word: string, name: string): boolean {
  const rows = database.rows(
    'SELECT 1 FROM main.sqlite_schema WHERE type = ? AND name = ? COLLATE NOCASE',
    word.toLowerCase(),
    name,
  );
  return rows.length > 0;
}

/** The name in the case of letters in which it was given to the object; SQLite takes it in any. */
function storedName({ database }: Reading, word: string, name: string): string {
  const [row] = database.rows(
    'SELECT name FROM main.sqlite_schema WHERE type = ? AND name = ? COLLATE NOCASE',
    word.toLowerCase(),
    name,
  );
  return row ? textOf(row, 'name') : name;
}
