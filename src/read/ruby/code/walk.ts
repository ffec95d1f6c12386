import {
  CallAndWriteNode,
  CallNode,
  CallOperatorWriteNode,
  CallOrWriteNode,
  ClassNode,
  ConstantPathNode,
  ConstantReadNode,
  DefNode,
  HashNode,
  InstanceVariableOrWriteNode,
  InstanceVariableWriteNode,
  InterpolatedStringNode,
  KeywordHashNode,
  LambdaNode,
  LocalVariableOrWriteNode,
  LocalVariableWriteNode,
  ModuleNode,
  type Node,
  StringNode,
  SymbolNode,
} from '@ruby/prism/src/nodes.js';
import { childNodesOf } from '../child-nodes.ts';
import { constantName } from '../evaluate/constant-name.ts';
import { noteAttribute } from './attributes.ts';
import { readCall } from './calls.ts';
import { qualify } from './class-facts.ts';
import { note, noteIgnored } from './declarations.ts';
import { wordsOf } from './literals.ts';
import { ownerOf } from './owner.ts';
import type { Owner, Reading, Scope } from './scope.ts';
import { subjectOfClass } from './subject.ts';
import { readWords, UNKNOWN_WORDS } from './words.ts';

/** Reads an expression and all in it. */
export function walk(node: Node, scope: Scope, reading: Reading): void {
  const visit = (inner: Node, within: Scope) => walk(inner, within, reading);
  if (node instanceof CallNode) readCall(node, scope, reading, visit);
  else if (isPlain(node)) readWords(node, UNKNOWN_WORDS, scope, reading, visit);
  else if (node instanceof ClassNode || node instanceof ModuleNode) walkClass(node, scope, reading);
  else if (node instanceof DefNode) walkMethod(node, scope, reading);
  else if (node instanceof LambdaNode) walkLambda(node, scope, reading);
  else if (node instanceof ConstantReadNode || node instanceof ConstantPathNode) {
    noteConstant(node, scope, reading);
  } else {
    assign(node, scope, reading);
    walkCombinedWrite(node, scope, reading);
    for (const child of childNodesOf(node)) walk(child, scope, reading);
  }
}

function isPlain(node: Node): boolean {
  return (
    node instanceof SymbolNode ||
    node instanceof StringNode ||
    node instanceof InterpolatedStringNode ||
    node instanceof HashNode ||
    node instanceof KeywordHashNode
  );
}

function walkClass(node: ClassNode | ModuleNode, scope: Scope, reading: Reading): void {
  const name = qualify(constantName(node.constantPath) ?? '', scope.nesting);
  const tables = reading.models.tablesOfSelf(name);
  const self: Owner | null =
    tables.length === 0 ? null : { tables, many: false, byName: node instanceof ModuleNode };
  if (node instanceof ClassNode) {
    for (const table of tables) {
      note({ names: 'table', name: table, tables: [table], kind: 'model' }, node, reading);
    }
    // A class of one table of several classes says by `type` which it is.
    if (node.superclass) noteConstant(node.superclass, scope, reading);
  }
  if (!node.body) return;
  const about = self ? null : subjectOfClass(name, reading.source.path, reading.models);
  const body: Scope = {
    nesting: name,
    self,
    inBody: true,
    about: about ?? (self ? null : scope.about),
    variables: new Map(),
  };
  walk(node.body, body, reading);
}

function walkMethod(node: DefNode, scope: Scope, reading: Reading): void {
  const inner: Scope = { ...scope, inBody: false, variables: new Map() };
  if (scope.self && !node.receiver && reading.vocabulary.columns.has(node.name)) {
    const { tables } = scope.self;
    const at = reading.source.indexOf(node.nameLoc.startOffset);
    reading.uses.push({
      ...{ names: 'column', name: node.name, tables },
      ...{ kind: 'attribute', certainty: 'parsed', at },
    });
  }
  if (node.parameters) walk(node.parameters, inner, reading);
  if (node.body) walk(node.body, inner, reading);
}

/** What a lambda holds runs later, on a relation of the model: `scope :active, -> { … }`. */
function walkLambda(node: LambdaNode, scope: Scope, reading: Reading): void {
  if (node.body) walk(node.body, { ...scope, inBody: false }, reading);
}

/** A constant that is the model of a table. */
function noteConstant(node: Node, scope: Scope, reading: Reading): void {
  const name = constantName(node);
  const table = name === null ? null : reading.models.tableOf(name, scope.nesting);
  if (table === null || !reading.vocabulary.tables.has(table)) return;
  const at = reading.source.indexOf(node.location.startOffset);
  reading.uses.push({
    ...{ names: 'table', name: table, tables: [table] },
    ...{ kind: 'query', certainty: 'parsed', at },
  });
}

/** Remembers what a variable holds. */
function assign(node: Node, scope: Scope, reading: Reading): void {
  const isLocal =
    node instanceof LocalVariableWriteNode || node instanceof LocalVariableOrWriteNode;
  const isShared =
    node instanceof InstanceVariableWriteNode || node instanceof InstanceVariableOrWriteNode;
  if (!isLocal && !isShared) return;
  const owner = ownerOf(node.value, scope, reading);
  const variables = isLocal ? scope.variables : reading.shared;
  if (owner) variables.set(node.name, owner);
  else variables.delete(node.name);
}

/** `user.email += "…"`, `self.ignored_columns += ["email"]`. */
function walkCombinedWrite(node: Node, scope: Scope, reading: Reading): void {
  const isWrite =
    node instanceof CallOperatorWriteNode ||
    node instanceof CallOrWriteNode ||
    node instanceof CallAndWriteNode;
  if (!isWrite) return;
  if (node.readName === 'ignored_columns') {
    noteIgnored(node, wordsOf(node.value), scope, reading);
    return;
  }
  const at = node.messageLoc?.startOffset ?? node.location.startOffset;
  const receiver = node.receiver && (ownerOf(node.receiver, scope, reading) ?? 'unknown');
  noteAttribute({ method: node.readName, receiver, at }, scope, reading);
}
