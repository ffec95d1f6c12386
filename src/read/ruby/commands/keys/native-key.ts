import { parseRailsVersion, railsAtLeast } from '../../../../model/engine.ts';
import { findColumn, findTable, type Schema } from '../../../../model/schema.ts';
import type { ProjectFiles } from '../../../../model/schema-file.ts';
import type { Session } from '../../session.ts';
import { tablesMadeIn } from '../tables/newest-tables.ts';

type KeyType = 'bigint' | 'integer';

/** Adapters whose table of native types a project may change, by engine. */
const ADAPTER = {
  postgresql: /PostgreSQLAdapter/,
  mysql: /Mysql2?Adapter/,
  sqlite: /SQLite3Adapter/,
};

/**
 * The type of primary keys that an initializer gives the adapter, as projects did before Rails 5.1
 * made them bigint: `Mysql2Adapter::NATIVE_DATABASE_TYPES[:primary_key] = "BIGINT …"`. Such an
 * initializer is often gone, but a dump of later shows what it did: the keys are bigint when those
 * of most tables are that migrations of before 5.1 made. Null when neither tells, and for a
 * migration of 5.1 or newer, whose keys are bigint anyway.
 */
export function nativeKeyType(session: Session): KeyType | null {
  const { project, dialect } = session;
  if (session.dumped || project === null || railsAtLeast(session.rails, 5, 1)) return null;
  const assignment = new RegExp(
    `${ADAPTER[dialect.engine].source}::NATIVE_DATABASE_TYPES\\[:primary_key\\]\\s*=\\s*["'](\\w+)`,
  );
  for (const path of project.list('config/initializers')) {
    const type = assignment.exec(project.read(path) ?? '')?.[1];
    if (type !== undefined) return /^big/i.test(type) ? 'bigint' : 'integer';
  }
  return session.given && shownKeyType(session.given, project);
}

/** Reading all migrations takes its time, and one dump is asked by each of them. */
const SHOWN = new WeakMap<Schema, KeyType | null>();

function shownKeyType(evidence: Schema, project: ProjectFiles): KeyType | null {
  const known = SHOWN.get(evidence);
  if (known !== undefined) return known;
  const types = project
    .list('db/migrate')
    .map((path) => project.read(path) ?? '')
    .filter(isOld)
    .flatMap(tablesMadeIn)
    .flatMap((name) => keyTypeOf(evidence, name) ?? []);
  const big = types.filter((type) => type === 'bigint').length;
  const shown = big * 2 > types.length ? 'bigint' : null;
  SHOWN.set(evidence, shown);
  return shown;
}

function isOld(migration: string): boolean {
  const version = parseRailsVersion(/Migration\[(\d+\.\d+)\]/.exec(migration)?.[1] ?? '');
  return version === null || !railsAtLeast(version, 5, 1);
}

/** The type of a key that the database counts up; null for a table without one. */
function keyTypeOf(schema: Schema, name: string): string | null {
  const table = findTable(schema, name);
  const [key, second] = table?.primaryKey?.columns ?? [];
  if (!table || key === undefined || second !== undefined) return null;
  const column = findColumn(table, key);
  return column && column.autoIncrement !== null ? column.type : null;
}
