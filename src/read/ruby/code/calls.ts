import { BlockArgumentNode, type CallNode, type Node, SelfNode } from '@ruby/prism/src/nodes.js';
import { childNodesOf } from '../child-nodes.ts';
import { argumentMeaning } from './argument-meaning.ts';
import { noteAttribute } from './attributes.ts';
import { readBlock } from './blocks.ts';
import { readDeclaration, readIgnoredColumns, readTableName } from './declarations.ts';
import { argumentsOf, pairsOf, wordOf } from './literals.ts';
import { JOIN_METHODS } from './methods.ts';
import { ownerCalled, ownerOf } from './owner.ts';
import type { Owner, Reading, Scope } from './scope.ts';
import { readWords, type Visit } from './words.ts';

/** Reads a call: its receiver, what it may read or set, its arguments and its block. */
export function readCall(call: CallNode, scope: Scope, reading: Reading, visit: Visit): void {
  const isOwn = call.receiver === null || call.receiver instanceof SelfNode;
  if (scope.self && isOwn && readIgnoredColumns(call, scope, reading)) return;
  if (readTableName(call, reading)) return;
  if (call.receiver && !(call.receiver instanceof SelfNode)) visit(call.receiver, scope);
  readName(call, scope, reading);
  if (scope.self && scope.inBody && isOwn) readDeclaration(call, scope, reading, visit);
  else readArguments(call, scope, reading, visit);
  if (call.block instanceof BlockArgumentNode) readBlockArgument(call, call.block, scope, reading);
  else if (call.block) readBlock(call, scope, reading, visit);
}

function readName(call: CallNode, scope: Scope, reading: Reading): void {
  const count = argumentsOf(call).length;
  const isFactory = scope.about?.kind === 'factory' && call.receiver === null;
  const isWriter = call.name.endsWith('=') && call.name !== '[]=';
  const isFinder = /^find_(?:or_create_)?by_/.test(call.name);
  if (count > 0 && !isWriter && !isFactory && !isFinder) return;
  const at = call.messageLoc?.startOffset ?? call.location.startOffset;
  const receiver = call.receiver && (ownerOf(call.receiver, scope, reading) ?? 'unknown');
  noteAttribute({ method: call.name, receiver, at }, scope, reading);
  noteAssociated(call.name, at, receiver ?? scope.self, reading);
}

/** `user.orders` uses the table that the association leads to. */
function noteAssociated(
  name: string,
  byte: number,
  owner: Owner | 'unknown' | null,
  reading: Reading,
): void {
  if (owner === null || owner === 'unknown') return;
  const at = reading.source.indexOf(byte);
  for (const table of reading.models.associated(owner.tables, name) ?? []) {
    if (!reading.vocabulary.tables.has(table)) continue;
    reading.uses.push({
      ...{ names: 'table', name: table, tables: [table] },
      ...{ kind: 'association', certainty: 'parsed', at },
    });
  }
}

function readArguments(call: CallNode, scope: Scope, reading: Reading, visit: Visit): void {
  const meaning = argumentMeaning(call, scope, reading);
  if (JOIN_METHODS.has(call.name)) noteJoined(call, meaning.tables ?? [], reading);
  for (const argument of argumentsOf(call)) readWords(argument, meaning, scope, reading, visit);
}

/** `joins(:orders)`, `includes(orders: :items)`: associations that lead to tables. */
function noteJoined(call: CallNode, owners: readonly string[], reading: Reading): void {
  for (const argument of argumentsOf(call)) noteJoinedIn(argument, owners, reading);
}

function noteJoinedIn(node: Node, owners: readonly string[], reading: Reading): void {
  for (const { key, value } of pairsOf(node)) {
    const inner = noteAssociation(key, owners, reading);
    noteJoinedIn(value, inner, reading);
  }
  if (wordOf(node) !== null) noteAssociation(node, owners, reading);
  else if (pairsOf(node).length === 0) {
    for (const child of childNodesOf(node)) noteJoinedIn(child, owners, reading);
  }
}

/** Notes where an association leads, and tells it. */
function noteAssociation(
  node: Node,
  owners: readonly string[],
  reading: Reading,
): readonly string[] {
  const name = wordOf(node);
  if (name === null) return [];
  const targets =
    reading.models.associated(owners, name) ?? ownerCalled(name, reading)?.tables ?? [];
  const at = reading.source.indexOf(node.location.startOffset);
  for (const table of targets) {
    if (!reading.vocabulary.tables.has(table)) continue;
    reading.uses.push({
      ...{ names: 'table', name: table, tables: [table] },
      ...{ kind: 'query', certainty: 'parsed', at },
    });
  }
  return targets;
}

/** `users.map(&:email)` */
function readBlockArgument(
  call: CallNode,
  argument: BlockArgumentNode,
  scope: Scope,
  reading: Reading,
): void {
  const method = wordOf(argument.expression);
  if (method === null || argument.expression === null) return;
  const owner = ownerOf(call.receiver, scope, reading);
  const at = argument.expression.location.startOffset;
  const receiver = owner === null ? 'unknown' : { ...owner, many: false };
  noteAttribute({ method, receiver, at }, scope, reading);
}
