import type { AlterSeqStmt, CreateSeqStmt, DefElem } from '@pgsql/types';
import {
  canonicalOptions,
  columnSequence,
  sequenceOfColumn,
} from '../../../dialect/postgresql/column-sequences.ts';
import type { Column, Schema, Sequence } from '../../../model/schema.ts';
import { partOfList, relationName } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { changedOptions, statedOptions } from './column-sequence.ts';
import { isTemporary } from './create-table.ts';
import { optionNamed } from './option-values.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

export function createSequence(node: CreateSeqStmt, reading: Reading): Bodies {
  const name = relationName(node.sequence);
  if (isTemporary(node.sequence)) return [noEffect(reading, 'makes a temporary sequence')];
  const isThere = reading.schema.sequences.some((other) => other.name === name);
  if (isThere && node.if_not_exists) {
    return [noEffect(reading, `would make the sequence ${name}, which is there`)];
  }
  const owner = optionNamed(node.options, 'owned_by');
  const options = canonicalOptions(statedOptions(node.options));
  const sequence = { name, ownedBy: owner ? ownerOf(owner) : null, options };
  return [{ kind: 'createSequence', sequence }];
}

/** `table.column` of OWNED BY; null for NONE. */
function ownerOf({ arg }: DefElem): string | null {
  const { owner, part } = partOfList(nodeOf(arg, 'List')?.items);
  return owner === '' ? null : `${owner}.${part}`;
}

/** ALTER SEQUENCE, of a free one or of one that numbers a column. */
export function alterSequence(node: AlterSeqStmt, reading: Reading): Bodies {
  const name = relationName(node.sequence);
  const names = nodesOf(node.options, 'DefElem').map(({ defname }) => defname);
  if (names.every((option) => option === 'restart')) {
    return [noEffect(reading, `sets the next value of the sequence ${name}`)];
  }
  const known = reading.schema.sequences.find((other) => other.name === name);
  if (known) return [{ kind: 'setSequence', sequence: changed(known, node) }];
  return numberedColumn(node, name, reading);
}

function changed(sequence: Sequence, node: AlterSeqStmt): Sequence {
  const owner = optionNamed(node.options, 'owned_by');
  return {
    ...sequence,
    ownedBy: owner ? ownerOf(owner) : sequence.ownedBy,
    options: changedOptions(sequence.options, statedOptions(node.options)),
  };
}

/** The sequence is that of a serial or identity column, which then has its options. */
function numberedColumn(node: AlterSeqStmt, name: string, reading: Reading): Bodies {
  const { schema } = reading;
  const found = numberedBy(schema, name);
  if (!found) {
    if (node.missing_ok) return [noEffect(reading, `would change ${name}, which is not there`)];
    if (schema.complete) throw new NotTold(`the schema holds no sequence "${name}"`);
    return [noEffect(reading, `changes the sequence ${name}`)];
  }
  const { table, column, sequence } = found;
  const after = changed(sequence, node);
  if (after.ownedBy !== sequence.ownedBy && schema.complete) return released(found, after);
  const { sequence: _before, ...rest } = column;
  const own = columnSequence(table, column, after);
  const set = own ? { ...rest, sequence: own } : rest;
  return [{ kind: 'setColumn', table, column: set, using: null, position: null }];
}

/** A sequence with another owner, or none, stands alone, and the default of the column takes from it. */
function released({ table, column }: Numbered, after: Sequence): Bodies {
  const { sequence: _before, ...rest } = column;
  const sql = `nextval('${after.name}'::regclass)`;
  const set = { ...rest, autoIncrement: null, default: { kind: 'expression', sql } } as const;
  return [
    { kind: 'setColumn', table, column: set, using: null, position: null },
    { kind: 'setSequence', sequence: after },
  ];
}

interface Numbered {
  readonly table: string;
  readonly column: Column;
  readonly sequence: Sequence;
}

/** The column that the sequence numbers; null when there is none. */
function numberedBy(schema: Schema, name: string): Numbered | null {
  for (const table of schema.tables) {
    for (const column of table.columns) {
      const sequence = sequenceOfColumn(column, table.name);
      if (sequence?.name === name) return { table: table.name, column, sequence };
    }
  }
  return null;
}
