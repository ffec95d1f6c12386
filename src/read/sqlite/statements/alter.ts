import type { OperationBody } from '../../../model/operation.ts';
import { findColumn, type Table } from '../../../model/schema.ts';
import { changedObjects, readStatements } from '../catalog/changed-objects.ts';
import { readTable } from '../catalog/tables.ts';
import type { TokenReader } from '../catalog/token-reader.ts';
import { type Bodies, NotTold, type Reading, run } from './reading.ts';
import { tableDifference } from './table-difference.ts';

/** What follows ALTER: TABLE alone, as SQLite alters nothing else. */
export function alter(reader: TokenReader, reading: Reading): Bodies {
  const name = reader.take('TABLE') ? reader.qualifiedName() : null;
  const before = name === null ? null : readTable(reading.database, name);
  if (!before) {
    run(reading);
    throw new NotTold(`${name} is no table that migdocs knows`);
  }
  const statements = readStatements(reading.database);
  run(reading);
  const shown = changedObjects(reading.database, statements);
  const renamed = renameOf(reader, before);
  if (renamed) return [{ ...renamed, shown }];
  const after = readTable(reading.database, before.name);
  if (!after) throw new NotTold(`SQLite shows no table ${before.name} behind it`);
  return tableDifference(before, after).map((body) => ({ ...body, shown }));
}

type Rename = Extract<OperationBody, { readonly kind: 'renameTable' | 'renameColumn' }>;

function renameOf(reader: TokenReader, table: Table): Rename | null {
  if (!reader.take('RENAME')) return null;
  if (reader.take('TO')) return { kind: 'renameTable', from: table.name, to: reader.name() ?? '' };
  reader.take('COLUMN');
  const from = storedColumnName(table, reader.name() ?? '');
  reader.take('TO');
  return { kind: 'renameColumn', table: table.name, from, to: reader.name() ?? '' };
}

/** A column of the table under the name that the catalog has for it; the given name when there is none. */
function storedColumnName(table: Table, name: string): string {
  const folded = name.toLowerCase();
  const exact = findColumn(table, name);
  const column = exact ?? table.columns.find((other) => other.name.toLowerCase() === folded);
  return column?.name ?? name;
}
