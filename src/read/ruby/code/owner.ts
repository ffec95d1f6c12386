import {
  AndNode,
  CallNode,
  ConstantPathNode,
  ConstantReadNode,
  InstanceVariableReadNode,
  InstanceVariableWriteNode,
  ItLocalVariableReadNode,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  type Node,
  OrNode,
  ParenthesesNode,
  SelfNode,
  StatementsNode,
} from '@ruby/prism/src/nodes.js';
import { constantName } from '../evaluate/constant-name.ts';
import { argumentsOf, wordOf } from './literals.ts';
import { FACTORY_METHODS, ONE_RECORD, PLAIN_RESULT, SAME_MODEL } from './methods.ts';
import { NO_MODEL, type Owner, type Reading, type Scope } from './scope.ts';

/** The model of an expression; null where it cannot be told. */
export function ownerOf(
  node: Node | null | undefined,
  scope: Scope,
  reading: Reading,
): Owner | null {
  if (!node) return null;
  if (node instanceof CallNode) return ownerOfCall(node, scope, reading);
  if (node instanceof SelfNode) return scope.self;
  if (node instanceof ConstantReadNode || node instanceof ConstantPathNode) {
    return ownerOfConstant(node, scope, reading);
  }
  return ownerOfVariable(node, scope, reading) ?? ownerInside(node, scope, reading);
}

function ownerOfConstant(node: Node, scope: Scope, { models }: Reading): Owner {
  const name = constantName(node);
  const table = name === null ? null : models.tableOf(name, scope.nesting);
  return table === null ? NO_MODEL : { tables: [table], many: true, byName: false };
}

function ownerOfVariable(node: Node, scope: Scope, reading: Reading): Owner | null {
  if (node instanceof LocalVariableReadNode) {
    return scope.variables.get(node.name) ?? ownerCalled(node.name, reading);
  }
  if (node instanceof ItLocalVariableReadNode) return scope.variables.get('it') ?? null;
  if (node instanceof InstanceVariableReadNode) {
    return reading.shared.get(node.name) ?? ownerCalled(node.name, reading);
  }
  return null;
}

/** Of what is only put around an expression, or picks one of several. */
function ownerInside(node: Node, scope: Scope, reading: Reading): Owner | null {
  if (node instanceof LocalVariableWriteNode || node instanceof InstanceVariableWriteNode) {
    return ownerOf(node.value, scope, reading);
  }
  if (node instanceof OrNode) {
    return ownerOf(node.left, scope, reading) ?? ownerOf(node.right, scope, reading);
  }
  if (node instanceof AndNode) return ownerOf(node.right, scope, reading);
  if (node instanceof ParenthesesNode) return ownerOf(node.body, scope, reading);
  if (node instanceof StatementsNode) return ownerOf(node.body.at(-1), scope, reading);
  return null;
}

/** A record by what it is called: `user`, `@current_user`, `users`. */
export function ownerCalled(name: string, { models }: Reading): Owner | null {
  const tables = models.tablesCalled(name);
  return tables ? { tables, many: false, byName: true } : null;
}

function ownerOfCall(call: CallNode, scope: Scope, reading: Reading): Owner | null {
  if (call.receiver === null) return ownerOfOwnCall(call, scope, reading);
  const receiver = ownerOf(call.receiver, scope, reading);
  if (receiver === null || receiver.tables.length === 0) {
    return isReader(call) ? ownerCalled(call.name, reading) : null;
  }
  const associated = reading.models.associated(receiver.tables, call.name);
  if (associated) return { tables: associated, many: false, byName: receiver.byName };
  if (call.name === '[]') return receiver.many ? one(receiver) : null;
  if (SAME_MODEL.has(call.name)) return ONE_RECORD.has(call.name) ? one(receiver) : receiver;
  if (PLAIN_RESULT.has(call.name)) return null;
  // A method of the class that is not Rails' own is a scope, as a rule.
  if (receiver.many) return receiver;
  return isReader(call) ? ownerCalled(call.name, reading) : null;
}

function isReader(call: CallNode): boolean {
  return argumentsOf(call).length === 0 && !/[=!?\]]$/.test(call.name);
}

function one(owner: Owner): Owner {
  return { ...owner, many: false };
}

/** `user`, `current_user`, `create(:user)`, `users(:alice)`, and associations inside of the model. */
function ownerOfOwnCall(call: CallNode, scope: Scope, reading: Reading): Owner | null {
  const { name } = call;
  if (scope.about?.record === name) return scope.about.owner;
  const shared = reading.shared.get(name);
  if (shared) return shared;
  if (scope.self) {
    const associated = reading.models.associated(scope.self.tables, name);
    if (associated) return { tables: associated, many: false, byName: false };
    if (SAME_MODEL.has(name)) return scope.self;
  }
  const first = wordOf(argumentsOf(call)[0]);
  if (FACTORY_METHODS.has(name)) return first === null ? null : ownerCalled(first, reading);
  if (name === 'described_class' || name === 'subject') return scope.about?.owner ?? null;
  const isCall = argumentsOf(call).length > 0 && first === null;
  return isCall ? null : ownerCalled(name, reading);
}
