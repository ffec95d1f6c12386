/** What `config/database.yml` says of a MySQL database; null where it says nothing, or several things. */
export interface DatabaseSettings {
  readonly encoding: string | null;
  readonly collation: string | null;
}

/** Character sets that are PostgreSQL's or Oracle's, in files that serve several engines. */
const OF_OTHERS = /^(?:unicode|utf-?8-unicode|al32utf8)$/i;

/** Reads the lines `encoding:` and `collation:`; ERB stays what it is, text that is no name. */
export function databaseSettings(yaml: string): DatabaseSettings {
  return { encoding: only(yaml, /charset|encoding/), collation: only(yaml, /collation/) };
}

function only(yaml: string, key: RegExp): string | null {
  const line = new RegExp(`^\\s*(?:${key.source}):\\s*["']?(\\w+)["']?\\s*(?:#.*)?$`, 'gm');
  const values = [...yaml.matchAll(line)].map(([, value = '']) => value.toLowerCase());
  const own = new Set(values.filter((value) => !OF_OTHERS.test(value)));
  const [value] = own;
  return value !== undefined && own.size === 1 ? value : null;
}
