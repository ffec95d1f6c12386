import type { Column, Schema, Table } from '../../model/schema.ts';
import type { MysqlServer } from './server.ts';
import { serverOfSchema } from './server-of-schema.ts';

/** What statements are read over. */
export interface MysqlScope {
  /** As the operations before left it; asked for before each one. */
  readonly schema: Schema;
  /** Left out where nothing but the schema tells. */
  readonly server?: MysqlServer;
  /**
   * What the database adds to what a statement says of character sets; null for a dump, which says
   * all of it.
   */
  readonly charsets: CharsetRules | null;
}

/** How the server and its dump treat character sets and collations. */
export interface CharsetRules {
  /** What a table gets that names none, and what that was inferred from, to follow "because". */
  readonly tableDefaults: () => {
    readonly charset: string | null;
    readonly collation: string | null;
    readonly because: string;
  };
  /** A table's character set and collation as SHOW CREATE TABLE names them. */
  readonly shown: (
    charset: string,
    collation: string | null,
  ) => Pick<Table, 'charset' | 'collation'>;
  /** A column's collation in the server's spelling. */
  readonly columnCollation: (collation: string) => Column['collation'];
}

/** The server that the statements are for. */
export function serverIn(scope: MysqlScope): MysqlServer {
  return scope.server ?? serverOfSchema(scope.schema);
}
