import { indexOwner } from '../../../apply/lookup.ts';
import type { SqlToken } from '../../../dialect/sql-tokens.ts';
import type { OperationBody } from '../../../model/operation.ts';
import type { Index, IndexPart } from '../../../model/schema.ts';
import type { Session } from '../session.ts';
import { joinTokens, type SqlReader, splitList } from './reader.ts';

/** `CREATE [UNIQUE] INDEX …` after CREATE; null when it is not certain. */
export function createIndex(reader: SqlReader, session: Session): OperationBody | null {
  const unique = reader.take('UNIQUE');
  const kind = reader.take('FULLTEXT') ? 'fulltext' : reader.take('SPATIAL') ? 'spatial' : null;
  if (!reader.take('INDEX')) return null;
  const ifNotExists = reader.take('IF', 'NOT', 'EXISTS');
  const name = reader.name();
  if (name === null || !reader.take('ON')) return null;
  const table = reader.name();
  const using = reader.take('USING') ? (reader.name()?.toLowerCase() ?? null) : null;
  const group = reader.group();
  if (table === null || group === null || !session.findTable(table)) return null;
  const where = reader.take('WHERE') ? joinTokens(reader.rest()) : null;
  if (!reader.done) return null;
  const index: Index = {
    name,
    parts: splitList(group).map(partOf),
    unique,
    using,
    kind,
    where,
    include: [],
    nullsNotDistinct: false,
    comment: null,
    enabled: true,
  };
  return { kind: 'addIndex', table, index, ifNotExists, concurrently: false };
}

export function partOf(tokens: readonly SqlToken[]): IndexPart {
  const words = tokens.map((token) => token.text.toUpperCase());
  const nullsAt = words.indexOf('NULLS');
  const nulls = nullsAt < 0 ? null : words[nullsAt + 1] === 'FIRST' ? 'first' : 'last';
  const desc = words.includes('DESC');
  const bare = tokens.filter((_, position) => {
    const word = words[position] ?? '';
    return !(word === 'ASC' || word === 'DESC' || (nullsAt >= 0 && position >= nullsAt));
  });
  const length = prefixLength(bare);
  const [first, second, ...more] = length === null ? bare : bare.slice(0, 1);
  const named =
    first !== undefined &&
    (first.kind === 'word' || first.kind === 'quoted') &&
    more.length === 0 &&
    (second === undefined || second.kind === 'word');
  return {
    column: named ? first.name : null,
    expression: named ? null : joinTokens(bare),
    order: desc ? 'desc' : 'asc',
    nulls,
    opclass: named && second ? second.name : null,
    length,
    collation: null,
  };
}

/** `name(191)`: the first characters of a column (MySQL); a function is never called like that in an index. */
function prefixLength(tokens: readonly SqlToken[]): number | null {
  const [name, open, digits, close, ...more] = tokens;
  const isPrefix =
    (name?.kind === 'word' || name?.kind === 'quoted') &&
    open?.text === '(' &&
    close?.text === ')' &&
    more.length === 0;
  return isPrefix && digits !== undefined && /^\d+$/.test(digits.text) ? Number(digits.text) : null;
}

/** `DROP INDEX …` after INDEX; null when the schema holds no such index. */
export function dropIndex(reader: SqlReader, session: Session): OperationBody | null {
  const ifExists = reader.take('IF', 'EXISTS');
  const index = reader.name();
  if (index === null) return null;
  const table = reader.take('ON') ? reader.name() : indexOwner(session.schema, index);
  const cascade = reader.take('CASCADE');
  if (cascade || !reader.done) return null;
  // An index that no dump shows may belong to a view or another schema; IF EXISTS makes it harmless.
  if (table === null && ifExists) {
    const text = `DROP INDEX IF EXISTS ${index}`;
    return { kind: 'runSql', text, purpose: 'drops an index that the schema does not hold' };
  }
  if (table === null) return null;
  return { kind: 'dropIndex', table, index, ifExists, concurrently: false };
}
