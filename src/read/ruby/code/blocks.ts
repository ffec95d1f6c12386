import {
  BlockNode,
  BlockParametersNode,
  type CallNode,
  type Node,
  RequiredParameterNode,
  SelfNode,
} from '@ruby/prism/src/nodes.js';
import { constantName } from '../evaluate/constant-name.ts';
import { argumentsOf, optionOf, wordOf } from './literals.ts';
import { FACTORY_BLOCKS, ITERATORS } from './methods.ts';
import { ownerCalled, ownerOf } from './owner.ts';
import type { Owner, Reading, Scope, Subject } from './scope.ts';
import type { Visit } from './words.ts';

/** Reads the block of a call, with what the call makes known inside of it. */
export function readBlock(call: CallNode, scope: Scope, reading: Reading, visit: Visit): void {
  const { block } = call;
  if (!(block instanceof BlockNode) || !block.body) return;
  const inner = scopeOfBlock(call, scope, reading);
  const [name] = parametersOf(block);
  const first = ownerOfParameter(call, scope, reading);
  // A block sees the variables around it; its own are gone behind it, which no reading needs.
  const shadowed = name === undefined ? undefined : inner.variables.get(name);
  if (name !== undefined && first) inner.variables.set(name, first);
  if (first) inner.variables.set('it', first);
  visit(block.body, inner);
  noteLet(call, block.body, inner, reading);
  if (name !== undefined && shadowed) inner.variables.set(name, shadowed);
  else if (name !== undefined) inner.variables.delete(name);
}

function parametersOf(block: BlockNode): readonly string[] {
  const { parameters } = block;
  if (!(parameters instanceof BlockParametersNode)) return [];
  return (parameters.parameters?.requireds ?? []).flatMap((each: Node) =>
    each instanceof RequiredParameterNode ? [each.name] : [],
  );
}

/** What the first parameter of the block is: a record of the relation, a form's builder. */
function ownerOfParameter(call: CallNode, scope: Scope, reading: Reading): Owner | null {
  if (/(?:form_for|form_with|fields_for|fields|inputs_for)$/.test(call.name)) {
    return formRecord(call, scope, reading);
  }
  if (!ITERATORS.has(call.name) || !call.receiver) return null;
  const owner = ownerOf(call.receiver, scope, reading);
  return owner && { ...owner, many: false };
}

function formRecord(call: CallNode, scope: Scope, reading: Reading): Owner | null {
  const [first] = argumentsOf(call);
  const stated = optionOf(call, 'model') ?? first;
  const word = wordOf(stated);
  return word === null ? ownerOf(stated, scope, reading) : ownerCalled(word, reading);
}

function scopeOfBlock(call: CallNode, scope: Scope, reading: Reading): Scope {
  const about = factoryOf(call, scope, reading) ?? registered(call, scope, reading);
  if (about) return { ...scope, self: null, inBody: true, about };
  const isScope = scope.self !== null && scope.inBody;
  // `included do` and `class_methods do` are bodies still; other blocks run for a record, or a relation.
  const declares = /^(?:included|class_methods|prepended|with_options|class_eval)$/.test(call.name);
  const isBody = scope.inBody && (declares || (scope.self === null && scope.about !== null));
  return isScope || scope.inBody ? { ...scope, inBody: isBody } : scope;
}

/** `factory :user, class: "Account" do`; traits and callbacks inside keep it. */
function factoryOf(call: CallNode, scope: Scope, reading: Reading): Subject | null {
  if (!FACTORY_BLOCKS.has(call.name)) return null;
  const name = wordOf(argumentsOf(call)[0]);
  if (call.name !== 'factory') return scope.about?.kind === 'factory' ? scope.about : null;
  const stated = optionOf(call, 'class');
  const className = wordOf(stated) ?? (stated ? constantName(stated) : null);
  const table =
    className === null ? null : reading.models.tableOf(className.replace(/^::/, ''), '');
  const parent = wordOf(optionOf(call, 'parent'));
  const tables = table === null ? reading.models.tablesCalled(parent ?? name ?? '') : [table];
  // A factory inside of another makes the same, under another name.
  const owner = tables ?? scope.about?.owner.tables ?? [];
  return { owner: { tables: owner, many: false, byName: true }, kind: 'factory', record: null };
}

/** `ActiveAdmin.register User do`, `RSpec.describe User do`. */
function registered(call: CallNode, scope: Scope, reading: Reading): Subject | null {
  if (!/^(?:register|describe|model)$/.test(call.name)) return null;
  const [first] = argumentsOf(call);
  const name = first ? constantName(first) : null;
  const table = name === null ? null : reading.models.tableOf(name, scope.nesting);
  if (table === null) return null;
  const owner: Owner = { tables: [table], many: false, byName: true };
  return { owner, kind: call.name === 'describe' ? 'other' : 'view', record: null };
}

/** `let(:author) { create(:user) }` */
function noteLet(call: CallNode, body: Node, scope: Scope, reading: Reading): void {
  if (!/^(?:let!?|let_it_be|subject|given!?)$/.test(call.name)) return;
  if (call.receiver && !(call.receiver instanceof SelfNode)) return;
  const name = wordOf(argumentsOf(call)[0]);
  const owner = name === null ? null : ownerOf(body, scope, reading);
  if (name !== null && owner) reading.shared.set(name, owner);
}
