import { type RailsVersion, railsAtLeast } from '../../../../model/engine.ts';
import { type Column, findColumn } from '../../../../model/schema.ts';
import type { Call } from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';

/**
 * What of a column outlives MODIFY. Active Record, abstract_mysql_adapter.rb, repeats the collation
 * since 7.0.4, AUTO_INCREMENT since 7.0.3, and a default that is an expression since 8.0.1.
 */
function keptByRestating(now: Column, session: Session): Column {
  if (!session.dialect.restatesColumns) return now;
  const repeats = repeatsCollation(session);
  const computed = now.default?.kind === 'expression' && !railsAtLeast(session.installed, 8, 0);
  // What Active Record has no words for is gone.
  const { statesCollation: _, onUpdate: __, attributes: ___, ...said } = now;
  return {
    ...said,
    ...restatedCollation(now.type, session),
    collation: repeats ? now.collation : null,
    autoIncrement: repeats ? now.autoIncrement : null,
    default: computed ? null : now.default,
  };
}

function repeatsCollation({ installed }: Session): boolean {
  return railsAtLeast(installed, 7, 0);
}

/** A column with text whose collation Active Record repeats has it stated from then on. */
export function restatedCollation(type: string, session: Session): Pick<Column, 'statesCollation'> {
  const { dialect, dumpsSql } = session;
  const isRestated = dialect.restatesColumns && dumpsSql && repeatsCollation(session);
  return isRestated && /char|text/.test(type) ? { statesCollation: true } : {};
}

/**
 * What of a column `change_column` keeps unless it is told otherwise. On SQLite it defines the
 * column anew since Rails 7.0.8 (sqlite3/schema_definitions.rb), so that NOT NULL, default and
 * collation go; before, it kept them.
 */
export function keptByChange(now: Column, session: Session): Column {
  if (session.dialect.altersColumnsInPlace) return keptByRestating(now, session);
  if (!definesAnew(session.installed) || now.autoIncrement !== null) return now;
  return { ...now, nullable: true, default: null, collation: null };
}

/** Where the release is not known, it is taken for the newest of its line. */
function definesAnew(rails: RailsVersion): boolean {
  const { patch = Number.POSITIVE_INFINITY } = rails;
  return railsAtLeast(rails, 7, 1) || (railsAtLeast(rails, 7, 0) && patch >= 8);
}

/** Tells what a command that sets one property of a column takes away besides. */
export function loseByRestating(table: string, name: string, call: Call, session: Session): void {
  const owner = session.findTable(table);
  const now = owner && findColumn(owner, name);
  if (!now) return;
  const column = keptByRestating(now, session);
  const loses =
    column.collation !== now.collation ||
    column.autoIncrement !== now.autoIncrement ||
    column.default !== now.default ||
    column.onUpdate !== now.onUpdate ||
    column.attributes !== now.attributes ||
    column.statesCollation !== now.statesCollation;
  if (loses) {
    session.emit(
      { kind: 'setColumn', table, column, using: null, position: null },
      call,
      call.name,
    );
  }
}
