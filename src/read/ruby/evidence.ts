import { dialectFor } from '../../dialect/index.ts';
import type { RailsVersion } from '../../model/engine.ts';
import { emptySchema, type Schema } from '../../model/schema.ts';
import type { ProjectFiles } from '../../model/schema-file.ts';
import { strictTimestamps } from './commands/columns/old-timestamps.ts';
import { nativeKeyType } from './commands/keys/native-key.ts';
import { hasWholeSeconds } from './commands/tables/newest-tables.ts';
import { tableDefaults } from './commands/tables/table-defaults.ts';
import { Session } from './session.ts';

/** The rules by which a migration of before 5.1 runs, whose keys no version of Rails makes bigint. */
const OLD: RailsVersion = { major: 4, minor: 2 };
const NEW: RailsVersion = { major: 6, minor: 0 };

/**
 * What a run from the empty schema takes from a dump of the same database, since no migration holds
 * it, in words: the defaults of new tables on MySQL, the type of keys from before Rails 5.1, the
 * time of Rails 3.1 and 3.2, and times without fractions. Nothing where the dump shows what Rails does anyway.
 */
export function assumptionsFrom(
  evidence: Schema,
  options: { readonly rails: RailsVersion | null; readonly project: ProjectFiles },
): readonly string[] {
  const ask = (rails: RailsVersion) =>
    new Session(emptySchema(evidence.engine), {
      rails,
      installed: options.rails ?? rails,
      dumped: false,
      project: options.project,
      evidence,
    });
  const told: string[] = [];
  if (dialectFor(evidence.engine).tablesHaveCharset) {
    const { charset, collation, because } = tableDefaults(ask(NEW));
    const set = [charset && `charset ${charset}`, collation && `collation ${collation}`];
    told.push(`new tables have ${set.filter(Boolean).join(', ')}, because ${because}`);
  }
  const keys = nativeKeyType(ask(OLD));
  if (keys === 'bigint') {
    told.push(
      'keys of migrations older than 5.1 are bigint, because most of their tables have such',
    );
  }
  const span = strictTimestamps(ask(OLD));
  if (span) {
    const when = `from ${span.from} to ${span.to}`;
    told.push(`timestamps are NOT NULL ${when}, as Rails 3.1 and 3.2 make them`);
  }
  if (hasWholeSeconds(ask(NEW))) told.push('times have no fractions of seconds');
  return told;
}
