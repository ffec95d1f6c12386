import type { Schema, Table } from '../../model/schema.ts';
import type { CharsetRules } from './scope.ts';
import { serverOfSchema } from './server-of-schema.ts';
import { collationOfCharset } from './tables/charset.ts';

/**
 * The rules of a database of which nothing but a dump is known: new tables get what most of its
 * tables have, or what MySQL 8 gives them where there are none, and names are spelt as in the dump.
 */
export function charsetRules(dump: Schema): CharsetRules {
  const server = serverOfSchema(dump);
  const spelled = (name: string): string => spelledAs(name, dump.tables);
  return {
    tableDefaults() {
      const most = commonest(dump.tables);
      return most
        ? { charset: most.charset, collation: most.collation, because: 'most tables have them' }
        : { ...NEW_DATABASE, because: 'they are those of MySQL 8' };
    },
    shown(charset, stated) {
      const collation = stated ?? collationOfCharset(charset.toLowerCase(), server);
      // MariaDB shows each collation; MySQL leaves out what the character set has by itself.
      return { charset: spelled(charset), collation: collation && spelled(collation) };
    },
    columnCollation: spelled,
  };
}

const NEW_DATABASE = { charset: 'utf8mb4', collation: 'utf8mb4_0900_ai_ci' } as const;

/** `utf8` is another word for `utf8mb3`, by which MySQL calls it since 8.0.28 and MariaDB since 10.6. */
function spelledAs(name: string, tables: readonly Table[]): string {
  const isNew = tables.some(({ charset }) => charset === 'utf8mb3');
  return isNew ? name.replace(/^utf8(?=_|$)/, 'utf8mb3') : name;
}

function commonest(tables: readonly Table[]): Table | null {
  const counts = new Map<string, { readonly table: Table; count: number }>();
  for (const table of tables) {
    const key = `${table.charset} ${table.collation}`;
    const entry = counts.get(key) ?? { table, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  let most: { readonly table: Table; readonly count: number } | null = null;
  for (const entry of counts.values()) if (most === null || entry.count > most.count) most = entry;
  return most?.table ?? null;
}
