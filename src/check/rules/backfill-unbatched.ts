import { ENGINES } from '../../model/engine.ts';
import type { OperationOf } from '../../model/operation.ts';
import { findTable } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { batchedUpdate } from '../recipes/backfill.ts';
import { code, text } from '../ruby.ts';
import { defineRule, type Finding } from '../rule.ts';
import { lowered } from '../severity.ts';
import { statementWords } from '../statement-words.ts';

export const backfillUnbatched = defineRule({
  id: 'backfill-unbatched',
  title: 'All rows are updated in one transaction',
  engines: ENGINES,
  severity: 'danger',
  on: ['changeRows'],
  docs: {
    why: 'Every row that is updated stays locked until the transaction ends. The old values are gone: no rollback brings them back.',
    onEngine: {
      postgresql: 'PostgreSQL writes a new version of each row, and replicas lag behind.',
      mysql: 'InnoDB keeps the old version of each row for the undo, and replicas lag behind.',
      sqlite: 'SQLite lets no one else write to the database meanwhile.',
    },
    instead:
      'Update in batches, outside of a transaction, so that it can be stopped and started again.',
    reference: 'https://api.rubyonrails.org/classes/ActiveRecord/Batches.html#method-i-in_batches',
  },
  check(operation, context) {
    const { table, verb, scope } = operation;
    if (verb !== 'update' && verb !== 'unknown') return null;
    if (table !== null && context.isNewTable(table)) return null;
    if (table === null && verb === 'unknown') return ofUnknownCode(operation);
    const way = wayOf(operation);
    if (scope === 'part') return ofPickedRows(operation, way, context);
    const { transactional } = context.migration;
    // Each batch, and each record, is committed by itself.
    if (way !== 'statement' && !transactional) return null;
    const what = table === null ? 'a table that could not be told' : context.withSize(table);
    const rows = `${scope === 'whole' ? 'every row' : 'rows, perhaps all,'} of ${what}`;
    const end = transactional ? 'the migration' : 'it';
    return {
      severity: table === null ? 'danger' : context.severityBySize(table),
      message: `${WRITES[way].replace('…', rows)}, and each stays locked until ${end} is done.`,
      instead:
        way === 'batches'
          ? 'Say disable_ddl_transaction! in a migration of its own, so that each batch is committed by itself.'
          : inBatches(operation),
    };
  },
});

/** Code of which nothing is known but that it is no part of the schema. */
function ofUnknownCode({ text: written }: RowChange): Finding {
  const [line = ''] = written.split('\n', 1);
  return {
    severity: 'info',
    message: `Whether ${line} writes rows is not known: its code was not read.`,
    instead: 'Say in the sign-off which rows it writes, and how many.',
  };
}

/** How many rows a condition picks nobody knows, but where it names the key. */
function ofPickedRows(operation: RowChange, way: Way, context: RuleContext): Finding | null {
  const { table } = operation;
  if (table === null || way === 'records' || picksByKey(operation, context)) return null;
  if (way === 'batches' && !context.migration.transactional) return null;
  const severity = lowered(context.severityBySize(table));
  if (context.sizeOf(table).class === 'small') return null;
  const rows = `those rows of ${context.withSize(table)} that its condition picks, however many they are`;
  const end = context.migration.transactional ? 'the migration' : 'it';
  return {
    severity,
    message: `${WRITES[way].replace('…', rows)}, and each stays locked until ${end} is done.`,
    instead:
      'Count the rows that the condition picks; where they are many, update them in batches, outside of a transaction.',
  };
}

/** `WHERE id = 3`, `WHERE id IN (1, 2)`, `where(id: …)`: as many rows as are named. */
function picksByKey({ table, language, text: written }: RowChange, context: RuleContext): boolean {
  const key = findTable(context.before, table ?? '')?.primaryKey?.columns[0] ?? 'id';
  if (language === 'ruby') {
    return /\b(?:where|find_by)\(\s*(\w+):/.exec(written)?.[1] === key;
  }
  const words = statementWords(written, context.engine);
  const where = words.findIndex(({ word, depth }) => word === 'WHERE' && depth === 0);
  const at = words[where + 2]?.text === '.' ? where + 3 : where + 1;
  const [column, sign, value, inner] = words.slice(at);
  if (where < 0 || column?.name !== key) return false;
  if (sign?.text === '=') return value?.name === '';
  return sign?.word === 'IN' && value?.text === '(' && inner?.name === '';
}

type Way = 'statement' | 'records' | 'batches';

const WRITES: { readonly [W in Way]: string } = {
  statement: 'One statement writes …',
  records: 'A statement for each row writes … in one transaction',
  batches: 'Batches write … in one transaction',
};

function wayOf(operation: RowChange): Way {
  if (!isOneStatement(operation)) return 'records';
  return operation.batched ? 'batches' : 'statement';
}

function inBatches(operation: RowChange): string {
  const assignment = assignmentOf(operation) ?? text('/* what is set */');
  const condition = text('/* rows that are not done yet */');
  return code(...batchedUpdate(operation.table ?? 'table', assignment, condition));
}

type RowChange = OperationOf<'changeRows'>;

/** Methods of Active Record that send one statement for all rows; others save record by record. */
const ONE_STATEMENT =
  /\b(update_all|touch_all|update_counters|upsert_all|insert_all|execute|exec_update|exec_query)\b/;

function isOneStatement({ language, text: written }: RowChange): boolean {
  return language === 'sql' || ONE_STATEMENT.test(written);
}

/** What the author sets, as an argument of `update_all`; null where it cannot be taken out of the text. */
function assignmentOf({ language, text: written }: RowChange): string | null {
  if (language === 'ruby')
    return /^[\w:.]+\.update_all\(([^()]+)\)$/.exec(written.trim())?.[1] ?? null;
  const set = /^\s*UPDATE\s+[\w."`]+\s+SET\s+(.+?)[\s;]*$/is.exec(written)?.[1];
  if (set === undefined || /\b(WHERE|FROM|ORDER|LIMIT)\b/i.test(set)) return null;
  return text(set.replace(/\s+/g, ' '));
}
