import type { AlterSeqStmt, CreateSeqStmt, DefElem } from '@pgsql/types';
import { partOfList, relationName } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { type Bodies, noEffect, type Reading } from './reading.ts';

export function createSequence(node: CreateSeqStmt, reading: Reading): Bodies {
  const name = relationName(node.sequence);
  if (reading.schema.sequences.some((other) => other.name === name) && node.if_not_exists) {
    return [noEffect(reading, `would make the sequence ${name}, which is there`)];
  }
  const { source, text } = reading.statement;
  const behind = source.between(endOfName(node, reading), reading.statement.start + text.length);
  const owned = nodesOf(node.options, 'DefElem').find(({ defname }) => defname === 'owned_by');
  const options = behind.replace(/\bOWNED BY\s+[\w."]+/i, '').trim();
  return [
    { kind: 'createSequence', sequence: { name, ownedBy: owned ? ownerOf(owned) : null, options } },
  ];
}

/** Where the sequence's name ends in the text. */
function endOfName(node: CreateSeqStmt, { statement: { source } }: Reading): number {
  const start = source.characterAt(node.sequence?.location ?? 0);
  const name = /^(?:"(?:[^"]|"")*"|[\w$.])+/.exec(source.text.slice(start));
  return start + (name?.[0].length ?? 0);
}

/** `table.column` of OWNED BY; null for NONE. */
function ownerOf({ arg }: DefElem): string | null {
  const items = nodeOf(arg, 'List')?.items;
  const { owner, part } = partOfList(items);
  return owner === '' ? null : `${owner}.${part}`;
}

/** RESTART, OWNED BY and the rest: a dump of Rails shows no sequence. */
export function alterSequence(node: AlterSeqStmt, reading: Reading): Bodies {
  const names = nodesOf(node.options, 'DefElem').map(({ defname }) => defname);
  const name = relationName(node.sequence);
  const purpose = names.includes('restart')
    ? `sets the next value of the sequence ${name}`
    : `changes the sequence ${name}`;
  return [noEffect(reading, purpose)];
}
