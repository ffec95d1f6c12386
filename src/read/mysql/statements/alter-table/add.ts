import { findTable, type Table } from '../../../../model/schema.ts';
import { NotTold, told } from '../../not-told.ts';
import type { MysqlScope } from '../../scope.ts';
import { readColumn, type StatedPlacedColumn } from '../../stated/column.ts';
import { type Definition, readConstraint } from '../../stated/table.ts';
import { modelCheck } from '../../tables/checks.ts';
import { modelColumn } from '../../tables/column.ts';
import { isWord, splitList, TokenReader } from '../../tokens/token-reader.ts';
import type { Bodies, Told } from '../statement.ts';
import type { Action } from './action.ts';
import { knownColumn, partsOfColumn } from './columns.ts';
import { foreignKeyBodies, keyBody } from './constraints.ts';

/** What follows ADD: a key, a constraint, a column, or several in parentheses. */
export function readAdd(reader: TokenReader): Action {
  if (reader.sees('PARTITION')) throw new NotTold('it changes partitions');
  if (reader.take('SYSTEM', 'VERSIONING')) throw new NotTold('it turns system versioning on');
  if (reader.sees('PERIOD', 'FOR')) throw new NotTold('it adds a period');
  const ifNotExists = isGuarded(reader);
  const constraint = readConstraint(reader);
  if (constraint !== null) {
    const name = constraint.kind === 'key' ? constraint.key.name : null;
    return {
      phase: 'change',
      bodies: (table, scope) => added(constraint, table, scope, ifNotExists),
      ...(name !== null && { addsIndex: name }),
    };
  }
  reader.take('COLUMN');
  const guarded = reader.take('IF', 'NOT', 'EXISTS');
  const group = reader.group();
  return group === null ? addColumn(reader, guarded) : addSeveral(splitList(group), guarded);
}

/** IF NOT EXISTS of MariaDB stands behind the words that say what is added. */
function isGuarded(reader: TokenReader): boolean {
  const ahead = reader.ahead(6);
  const at = ahead.findIndex((token) => isWord(token, 'IF'));
  return at >= 0 && isWord(ahead[at + 1], 'NOT') && isWord(ahead[at + 2], 'EXISTS');
}

function addColumn(reader: TokenReader, ifNotExists: boolean): Action {
  const name = told(reader.identifier(), 'name of the column');
  const placed = readColumn(name, reader);
  return {
    phase: 'change',
    bodies: (table, scope) => columnBodies(placed, table, scope, ifNotExists),
  };
}

function addSeveral(definitions: ReturnType<typeof splitList>, ifNotExists: boolean): Action {
  const actions = definitions.map((tokens) => {
    const reader = new TokenReader(tokens);
    const constraint = readConstraint(reader);
    if (constraint === null) return addColumn(reader, ifNotExists);
    const bodies: Action['bodies'] = (table, scope) => added(constraint, table, scope, ifNotExists);
    return { phase: 'change', bodies } as const;
  });
  return {
    phase: 'change',
    *bodies(table, scope) {
      for (const action of actions) yield* action.bodies(current(table, scope), scope);
    },
  };
}

function current(table: Table, { schema }: MysqlScope): Table {
  return findTable(schema, table.name) ?? table;
}

function* columnBodies(
  { column: stated, position }: StatedPlacedColumn,
  table: Table,
  scope: MysqlScope,
  ifNotExists: boolean,
): Bodies {
  const place =
    typeof position === 'object' && position !== null
      ? { after: knownColumn(table, position.after) }
      : position;
  const column = modelColumn(stated, table, scope);
  const isThere = table.columns.some(
    ({ name }) => name.toLowerCase() === stated.name.toLowerCase(),
  );
  yield { kind: 'addColumn', table: table.name, column, ifNotExists, position: place };
  if (!isThere) yield* partsOfColumn(stated, () => current(table, scope), scope);
}

function added(
  definition: Definition,
  table: Table,
  scope: MysqlScope,
  ifNotExists: boolean,
): readonly Told[] {
  if (definition.kind === 'key')
    return [keyBody(withKnown(definition.key, table), table, ifNotExists)];
  if (definition.kind === 'foreignKey') {
    const columns = definition.foreignKey.columns.map((name) => knownColumn(table, name));
    return foreignKeyBodies({ ...definition.foreignKey, columns }, table, ifNotExists);
  }
  const checkConstraint = modelCheck(definition.check, null, table, scope);
  return [{ kind: 'addCheckConstraint', table: table.name, checkConstraint, ifNotExists }];
}

type Key = Extract<Definition, { kind: 'key' }>['key'];

function withKnown(key: Key, table: Table): Key {
  const parts = key.parts.map((part) => ({
    ...part,
    column: part.column === null ? null : knownColumn(table, part.column),
  }));
  return { ...key, parts };
}
