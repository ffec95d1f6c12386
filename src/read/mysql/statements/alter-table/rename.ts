import { NotTold, told } from '../../not-told.ts';
import type { TokenReader } from '../../tokens/token-reader.ts';
import type { Action } from './action.ts';
import { renameColumn } from './change.ts';
import { knownColumn } from './columns.ts';

/** What follows RENAME: a column, an index, or the table's new name. */
export function readRename(reader: TokenReader): Action {
  if (reader.take('COLUMN')) {
    const [from, to] = names(reader);
    return {
      phase: 'change',
      bodies: (table) => renameColumn(table, knownColumn(table, from), to),
    };
  }
  if (reader.take('INDEX') || reader.take('KEY')) {
    const [from, to] = names(reader);
    return {
      phase: 'change',
      bodies: ({ name: table }) => [{ kind: 'renameIndex', table, from, to }],
    };
  }
  reader.takeOne('TO', 'AS', '=');
  const to = told(reader.name(), 'new name of the table');
  return { phase: 'renameTable', bodies: ({ name: from }) => [{ kind: 'renameTable', from, to }] };
}

function names(reader: TokenReader): readonly [from: string, to: string] {
  const from = told(reader.identifier(), 'name');
  if (!reader.take('TO')) throw new NotTold('it renames to nothing');
  return [from, told(reader.identifier(), 'new name')];
}
