import { railsAtLeast } from '../../../model/engine.ts';
import type { Session } from '../session.ts';

/** Adapters whose table of native types a project may change, by engine. */
const ADAPTER = {
  postgresql: /PostgreSQLAdapter/,
  mysql: /Mysql2?Adapter/,
  sqlite: /SQLite3Adapter/,
};

/**
 * The type of primary keys that an initializer gives the adapter, as projects did before Rails 5.1
 * made them bigint: `Mysql2Adapter::NATIVE_DATABASE_TYPES[:primary_key] = "BIGINT …"`. Null when
 * none does, and for a migration of 5.1 or newer, whose keys are bigint anyway.
 */
export function nativeKeyType(session: Session): 'bigint' | 'integer' | null {
  const { project, dialect } = session;
  if (session.dumped || project === null || railsAtLeast(session.rails, 5, 1)) return null;
  const assignment = new RegExp(
    `${ADAPTER[dialect.engine].source}::NATIVE_DATABASE_TYPES\\[:primary_key\\]\\s*=\\s*["'](\\w+)`,
  );
  for (const path of project.list('config/initializers')) {
    const type = assignment.exec(project.read(path) ?? '')?.[1];
    if (type !== undefined) return /^big/i.test(type) ? 'bigint' : 'integer';
  }
  return null;
}
