import { NotTold, told } from '../not-told.ts';
import type { MysqlScope } from '../scope.ts';
import { joinTokens } from '../tokens/join.ts';
import { isWord, TokenReader } from '../tokens/token-reader.ts';
import type { MysqlStatement, Told } from './statement.ts';
import { storedQuery } from './stored-query.ts';

/**
 * `CREATE [OR REPLACE] [ALGORITHM=…] [DEFINER=…] [SQL SECURITY …] VIEW name AS query`.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/create-view.html | CREATE VIEW}
 */
export function createView(statement: MysqlStatement, replace: boolean, scope: MysqlScope): Told {
  const { tokens } = statement;
  const at = tokens.findIndex((token) => isWord(token, 'VIEW'));
  const options = joinTokens(tokens.slice(replace ? 3 : 1, at));
  const reader = new TokenReader(tokens.slice(at + 1));
  reader.take('IF', 'NOT', 'EXISTS');
  const name = told(reader.name(), 'name of the view');
  if (reader.group() !== null) throw new NotTold('the view names its columns apart from its query');
  if (!reader.take('AS')) throw new NotTold('the view has no query');
  const written = statement.textFrom(told(reader.next, 'query').start);
  // A dump has the query as the server keeps it.
  const stored = scope.charsets === null ? written : storedQuery(reader.rest(), scope.schema);
  const definition = stored ?? written;
  const view = { name, materialized: false, definition, indexes: [], comment: null };
  return {
    kind: 'createView',
    view: { ...view, ...(options !== '' && { options }) },
    replace,
    ...(stored === null && { unprinted: 'it is more than columns of one table' }),
  };
}
