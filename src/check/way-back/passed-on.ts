import type { Severity } from '../../model/hazard.ts';
import { findColumn, findTable } from '../../model/schema.ts';
import { addIndexLine } from '../recipes/index.ts';
import type { BackHazard, ReleaseContext } from '../release.ts';
import { code, symbol, text } from '../ruby.ts';
import type { ReleaseFinding } from '../rule.ts';
import { lowered } from '../severity.ts';
import {
  dropsConcurrentIndex,
  losesRows,
  onlyTakesBack,
  putsBack,
  runsAgain,
} from './takes-back.ts';

/** What a rule says of an operation of a way back, where it matters on the way back as well. */
export function passedOn(found: BackHazard, release: ReleaseContext): readonly ReleaseFinding[] {
  const { hazard, operation, context, wayBack } = found;
  if (hazard.severity === 'info' || isSaid(found, release) || isOfNoRollback(found)) return [];
  if (onlyTakesBack(found) && !dropsConcurrentIndex(operation, wayBack)) return [];
  const { message, instead } = worded(found);
  return [
    {
      message: `Rolling back ${wayBack.migration.name}: ${message.replace(/\.$/, '')} (${hazard.rule}).`,
      instead,
      severity: severityOf(found),
      table: hazard.table,
      source: hazard.source,
      direction: 'down',
      locks: context.locks,
      repeats: { rule: hazard.rule, operation },
    },
  ];
}

/**
 * Dropping an index is the work of a moment, with or without CONCURRENTLY. What puts back a constraint
 * or an index that the migration took away costs what it costs, and only where somebody rolls back.
 */
function severityOf({ hazard, operation, context, wayBack }: BackHazard): Severity {
  if (hazard.rule === 'drop-index' && dropsConcurrentIndex(operation, wayBack)) return 'info';
  return putsBack(operation, context, wayBack) ? lowered(hazard.severity) : hazard.severity;
}

/**
 * True for what is meant for the way forward: `change` turned around is what Rails makes of it, and a
 * type that tells upper from lower case again is the one of before.
 */
function isOfNoRollback({ hazard, operation, wayBack }: BackHazard): boolean {
  if (hazard.rule === 'non-idempotent-nontransactional') {
    return wayBack.migration.down.kind === 'change';
  }
  if (hazard.rule !== 'change-type-int-precision-traps' || operation.kind !== 'setColumn') {
    return false;
  }
  const before = findTable(wayBack.forward.before, operation.table);
  const column = before && findColumn(before, operation.column.name);
  const made = findTable(wayBack.forward.after, operation.table);
  const current = made && findColumn(made, operation.column.name);
  return current?.type === 'citext' && column?.type === operation.column.type;
}

/**
 * True when the way forward has the same finding on the same table, or a less than dangerous one on
 * any, and the way back loses no rows; and for code that runs again, of which all is said.
 */
function isSaid(found: BackHazard, { hazards }: ReleaseContext): boolean {
  const { hazard, operation, context, wayBack } = found;
  if (runsAgain(operation, wayBack)) return true;
  if (losesRows(operation, context) && hazard.rule !== 'backfill-unbatched') return false;
  return hazards.some(
    ({ rule, table, source }) =>
      rule === hazard.rule &&
      source?.path === wayBack.migration.path &&
      (table === hazard.table || hazard.severity !== 'danger'),
  );
}

function worded({ hazard, operation, context, wayBack }: BackHazard) {
  if (hazard.rule === 'drop-index' && dropsConcurrentIndex(operation, wayBack)) {
    const { table, index } = operation;
    return {
      message: `reads and writes of ${context.withSize(table)} wait while ${index} is dropped, which was built concurrently`,
      instead: inDown(
        `remove_index ${symbol(table)}, name: ${text(index)}, algorithm: :concurrently`,
      ),
    };
  }
  if (hazard.rule === 'add-index-blocking' && operation.kind === 'addIndex') {
    const line = addIndexLine(operation.table, operation.index, 'algorithm: :concurrently');
    return { message: hazard.message, instead: inDown(line) };
  }
  if (operation.kind !== 'dropColumn' || hazard.rule !== 'drop-column') return hazard;
  const { table, column } = operation;
  const origin = context.originalColumn(table, column);
  if (origin === null) return hazard;
  if (origin === column) {
    const instead = `Leave ${table}.${column} where it is on the way down: ${wayBack.migration.name} did not add it.`;
    return { message: hazard.message, instead };
  }
  return {
    message: `${table}.${column} is dropped, which is ${origin} under its new name, so that the data of before the release is deleted for good`,
    instead: inDown(`rename_column ${symbol(table)}, ${symbol(column)}, ${symbol(origin)}`),
  };
}

function inDown(statement: string): string {
  return code('# On the way down', statement);
}
