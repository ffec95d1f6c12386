import type { Table } from '../../../../model/schema.ts';
import { NotTold, told } from '../../not-told.ts';
import type { TokenReader } from '../../tokens/token-reader.ts';
import type { Told } from '../statement.ts';
import type { Action } from './action.ts';
import { knownColumn } from './columns.ts';

/** What follows DROP. */
export function readDrop(reader: TokenReader): Action {
  if (reader.sees('PARTITION')) throw new NotTold('it changes partitions');
  if (reader.take('SYSTEM', 'VERSIONING')) throw new NotTold('it turns system versioning off');
  if (reader.sees('PERIOD', 'FOR')) throw new NotTold('it drops a period');
  if (reader.take('PRIMARY', 'KEY')) return dropPrimaryKey();
  if (reader.take('FOREIGN', 'KEY')) return dropNamed(reader, dropForeignKey);
  if (reader.take('CHECK') || reader.take('CONSTRAINT')) return dropNamed(reader, dropConstraint);
  if (reader.take('INDEX') || reader.take('KEY')) return dropIndex(reader);
  return dropColumn(reader);
}

function dropPrimaryKey(): Action {
  return {
    phase: 'dropConstraint',
    bodies: ({ name }) => [{ kind: 'dropPrimaryKey', table: name }],
  };
}

type Drop = (table: Table, name: string, ifExists: boolean) => Told;

function dropNamed(reader: TokenReader, drop: Drop): Action {
  const ifExists = reader.take('IF', 'EXISTS');
  const name = told(reader.identifier(), 'name of the constraint');
  return { phase: 'dropConstraint', bodies: (table) => [drop(table, name, ifExists)] };
}

function dropForeignKey({ name: table }: Table, foreignKey: string, ifExists: boolean): Told {
  return { kind: 'dropForeignKey', table, foreignKey, ifExists };
}

/** The part of the table that has the name: names of constraints are told apart by no kind. */
function dropConstraint(table: Table, name: string, ifExists: boolean): Told {
  const has = (parts: readonly { readonly name: string }[]): boolean =>
    parts.some((part) => part.name === name);
  if (has(table.foreignKeys)) return dropForeignKey(table, name, ifExists);
  if (has(table.indexes)) {
    return { kind: 'dropIndex', table: table.name, index: name, ifExists, concurrently: false };
  }
  if (/^primary$/i.test(name)) return { kind: 'dropPrimaryKey', table: table.name };
  if (!has(table.checkConstraints) && !ifExists) {
    throw new NotTold(`${table.name} has no constraint ${name}`);
  }
  return { kind: 'dropCheckConstraint', table: table.name, checkConstraint: name, ifExists };
}

function dropIndex(reader: TokenReader): Action {
  const ifExists = reader.take('IF', 'EXISTS');
  const index = told(reader.identifier(), 'name of the index');
  if (/^primary$/i.test(index)) return dropPrimaryKey();
  const drop = (table: string): Extract<Told, { kind: 'dropIndex' }> => ({
    kind: 'dropIndex',
    table,
    index,
    ifExists,
    concurrently: false,
  });
  const remaking: Action = {
    phase: 'drop',
    bodies: ({ name }) => [{ ...drop(name), remade: true }],
  };
  return {
    phase: 'dropIndex',
    // One that went with its columns, or for which another one came, needs no dropping.
    bodies: ({ name, indexes }) =>
      indexes.some((known) => known.name === index) ? [drop(name)] : [],
    dropsIndex: { name: index, remaking },
  };
}

function dropColumn(reader: TokenReader): Action {
  reader.take('COLUMN');
  const ifExists = reader.take('IF', 'EXISTS');
  const name = told(reader.identifier(), 'name of the column');
  // The servers read CASCADE and RESTRICT and do nothing.
  reader.takeOne('CASCADE', 'RESTRICT');
  return {
    phase: 'drop',
    bodies(table) {
      const isThere = table.columns.some(
        (column) => column.name.toLowerCase() === name.toLowerCase(),
      );
      if (ifExists && !isThere) return [];
      const column = knownColumn(table, name);
      return [{ kind: 'dropColumn', table: table.name, column, ifExists, cascade: false }];
    },
  };
}
