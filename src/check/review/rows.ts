import type { Migration } from '../../model/migration.ts';
import type { Operation, OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { maintenanceOf } from '../maintenance.ts';
import { writtenColumns } from '../written-columns.ts';
import { type Classified, type Classifiers, classified } from './entry.ts';

export const rowClassifiers: Pick<Classifiers, 'changeRows' | 'runSql' | 'opaque'> = {
  changeRows,
  runSql,
  opaque: ({ reason }) => classified('raw-sql-opaque', `it was not understood (${reason})`),
};

function changeRows(operation: OperationOf<'changeRows'>, context: RuleContext): Classified {
  const { table, verb } = operation;
  const { isNewTable } = context;
  const rows = table === null ? 'rows of a table that could not be told' : `rows of ${table}`;
  if (table !== null && isNewTable(table)) {
    return classified('rows-of-new-table', `the release itself creates ${table}`);
  }
  switch (verb) {
    case 'insert':
      return classified(
        'insert-data',
        `it adds ${rows}, which a rollback finds by their keys alone`,
      );
    case 'update':
      return classified('backfill', filled(operation, context) ?? overwritten(rows));
    case 'unknown':
      return classified('backfill', `it changes ${rows}, in a way that could not be told`);
    case 'truncate':
      return classified('truncate', `it deletes all ${rows} for good`);
    case 'delete':
      return classified('delete-data', `it deletes ${rows} for good`);
  }
}

function overwritten(rows: string): string {
  return `it overwrites ${rows}, whose old values no rollback knows`;
}

/** Columns that the release itself adds hold nothing of before; null where others are written too. */
function filled(operation: OperationOf<'changeRows'>, context: RuleContext): string | null {
  const { table } = operation;
  const columns = writtenColumns(operation, context.engine);
  if (table === null || columns.length === 0) return null;
  if (!columns.every((column) => context.isNewColumn(table, column))) return null;
  const names = columns.map((column) => `${table}.${column}`).join(', ');
  return `it fills ${names} in rows that are there, which the release itself adds`;
}

/** `setval(…)` and `reset_pk_sequence!` write a number that no dump shows. */
const SETS_SEQUENCE = /\bsetval\s*\(|\breset_pk_sequence|\bset_pk_sequence/i;

function runSql({ text, purpose }: OperationOf<'runSql'>, { before }: RuleContext): Classified {
  if (SETS_SEQUENCE.test(text)) {
    return classified('reset-sequence', 'a sequence continues at another number');
  }
  const verb = maintenanceOf(text, before)?.verb;
  if (verb !== undefined && verb !== 'reindex') {
    return classified('table-rewrite', 'a table is written anew');
  }
  return classified(
    'neutral-sql',
    `raw SQL runs, of which no change to the schema is known (${purpose})`,
  );
}

/** `connected_to(role: …)` stays with the same database. */
const CONNECTS =
  /\b(?:establish_connection\b|connects_to\b|connected_to(?:_many)?\s*\(?\s*(?:database|shard):)/;

const REACHES = /\b(?:dblink\w*\s*\(|import\s+foreign\s+schema\b)/i;

/** How an operation reaches another database, a few words of its text; null when it does not. */
export function otherDatabase(operation: Operation, migration: Migration): string | null {
  const said = 'text' in operation ? operation.text : '';
  const sent = REACHES.exec(said) ?? CONNECTS.exec(said) ?? connectionOf(migration);
  return sent?.[0].replace(/\s*\($/, '') ?? null;
}

/** A migration that changes its connection sends all of its statements there. */
function connectionOf({ tool, text }: Migration) {
  if (tool !== 'rails') return null;
  return CONNECTS.exec(text.replace(/^\s*#.*$/gm, ''));
}
