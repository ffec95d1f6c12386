import type { Engine } from '../model/engine.ts';
import type { ReadSqlUses } from '../model/sql-uses.ts';
import { loadPostgresqlParser } from './postgresql/parse.ts';
import { storedUsesReader } from './postgresql/stored-uses.ts';

const READERS: { readonly [E in Engine]: () => Promise<ReadSqlUses> } = {
  async postgresql() {
    await loadPostgresqlParser();
    return storedUsesReader();
  },
  mysql: async () => unread,
  sqlite: async () => unread,
};

/** What reads the SQL that a schema of that engine keeps; of MySQL and SQLite none is read. */
export function readStoredUses(engine: Engine): Promise<ReadSqlUses> {
  return READERS[engine]();
}

function unread(): null {
  return null;
}
