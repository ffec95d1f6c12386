import { findTable, type Table } from '../../../../model/schema.ts';
import { NotTold } from '../../not-told.ts';
import type { MysqlScope } from '../../scope.ts';
import { type PlacedDefinition, readPlaced } from '../../stated/placed.ts';
import type { StatedConstraint, StatedKey } from '../../stated/stated.ts';
import { modelCheck } from '../../tables/checks.ts';
import { modelColumn } from '../../tables/column.ts';
import type { Token } from '../../tokens/token.ts';
import { isWord, splitList, type TokenReader } from '../../tokens/token-reader.ts';
import type { Bodies, Told } from '../statement.ts';
import type { Action } from './action.ts';
import { knownPosition } from './change.ts';
import { knownColumn, partsOfColumn } from './columns.ts';
import { foreignKeyBodies, keyBody } from './constraints.ts';

/** What follows ADD: a key, a constraint, a column, or several in parentheses. */
export function readAdd(reader: TokenReader): Action {
  if (reader.sees('PARTITION')) throw new NotTold('it changes partitions');
  if (reader.sees('SYSTEM', 'VERSIONING')) throw new NotTold('it turns system versioning on');
  if (reader.sees('PERIOD', 'FOR')) throw new NotTold('it adds a period');
  reader.take('COLUMN');
  const [tokens, ifNotExists] = withoutGuard(reader.rest());
  if (tokens[0]?.text !== '(') return addOne(readPlaced(tokens), ifNotExists);
  if (tokens.at(-1)?.text !== ')') throw new NotTold('more follows the columns in parentheses');
  return addSeveral(splitList(tokens.slice(1, -1)), ifNotExists);
}

/** MariaDB's IF NOT EXISTS stands behind the words that say what is added. */
function withoutGuard(tokens: readonly Token[]): readonly [readonly Token[], boolean] {
  const at = tokens.slice(0, 4).findIndex((token) => isWord(token, 'IF'));
  const isThere = at >= 0 && isWord(tokens[at + 1], 'NOT') && isWord(tokens[at + 2], 'EXISTS');
  return isThere ? [[...tokens.slice(0, at), ...tokens.slice(at + 3)], true] : [tokens, false];
}

function addOne(placed: PlacedDefinition, ifNotExists: boolean): Action {
  const { definition } = placed;
  const name = definition.kind === 'key' ? definition.key.name : null;
  return {
    phase: 'change',
    bodies: (table, scope) => added(placed, table, scope, ifNotExists),
    ...(name !== null && { addsIndex: name }),
  };
}

function addSeveral(definitions: readonly (readonly Token[])[], ifNotExists: boolean): Action {
  const actions = definitions.map((tokens) => addOne(readPlaced(tokens), ifNotExists));
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

function added(
  { definition, position }: PlacedDefinition,
  table: Table,
  scope: MysqlScope,
  ifNotExists: boolean,
): Bodies {
  if (definition.kind !== 'column') return constraintBodies(definition, table, scope, ifNotExists);
  return columnBodies({ definition, position }, table, scope, ifNotExists);
}

type PlacedColumn = PlacedDefinition & { readonly definition: { readonly kind: 'column' } };

function* columnBodies(
  { definition: { column: stated }, position }: PlacedColumn,
  table: Table,
  scope: MysqlScope,
  ifNotExists: boolean,
): Bodies {
  const isThere = table.columns.some(
    ({ name }) => name.toLowerCase() === stated.name.toLowerCase(),
  );
  yield {
    kind: 'addColumn',
    table: table.name,
    column: modelColumn(stated, table, scope),
    ifNotExists,
    position: knownPosition(position, table),
  };
  if (isThere) return;
  for (const body of partsOfColumn(stated, () => current(table, scope), scope)) {
    yield body.kind === 'addCheckConstraint' ? { ...body, onNewColumn: true } : body;
  }
}

function constraintBodies(
  definition: StatedConstraint,
  table: Table,
  scope: MysqlScope,
  ifNotExists: boolean,
): readonly Told[] {
  if (definition.kind === 'key') {
    return [keyBody(withKnown(definition.key, table), table, ifNotExists)];
  }
  if (definition.kind === 'foreignKey') {
    const columns = definition.foreignKey.columns.map((name) => knownColumn(table, name));
    return foreignKeyBodies({ ...definition.foreignKey, columns }, table, scope, ifNotExists);
  }
  const checkConstraint = modelCheck(definition.check, null, table, scope);
  return [{ kind: 'addCheckConstraint', table: table.name, checkConstraint, ifNotExists }];
}

function withKnown(key: StatedKey, table: Table): StatedKey {
  const parts = key.parts.map((part) => ({
    ...part,
    column: part.column === null ? null : knownColumn(table, part.column),
  }));
  return { ...key, parts };
}
