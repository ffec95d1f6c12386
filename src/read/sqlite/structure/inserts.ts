import { type SqliteStatement, splitSqlite } from '../../../dialect/sqlite/statements.ts';
import type { TokenReader } from '../catalog/token-reader.ts';
import { readerOf } from '../statements/reading.ts';
import { rowsOf } from '../statements/rows.ts';

/** How many rows a statement writes, 1 where that is not known; null when it writes none. */
export function rowsIn(statement: SqliteStatement): number | null {
  const rows = rowsOf(readerOf(statement));
  if (!rows) return null;
  const reader = behindValues(readerOf(statement));
  return reader ? Math.max(reader.parts().length, 1) : 1;
}

/** The versions that an INSERT records; null when it writes into another table. */
export function versionsIn(statement: SqliteStatement): readonly string[] | null {
  const rows = rowsOf(readerOf(statement));
  // `table_name_prefix` and its suffix go around the name of Active Record's table.
  if (rows?.verb !== 'insert' || !/schema_migrations/i.test(rows.table ?? '')) return null;
  const reader = behindValues(readerOf(statement));
  if (!reader) return null;
  return reader.parts().flatMap((part) => {
    const text = part.inside()?.parts()[0]?.restText().trim() ?? '';
    const version = text.replace(/^'|'$/g, '');
    return version === '' ? [] : [version];
  });
}

function behindValues(reader: TokenReader): TokenReader | null {
  while (!reader.done) {
    if (reader.take('VALUES')) return reader;
    if (reader.group() === null) reader.skip();
  }
  return null;
}

/**
 * The statement that a row of SQLite's catalog holds: `.dump` writes virtual tables so, as CREATE
 * would make their shadow tables a second time. Null for other statements.
 */
export function catalogStatement(statement: SqliteStatement): SqliteStatement | null {
  const rows = rowsOf(readerOf(statement));
  if (rows?.verb !== 'insert' || !/^sqlite_(?:schema|master)$/i.test(rows.table ?? '')) return null;
  const values = behindValues(readerOf(statement))?.inside()?.parts() ?? [];
  const text = values.at(-1)?.restText() ?? '';
  const sql = /^'([\s\S]*)'$/.exec(text)?.[1]?.replaceAll("''", "'");
  const [made] = sql === undefined ? [] : splitSqlite(sql);
  return made ?? null;
}
