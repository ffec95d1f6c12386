import { placedTokens } from '../../../dialect/sqlite/statements.ts';
import { plainIndex } from '../../../model/plain-index.ts';
import type { Index, IndexPart } from '../../../model/schema.ts';
import type { SqliteDatabase } from '../../../sqlite/database.ts';
import { TokenReader } from './token-reader.ts';
import { numberOf, textOf } from './values.ts';

/** The indexes of a table that a statement made, in the order in which they were made. */
export function readIndexes(database: SqliteDatabase, table: string): readonly Index[] {
  const rows = database.rows(
    `SELECT m.name, m.sql, l."unique" FROM main.sqlite_schema m
       JOIN pragma_index_list(m.tbl_name) l ON l.name = m.name
      WHERE m.type = 'index' AND m.sql IS NOT NULL AND m.tbl_name = ? COLLATE NOCASE
      ORDER BY m.rowid`,
    table,
  );
  return rows.map((row) =>
    indexOf(database, textOf(row, 'name'), textOf(row, 'sql'), numberOf(row, 'unique') === 1),
  );
}

/** The parts with their columns and orders come from the catalog, their text from the statement. */
function indexOf(database: SqliteDatabase, name: string, sql: string, unique: boolean): Index {
  const rows = database.rows(
    `SELECT cid, name, "desc" FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno`,
    name,
  );
  const text = indexText(sql);
  return {
    ...plainIndex(name, []),
    unique,
    where: text.where,
    parts: rows.map((row, position): IndexPart => {
      const stated = text.parts[position];
      // The column number is -2 for an expression.
      const isColumn = numberOf(row, 'cid') !== -2;
      return {
        column: isColumn ? textOf(row, 'name') : null,
        expression: isColumn ? null : (stated?.expression ?? ''),
        order: numberOf(row, 'desc') === 1 ? 'desc' : 'asc',
        nulls: null,
        opclass: null,
        length: null,
        collation: stated?.collation ?? null,
      };
    }),
  };
}

interface IndexText {
  readonly parts: readonly {
    readonly expression: string;
    readonly collation: string | null;
  }[];
  readonly where: string | null;
}

function indexText(sql: string): IndexText {
  const tokens = placedTokens(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const reader = new TokenReader(tokens, sql);
  while (!reader.done && reader.next !== '(') reader.skip();
  const parts = (reader.inside()?.parts() ?? []).map(partText);
  return { parts, where: reader.take('WHERE') ? reader.restText() : null };
}

/** `lower(name) COLLATE NOCASE DESC`: the expression ends before its collation and its order. */
function partText(part: TokenReader): { expression: string; collation: string | null } {
  const text = part.restText();
  const match =
    /^([\s\S]*?)(?:\s+COLLATE\s+("[^"]*"|`[^`]*`|\[[^\]]*\]|\w+))?(?:\s+(?:ASC|DESC))?$/i;
  const [, expression = text, collation = null] = match.exec(text) ?? [];
  return { expression, collation: collation?.replace(/^["`[]|["`\]]$/g, '') ?? null };
}
