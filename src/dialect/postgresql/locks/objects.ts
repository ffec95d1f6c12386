import type { LockClaim } from '../../../model/lock.ts';
import type { OperationOf } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import type { LockTable } from '../../lock-table.ts';
import { identifiersIn } from '../../sql-names.ts';
import { claim, exclusive } from './claim.ts';
import { viewsOver } from './dependents.ts';
import { partitions, throughout } from './family.ts';
import { statementLocks } from './statement.ts';

/** Views, triggers and policies lock the table or view that they hang on. */
export const objectLocks: Pick<
  LockTable,
  | 'createView'
  | 'dropView'
  | 'refreshView'
  | 'createTrigger'
  | 'dropTrigger'
  | 'createPolicy'
  | 'dropPolicy'
  | 'createObject'
  | 'dropObject'
  | 'renameObject'
  | 'dropFunction'
  | 'dropSequence'
  | 'setSequence'
  | 'runSql'
> = {
  createView: ({ view }) => exclusive(view.name),
  dropView: ({ view, cascade }, before) =>
    exclusive(view, ...(cascade ? viewsOver(before, view) : [])),
  refreshView: ({ view, concurrently }) => [
    concurrently ? claim(view, 'exclusive', 'scan') : claim(view, 'accessExclusive', 'rewrite'),
  ],
  createTrigger: ({ trigger }, before) =>
    trigger.table === null
      ? []
      : triggerLocks(before, trigger.table, trigger.definition, 'shareRowExclusive'),
  dropTrigger({ trigger, table }, before) {
    const known = before.triggers.find(
      (one) => one.name === trigger && (table === null || one.table === table),
    );
    const on = table ?? known?.table ?? null;
    if (on === null) return [];
    return triggerLocks(before, on, known?.definition ?? '', 'accessExclusive');
  },
  createPolicy: ({ policy }) => exclusive(policy.table),
  dropPolicy: ({ table }) => exclusive(table),
  createObject: ({ object }, before) => statementLocks(object.definition, before),
  dropObject,
  renameObject: ({ type, table, from }) => {
    const locked = type === 'view' ? from : table;
    return locked === null ? [] : exclusive(locked);
  },
  dropFunction,
  dropSequence: ({ sequence, cascade }, before) =>
    cascade ? exclusive(...takersFrom(before, sequence)) : [],
  setSequence: ({ sequence }) => [claim(sequence.name, 'shareRowExclusive', 'catalog')],
  runSql: ({ text }, before) => statementLocks(text, before),
};

/** A trigger FOR EACH ROW goes to the partitions. */
function triggerLocks(
  schema: Schema,
  table: string,
  definition: string,
  mode: 'shareRowExclusive' | 'accessExclusive',
): readonly LockClaim[] {
  const isForRows = /\bFOR\s+(?:EACH\s+)?ROW\b/i.test(definition);
  return throughout(
    schema,
    claim(table, mode, 'catalog'),
    isForRows ? partitions(schema, table) : [],
  );
}

/** What a setting was about, by its name: what takes it back takes the lock that set it. */
function dropObject(
  { type, name, table }: OperationOf<'dropObject'>,
  before: Schema,
): readonly LockClaim[] {
  const dropped = before.objects?.find(
    (one) => one.type === type && one.name === name && one.table === table,
  );
  if (dropped && type !== 'rule') return statementLocks(dropped.definition, before);
  if (table === null) return [];
  if (type === 'setting' && name.startsWith('TRIGGER ')) {
    return [claim(table, 'shareRowExclusive', 'catalog')];
  }
  const isMild = type === 'statistics' || (type === 'setting' && name.startsWith('COLUMN '));
  return isMild ? [claim(table, 'shareUpdateExclusive', 'catalog')] : exclusive(table);
}

/** CASCADE drops the triggers that call it. */
function dropFunction(
  { function: name, cascade }: OperationOf<'dropFunction'>,
  before: Schema,
): readonly LockClaim[] {
  if (!cascade) return [];
  const bare = (name.split('(')[0] ?? name).split('.').at(-1) ?? name;
  const tables = before.triggers
    .filter(({ definition }) => identifiersIn(definition, 'postgresql').has(bare))
    .flatMap(({ table }) => table ?? []);
  return exclusive(...tables);
}

/** Tables with a default that takes from the sequence, which CASCADE drops. */
function takersFrom(schema: Schema, sequence: string): readonly string[] {
  return schema.tables
    .filter(({ columns }) =>
      columns.some(
        (column) =>
          column.sequence?.name === sequence ||
          (column.default?.kind === 'expression' && column.default.sql.includes(`'${sequence}'`)),
      ),
    )
    .map(({ name }) => name);
}
