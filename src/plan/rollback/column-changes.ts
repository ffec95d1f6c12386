import { type Column, findColumn, findTable, type Table } from '../../model/schema.ts';
import { fits, losesValues } from './conversions.ts';
import {
  type Inverse,
  type InverseContext,
  type Inverters,
  inverse,
  nothingToUndo,
  undoing,
} from './inverse.ts';
import { restore } from './restore.ts';
import { placeOf } from './restore-columns.ts';
import { sameValue } from './same-value.ts';
import { saveColumn, saveNulls } from './saves.ts';

export const columnChangeInverters: Inverters<
  'setColumn' | 'setColumnDefault' | 'setColumnNull' | 'setColumnComment'
> = {
  setColumn: (operation, context) => {
    const { table, column, using, position, source } = operation;
    const { before, after, dialect } = context;
    const found = columnsAround(table, column.name, context);
    const moved = position !== null && dialect.supportsColumnPosition;
    if (!found || (sameValue(found.was, found.is) && !moved)) {
      return nothingToUndo(`${table}.${column.name} did not change`);
    }
    const { owner, was, is } = found;
    const back = moved
      ? {
          operations: [
            undoing(source, {
              kind: 'setColumn',
              table,
              column: was,
              using: null,
              position: placeOf(owner, was),
            }),
          ],
          completion: [],
        }
      : restore(after, before, dialect, source);
    return inverse({
      action: `Sets column ${table}.${column.name} back to ${described(was)}.`,
      ...back,
      ...judged(owner, was, is, using, context),
    });
  },
  setColumnDefault: ({ table, column, source }, context) => {
    const found = columnsAround(table, column, context);
    if (!found) return nothingToUndo(`there was no column ${table}.${column}`);
    const value = found.was.default;
    return inverse({
      action:
        value === null
          ? `Removes the default of ${table}.${column}.`
          : `Sets the default of ${table}.${column} back.`,
      operations: [undoing(source, { kind: 'setColumnDefault', table, column, default: value })],
      class: copies(context) ? 'assisted' : 'automatic',
    });
  },
  setColumnNull: (operation, context) => {
    const { table, column, nullable, backfill, source } = operation;
    const found = columnsAround(table, column, context);
    if (!found || found.was.nullable === found.is.nullable) {
      return nothingToUndo(`${table}.${column} did not change`);
    }
    const back = {
      kind: 'setColumnNull',
      table,
      column,
      nullable: !nullable,
      backfill: null,
    } as const;
    if (nullable) {
      return inverse({
        action: `Sets ${table}.${column} to NOT NULL again.`,
        operations: [undoing(source, back)],
        class: 'assisted',
        precondition: `No row of ${table} has NULL in ${column}.`,
      });
    }
    return inverse({
      action: `Lets ${table}.${column} be NULL again.`,
      operations: [undoing(source, back)],
      ...(backfill === null
        ? { class: copies(context) ? ('assisted' as const) : ('automatic' as const) }
        : backfilled(found.owner, column, context)),
    });
  },
  setColumnComment: ({ table, column, source }, context) => {
    const comment = columnsAround(table, column, context)?.was.comment ?? null;
    return inverse({
      action:
        comment === null
          ? `Removes the comment of ${table}.${column}.`
          : `Sets the comment of ${table}.${column} back.`,
      operations: [undoing(source, { kind: 'setColumnComment', table, column, comment })],
    });
  },
};

interface ColumnPair {
  readonly owner: Table;
  readonly was: Column;
  readonly is: Column;
}

function columnsAround(
  table: string,
  column: string,
  { before, after }: InverseContext,
): ColumnPair | null {
  const [owner, now] = [findTable(before, table), findTable(after, table)];
  const was = owner && findColumn(owner, column);
  const is = now && findColumn(now, column);
  return owner && was && is ? { owner, was, is } : null;
}

function described(column: Column): string {
  return `${column.type}${column.nullable ? '' : ', NOT NULL'}`;
}

/** SQLite: Active Record copies the whole table. */
function copies({ dialect }: InverseContext): boolean {
  return !dialect.altersColumnsInPlace;
}

/** The NULLs that were filled can't be told from values that were there. */
function backfilled(owner: Table, column: string, context: InverseContext): Partial<Inverse> {
  return {
    ...saveNulls(owner, column, context),
    fidelity: 'schemaOnly',
    class: 'humanOnly',
    dataLost: `Which rows of ${owner.name} had NULL in ${column}, unless their keys were saved before.`,
    reason: `the rows that were filled cannot be told from those that had the value`,
    questions: [`May the values that were filled into ${owner.name}.${column} stay?`],
  };
}

function judged(
  owner: Table,
  was: Column,
  is: Column,
  using: string | null,
  context: InverseContext,
): Partial<Inverse> {
  const place = `${owner.name}.${was.name}`;
  if (losesValues(was, is, using)) {
    return {
      ...saveColumn(owner, was, context),
      fidelity: 'schemaOnly',
      class: 'humanOnly',
      dataLost: `What the values of ${place} were as ${was.type}, unless they were saved before.`,
      reason: `turning ${was.type} into ${is.type} changes the values, and the old ones are not kept`,
      questions: [
        `Are the values of ${place} needed as they were before, and where are they kept?`,
      ],
    };
  }
  const conditions = [
    fits(is, was) ? '' : `every value of ${place} fits into ${was.type}`,
    is.nullable && !was.nullable ? `no row of ${owner.name} has NULL in ${was.name}` : '',
  ].filter((condition) => condition !== '');
  const rounded = losesValues(is, was, null);
  return {
    class: was.type === is.type && conditions.length === 0 ? 'automatic' : 'assisted',
    dataLost: rounded ? `What was written to ${place} since that ${was.type} cannot hold.` : null,
    precondition: conditions.length === 0 ? null : sentence(conditions.join(', and ')),
  };
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
