import { defaultIndexName } from '../../../../dialect/rails/names.ts';
import { type RailsVersion, railsAtLeast } from '../../../../model/engine.ts';
import type { Index } from '../../../../model/schema.ts';
import type { Call } from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';
import { assertIndexName } from '../refusals.ts';
import { renameIndex } from './rename-index.ts';

/**
 * After a rename Rails renames the indexes that bear the default name of the old table or column
 * (`rename_table_indexes`, `rename_column_indexes`). `to` is the table as it is called now;
 * `columns` gives the names that an index' columns had before.
 */
export function renameDefaultNamedIndexes(
  renaming: {
    readonly from: string;
    readonly to: string;
    readonly columns: (columns: readonly string[]) => readonly string[];
    /** Whose default names are meant: those of the migration's version, or of the installed one. */
    readonly rails: RailsVersion;
  },
  call: Call,
  session: Session,
): void {
  // Rails does so since 4.0.
  if (session.conditions.length > 0 || !railsAtLeast(session.installed, 4, 0)) return;
  const { from, to, rails } = renaming;
  const name = (table: string, columns: readonly string[]): string =>
    defaultIndexName(table.slice(table.lastIndexOf('.') + 1), columns, rails);
  for (const index of session.findTable(to)?.indexes ?? []) {
    const now = indexedNames(index);
    // The name that Rails looks for has the whole expression in it, which no index has.
    if (typeof now === 'string') continue;
    const before = renaming.columns(now);
    const wanted = name(to, now);
    if (index.name !== name(from, before) || index.name === wanted) continue;
    assertIndexName(wanted, to, call, session);
    renameIndex({ table: to, from: index.name, to: wanted }, call, session, call.name);
  }
}

/** The columns of an index, or its expression. */
export function indexedNames(index: Index): readonly string[] | string {
  const expression = index.parts.find((part) => part.expression !== null)?.expression;
  return expression ?? index.parts.map((part) => part.column ?? '');
}
