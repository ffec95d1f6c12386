import type { OperationOf } from '../../model/operation.ts';
import { findTable } from '../../model/schema.ts';
import {
  type Inverse,
  type InverseContext,
  type Inverters,
  inverse,
  nothingToUndo,
} from './inverse.ts';
import { goesWithRelease } from './rows-of-release.ts';
import { saveTable } from './saves.ts';

type RowVerb = OperationOf<'changeRows'>['verb'];

const LOSSES: { readonly [V in RowVerb]: (table: string) => string } = {
  insert: (table) => `Nothing is deleted, but the new rows of ${table} stay.`,
  update: (table) => `The values that rows of ${table} had before, unless they were saved.`,
  delete: (table) => `The deleted rows of ${table}, unless they were saved.`,
  truncate: (table) => `All rows of ${table}, unless they were saved.`,
  unknown: (table) => `Whatever it changed in ${table}, unless it was saved.`,
};

const QUESTIONS: { readonly [V in RowVerb]: (table: string) => string } = {
  insert: (table) => `By which key are the inserted rows of ${table} found, to delete them?`,
  update: (table) => `What did the changed rows of ${table} hold before, and do they need it back?`,
  delete: (table) => `Are the deleted rows of ${table} needed, and where is their copy?`,
  truncate: (table) => `Are the rows of ${table} needed, and where is their copy?`,
  unknown: (table) => `Which rows of ${table} does it change, and how is that undone?`,
};

export const rowInverters: Inverters<'changeRows' | 'runSql' | 'opaque'> = {
  changeRows: (operation, context) => {
    if (goesWithRelease(operation, context)) {
      return nothingToUndo('what it writes goes with what the release adds');
    }
    const table = operation.table ?? 'the tables that it touches';
    return inverse({
      action: `Nothing is done by itself: the changes to the rows of ${table} stay.`,
      fidelity: 'impossible',
      class: 'humanOnly',
      dataLost: LOSSES[operation.verb](table),
      reason: `the schema does not hold the rows as they were`,
      ...savedRows(operation, context),
      questions: [QUESTIONS[operation.verb](table)],
    });
  },
  runSql: ({ purpose }) => nothingToUndo(`it changes no object (${purpose})`),
  opaque: ({ reason, touches }) => {
    const what = touches.length > 0 ? touches.join(', ') : 'the database';
    return inverse({
      action: `Nothing is done by itself: what this statement did to ${what} is not known.`,
      fidelity: 'impossible',
      class: 'humanOnly',
      dataLost: `Unknown.`,
      reason: `the statement was not understood, because ${reason}`,
      questions: [
        `What does this statement change in ${what}, and which statements undo it?`,
        `Does it write to another database, and who owns that one?`,
      ],
    });
  },
};

/** Inserting takes nothing away. Code that names no table leaves nothing to copy by name. */
function savedRows(
  { table: name, verb }: OperationOf<'changeRows'>,
  context: InverseContext,
): Partial<Inverse> {
  const table = name === null ? null : findTable(context.before, name);
  if (!table || verb === 'insert') return {};
  return { saveFirst: saveTable(table, context).saveFirst };
}
