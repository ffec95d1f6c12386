import { railsAtLeast } from '../../../../model/engine.ts';
import { findColumn, findTable, type Schema } from '../../../../model/schema.ts';
import type { ProjectFiles } from '../../../../model/schema-file.ts';
import type { Session } from '../../session.ts';

/** Versions of the first and the last migration of a time. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** So many more tables have to speak for it than against it. */
const ENOUGH = 3;

/** Day of Rails 3.1, before which nobody had its timestamps. */
const RAILS_3_1 = '20110831';

/**
 * When the project ran Rails 3.1 or 3.2, whose `timestamps` are NOT NULL: those of 3.0 and before
 * allow NULL, and those of 4.0 to 4.2 again. No migration of then names its version, but a dump of
 * later shows what became of the tables that they made. Null when it shows no such time.
 *
 * @see {@link https://github.com/rails/rails/blob/v3.2.22/activerecord/lib/active_record/connection_adapters/abstract/schema_definitions.rb#L258}
 */
export function strictTimestamps({
  given,
  project,
}: Pick<Session, 'given' | 'project'>): Span | null {
  if (given === null || project === null) return null;
  const known = SPANS.get(given);
  if (known !== undefined) return known;
  const span = longestSpan(samples(given, project));
  SPANS.set(given, span);
  return span;
}

/** Reading all migrations takes its time, and one dump is asked by each of them. */
const SPANS = new WeakMap<Schema, Span | null>();

/** True for a migration of that time, by the path of its file. */
export function hasStrictTimestamps(path: string, session: Session): boolean {
  if (session.dumped || railsAtLeast(session.installed, 5, 0)) return false;
  const span = strictTimestamps(session);
  const version = versionIn(path);
  return span !== null && version !== null && span.from <= version && version <= span.to;
}

interface Sample {
  readonly version: string;
  readonly strict: boolean;
}

/** A version with the time of day, in which form versions sort as texts. */
function versionIn(path: string): string | null {
  return /(?:^|\/)(\d{14})_[^/]*$/.exec(path)?.[1] ?? null;
}

/** Tables with `timestamps` of migrations without a version, in the order of the migrations. */
function samples(evidence: Schema, project: ProjectFiles): readonly Sample[] {
  return [...project.list('db/migrate')].sort().flatMap((path): readonly Sample[] => {
    const version = versionIn(path);
    const text = project.read(path) ?? '';
    if (version === null || version < RAILS_3_1 || /Migration\[/.test(text)) return [];
    const [up = ''] = text.split(/\bdef (?:self\.)?down\b/);
    return tablesWithTimestamps(up).flatMap((name) => {
      const strict = isStrict(evidence, name);
      return strict === null ? [] : [{ version, strict }];
    });
  });
}

/** Names of tables whose `create_table` has `t.timestamps` without options. */
function tablesWithTimestamps(text: string): readonly string[] {
  return text.split(/\bcreate_table\b/).flatMap((part, at) => {
    const name = /^[ (]+[:"'](\w+)/.exec(part)?.[1];
    return at > 0 && name !== undefined && /\.timestamps\s*$/m.test(part) ? [name] : [];
  });
}

function isStrict(evidence: Schema, name: string): boolean | null {
  const table = findTable(evidence, name);
  const columns = ['created_at', 'updated_at'].map((column) => table && findColumn(table, column));
  const [created, updated] = columns;
  if (!created || !updated || created.nullable !== updated.nullable) return null;
  return !created.nullable;
}

/** The run in which strict tables outnumber the others most. */
function longestSpan(all: readonly Sample[]): Span | null {
  let best: { readonly span: Span; readonly lead: number } | null = null;
  let [from, lead] = ['', 0];
  for (const { version, strict } of all) {
    if (lead === 0) from = version;
    lead = Math.max(0, lead + (strict ? 1 : -1));
    if (lead >= ENOUGH && lead > (best?.lead ?? 0)) best = { span: { from, to: version }, lead };
  }
  return best?.span ?? null;
}
