import { ENGINES } from '../../model/engine.ts';
import type { OperationOf } from '../../model/operation.ts';
import { findTable, type Index, type Schema } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import {
  isBuiltAgain,
  keepsApart,
  keepsApartByExpression,
  losesColumn,
  plainColumns,
  servedBy,
} from '../index-columns.ts';
import { becomesKey } from '../index-takeover.ts';
import { indexUse } from '../index-use.ts';
import { code, outsideTransaction, symbol, text } from '../ruby.ts';
import { defineRule, type Finding } from '../rule.ts';

export const dropIndex = defineRule({
  id: 'drop-index',
  title: 'Queries lose the index',
  engines: ENGINES,
  severity: 'warning',
  on: ['dropIndex'],
  docs: {
    why: 'Queries that used the index scan the table from then on, and building it again takes as long as before. A unique index also kept duplicates out.',
    onEngine: {
      postgresql:
        'Without CONCURRENTLY, PostgreSQL takes ACCESS EXCLUSIVE on the table, and waits for it behind running queries while all others queue.',
    },
    instead:
      'Look at its use first (pg_stat_user_indexes.idx_scan; on MySQL make it invisible for a while), then drop it concurrently.',
    reference: 'https://www.postgresql.org/docs/current/sql-dropindex.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/invisible-indexes.html',
      sqlite: 'https://www.sqlite.org/lang_dropindex.html',
    },
  },
  check(operation, context) {
    const { table, index, concurrently } = operation;
    if (context.isNewTable(table) || becomesKey(operation, context)) return null;
    const dropped = findTable(context.before, table)?.indexes.find(({ name }) => name === index);
    // What is lost with its columns, another rule tells: no query of the release can use it.
    if (!dropped || losesColumn(context.final, table, dropped)) return null;
    if (isBuiltAgain(context.final, table, dropped)) return gapOf(dropped, table, context);
    const heir = servedBy(context.final, table, dropped);
    const guards = guardsAlone(context.final, table, dropped);
    const blocking = context.dialect.supportsConcurrentIndexBuild && !concurrently;
    // Nothing is lost where another index serves the same queries, and the drop lets all through.
    if (heir !== null && !guards && !blocking) return null;
    const use = indexUse(table, index, context);
    const unused = use?.isUnused === true && !guards;
    // An index that nobody read is dropped without harm when nobody waits for it.
    if (unused && !blocking) return unusedIndex(table, index, use.says, context);
    return {
      severity: guards || (heir === null && !unused) ? 'warning' : 'info',
      message: lossOf({ table, index, heir, use, guards, blocking }, context),
      instead: adviceOn(operation, heir, context),
    };
  },
});

/** What the release builds again; null where another rule tells that it is dropped too early. */
function gapOf({ name }: Index, table: string, context: RuleContext): Finding | null {
  const builds = context.later.filter(
    ({ operation }) =>
      operation.kind === 'addIndex' && operation.table === table && operation.index.name === name,
  );
  const changes = context.later.some(
    ({ operation }) => operation.kind === 'setColumn' && operation.table === table,
  );
  if (builds.length > 0 && !changes) return null;
  return {
    severity: 'info',
    message: `Queries on ${context.withSize(table)} go without ${name} until it is built again.`,
    instead: `Run it when few queries need ${name}, and look that it is valid afterwards.`,
  };
}

interface Loss {
  readonly table: string;
  readonly index: string;
  /** Another index that serves its queries; null for none. */
  readonly heir: string | null;
  readonly use: ReturnType<typeof indexUse>;
  readonly guards: boolean;
  readonly blocking: boolean;
}

function lossOf(
  { table, index, heir, use, guards, blocking }: Loss,
  { withSize }: RuleContext,
): string {
  const loses = heir === null ? `lose ${index}` : `use ${heir} instead of ${index}`;
  const message = [
    `Queries on ${withSize(table)} ${loses}`,
    ...(use ? [use.says] : []),
    ...(guards ? ['duplicates are no longer kept out'] : []),
    ...(blocking ? ['reads and writes wait while it is dropped'] : []),
  ];
  return `${message.join(', and ')}.`;
}

function unusedIndex(table: string, index: string, says: string, context: RuleContext): Finding {
  return {
    severity: 'info',
    message: `${index} of ${context.withSize(table)} goes, and ${says}.`,
    instead: `Ask replicas as well: the figures of ${index} are those of the server that the survey asked.`,
  };
}

/** True when the index keeps duplicates out and, after the release, nothing else does. */
function guardsAlone(final: Schema, table: string, { unique, ...index }: Index): boolean {
  const owner = findTable(final, table);
  const columns = plainColumns({ ...index, unique });
  if (!unique) return false;
  if (!owner || !columns) return true;
  return !keepsApart(owner, columns) && !keepsApartByExpression(owner, columns, final.engine);
}

function adviceOn(
  { table, index, concurrently }: OperationOf<'dropIndex'>,
  heir: string | null,
  { dialect }: RuleContext,
): string {
  return heir === null && concurrently
    ? `Look first that pg_stat_user_indexes shows no scans of ${index}, on replicas too; it is dropped without a lock that anybody waits for.`
    : dropLater(table, index, heir, dialect.supportsConcurrentIndexBuild);
}

function dropLater(table: string, index: string, heir: string | null, online: boolean): string {
  const drop = `remove_index ${symbol(table)}, name: ${text(index)}`;
  if (heir !== null) {
    const when = `# When ${heir} is built`;
    return online
      ? code(when, ...outsideTransaction(`${drop}, algorithm: :concurrently`))
      : code(when, drop);
  }
  return online
    ? code(
        '# When pg_stat_user_indexes shows no scans of it',
        ...outsideTransaction(`${drop}, algorithm: :concurrently`),
      )
    : code('# When no query uses it any more', drop);
}
