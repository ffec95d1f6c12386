import type { ObjectReference } from '../../model/change.ts';
import { ENGINES } from '../../model/engine.ts';
import { type Operation, operationTable } from '../../model/operation.ts';
import type { SourceLocation } from '../../model/source.ts';
import type { RefusedWayBack, WayBack } from '../context.ts';
import type { ReleaseContext } from '../release.ts';
import { code } from '../ruby.ts';
import { defineReleaseRule, type ReleaseFinding } from '../rule.ts';
import { describeLeftOver, isHarmless, leftOver, undoesNothing } from '../way-back/left-over.ts';
import { passedOn } from '../way-back/passed-on.ts';
import { runsAgain } from '../way-back/takes-back.ts';

/** As many differences as a sentence can hold. */
const NAMED = 5;

const TRY_ON_RAILS = code(
  '# Nothing may differ after',
  '# rails db:migrate && rails db:rollback && git diff --exit-code db/schema.rb',
);

const TRY_ELSEWHERE =
  'Run the migration and its way back on a copy: a dump of the schema must be the same before and after.';

export const unsafeDown = defineReleaseRule({
  id: 'unsafe-down',
  title: 'The way back is dangerous itself',
  engines: ENGINES,
  severity: 'danger',
  docs: {
    why: 'A rollback runs when something has gone wrong already, over tables that hold the rows of production, and mostly for the first time. What it drops is gone, what it refuses stays, and what it locks keeps everybody waiting.',
    instead:
      'Write a way back that undoes what the migration does and no more, and try it out on a copy with rows.',
    reference:
      'https://guides.rubyonrails.org/active_record_migrations.html#using-the-up-down-methods',
  },
  check(release) {
    const ways = release.options.wayBack ?? [];
    return ways.flatMap((way) => [
      ...release.backHazards
        .filter(({ wayBack }) => wayBack === way)
        .flatMap((found) => passedOn(found, release)),
      ...repetitions(way),
      ...refusals(way, release),
      ...differences(way),
    ]);
  },
});

/** Models in a `change` write to the database at once, past the recorder that turns commands around. */
function repetitions(way: WayBack): readonly ReleaseFinding[] {
  const { migration, applied } = way;
  const again = applied.find(({ operation }) => runsAgain(operation, way))?.operation;
  if (!again) return [];
  return [
    {
      message: `Rolling back ${migration.name}: its change writes rows at line ${again.source.line}, which Rails cannot turn around: the same code runs again.`,
      instead: code(
        '# Write rows on the way up alone',
        'up_only do',
        ['# what it does now'],
        'end',
      ),
      severity: 'warning',
      table: operationTable(again),
      source: again.source,
      direction: 'down',
    },
  ];
}

/** What stops it, but for what Rails says of the migration anyway. */
function refusals(way: WayBack, release: ReleaseContext): readonly ReleaseFinding[] {
  const { migration, refused } = way;
  if (migration.down.kind === 'none' || isGuesswork(way, release)) return [];
  const isKnown = ({ source }: RefusedWayBack) =>
    migration.down.irreversible.some(
      (known) => known.source.path === source.path && known.source.line === source.line,
    );
  if (refused.some(isKnown)) return [];
  return refused.map(({ source, reason, unread }) => ({
    message: unread
      ? `Rolling back ${migration.name}: nobody knows what it does, because ${reason}.`
      : `Rolling back ${migration.name}: it stops, because ${reason}.`,
    instead: 'Run the migration and its way back on a copy, and correct the way back.',
    severity: unread ? 'info' : 'danger',
    source,
    direction: 'down',
  }));
}

/** True when something was not understood, so that the way back may find more than migdocs knows of. */
function isGuesswork({ found }: WayBack, { applied }: ReleaseContext): boolean {
  return found.opaque.length > 0 || applied.some(({ operation }) => operation.kind === 'opaque');
}

/** How the schema differs afterwards from the one before the migration. */
function differences(way: WayBack): readonly ReleaseFinding[] {
  const { migration } = way;
  const changes = migration.down.kind === 'none' ? [] : leftOver(way);
  const [first] = changes;
  if (!first) return [];
  const named = changes.slice(0, NAMED).map(describeLeftOver);
  const more = changes.length - named.length;
  const list = more > 0 ? [...named, `${more} more`] : named;
  const table = first.object.type === 'table' ? first.object.name : first.object.table;
  const head = undoesNothing(way)
    ? 'it undoes nothing'
    : 'the schema is not what it was before the migration';
  return [
    {
      message: `Rolling back ${migration.name}: ${head}: ${list.join(', ')}.`,
      instead: migration.tool === 'rails' ? TRY_ON_RAILS : TRY_ELSEWHERE,
      severity: changes.every(isHarmless) ? 'info' : 'warning',
      table,
      source: placeOf(way, first.object, table),
      direction: 'down',
    },
  ];
}

/**
 * The statement that names the object, of the way back or else of the way forward, which is not taken
 * back; or else the first one about its table; the file where there is none.
 */
function placeOf(
  { migration, applied, forward }: WayBack,
  { name }: ObjectReference,
  table: string | null,
): SourceLocation {
  const operations = [...applied.map(({ operation }) => operation), ...forward.operations];
  const own =
    operations.find((operation) => names(operation, name)) ??
    operations.find((operation) => operationTable(operation) === table) ??
    operations[0];
  return own?.source ?? { path: migration.path, line: 1, column: 1, endLine: 1 };
}

/** True for one whose table, column, index or other part has that name, before it or after. */
function names(operation: Operation, name: string): boolean {
  return Object.values(operation).some(
    (value: unknown) =>
      value === name ||
      (typeof value === 'object' && value !== null && 'name' in value && value.name === name),
  );
}
