import type { RailsType } from '../../../../dialect/dialect.ts';
import type { ProjectFiles } from '../../../../model/schema-file.ts';
import type { Session } from '../../session.ts';

/**
 * A string with the limit that an initializer of the project gives to those without one, as those
 * do that want to index strings of utf8mb4 in InnoDB's old row format, whose keys have 767 bytes:
 * `AbstractMysqlAdapter::NATIVE_DATABASE_TYPES[:string] = { name: "varchar", limit: 191 }`.
 * A schema.rb says `t.string` of such a column, as the dumper leaves out a limit that is the
 * adapter's own: there a string stays without one.
 */
export function withNativeLimit(type: RailsType, session: Session): RailsType {
  if (type.name !== 'string' || type.limit !== null) return type;
  const { dumpsSql, project, dialect } = session;
  if (!dumpsSql || project === null || dialect.engine !== 'mysql') return type;
  return { ...type, limit: nativeLimit(project) };
}

/** The files of a project do not change while its migrations are read. */
const LIMITS = new WeakMap<ProjectFiles, number | null>();

const LIMIT =
  /NATIVE_DATABASE_TYPES\[:string\](?:\[:limit\]\s*=\s*|\s*=\s*\{[^}]*?(?:limit:|:limit\s*=>)\s*)(\d+)/;

function nativeLimit(project: ProjectFiles): number | null {
  const known = LIMITS.get(project);
  if (known !== undefined) return known;
  const texts = project.list('config/initializers').map((path) => project.read(path) ?? '');
  const limit = texts
    .filter((text) => /Mysql2?Adapter/.test(text))
    .map((text) => LIMIT.exec(text)?.[1])
    .find((found) => found !== undefined);
  const number = limit === undefined ? null : Number(limit);
  LIMITS.set(project, number);
  return number;
}
