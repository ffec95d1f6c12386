import type { ShownObjects } from '../../../model/operation-base.ts';
import type { Index, Table } from '../../../model/schema.ts';
import type { SqliteOperation } from '../../sqlite/statements/index.ts';
import type { Session } from '../session.ts';

type Body = SqliteOperation['body'];

/**
 * The operation with tables and indexes as `schema.rb` tells of them: the adapter reads neither unique
 * constraints nor options of a SQLite table, and the descending order of a quoted column alone
 * (`indexes` of sqlite3/schema_statements.rb).
 */
export function asDumpedOfSqlite(body: Body, statement: string, session: Session): Body {
  if (session.dumpsSql) return body;
  const index = (one: Index): Index =>
    body.kind === 'addIndex' && one.name === body.index.name ? dumpedIndex(one, statement) : one;
  const table = (one: Table): Table => ({
    ...one,
    indexes: one.indexes.map(index),
    uniqueConstraints: [],
    options: null,
  });
  const shown: Pick<Body, 'shown'> = body.shown ? { shown: withTables(body.shown, table) } : {};
  if (body.kind === 'createTable') return { ...body, ...shown, table: table(body.table) };
  if (body.kind === 'addIndex') return { ...body, ...shown, index: index(body.index) };
  return { ...body, ...shown };
}

function withTables(shown: ShownObjects, table: (one: Table) => Table): ShownObjects {
  return { ...shown, tables: shown.tables.map(table) };
}

function dumpedIndex(index: Index, statement: string): Index {
  const parts = index.parts.map((part) =>
    part.column === null || statement.includes(`"${part.column}" DESC`)
      ? part
      : { ...part, order: 'asc' as const },
  );
  return { ...index, parts };
}
