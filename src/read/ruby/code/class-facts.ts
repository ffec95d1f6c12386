import {
  CallNode,
  ClassNode,
  DefNode,
  ForwardingSuperNode,
  ModuleNode,
  type Node,
  SelfNode,
  SuperNode,
  TrueNode,
} from '@ruby/prism/src/nodes.js';
import { childNodesOf } from '../child-nodes.ts';
import { constantName } from '../evaluate/constant-name.ts';
import { argumentsOf, optionOf, wordOf } from './literals.ts';
import { ASSOCIATION_METHODS } from './methods.ts';

/** What the body of a class or module says of its table and of other classes. */
export interface ClassFact {
  /** With the modules around it: `Admin::User`. */
  readonly name: string;
  readonly isModule: boolean;
  /** As it is written; null for none, and for a module. */
  readonly superclass: string | null;
  /** `self.table_name = "…"`; null when it is not stated. */
  readonly tableName: string | null;
  /** `self.table_name_prefix`, or the method of that name in a module around models; null for none. */
  readonly tablePrefix: string | null;
  readonly isAbstract: boolean;
  /** Modules that it includes or prepends, as they are written. */
  readonly includes: readonly string[];
  readonly associations: readonly AssociationFact[];
  /** Methods of its instances that read no attribute of their own name: `def total`, `delegate :total, to:`. */
  readonly methods: readonly string[];
}

interface AssociationFact {
  readonly macro: string;
  readonly name: string;
  /** `class_name: "User"`; null when the name tells it. */
  readonly className: string | null;
}

/** The classes and modules of a file, the outer ones first. */
export function classFactsOf(program: Node): readonly ClassFact[] {
  return factsIn(program, '');
}

function factsIn(node: Node, around: string): readonly ClassFact[] {
  if (!(node instanceof ClassNode || node instanceof ModuleNode)) {
    return childNodesOf(node).flatMap((child) => factsIn(child, around));
  }
  const name = qualify(constantName(node.constantPath) ?? '', around);
  const own = factOf(node, name);
  return [own, ...(node.body ? factsIn(node.body, name) : [])];
}

/** A constant as it is defined inside of a module. */
export function qualify(name: string, around: string): string {
  return around === '' ? name : `${around}::${name}`;
}

function factOf(node: ClassNode | ModuleNode, name: string): ClassFact {
  const statements = statementsOf(node.body);
  const calls = statements.filter((each) => each instanceof CallNode);
  const setting = (setter: string): Node | null => {
    const call = calls.find((each) => each.name === setter && each.receiver instanceof SelfNode);
    return call ? (argumentsOf(call)[0] ?? null) : null;
  };
  const isClass = node instanceof ClassNode;
  return {
    name,
    isModule: !isClass,
    superclass: isClass && node.superclass ? constantName(node.superclass) : null,
    tableName: wordOf(setting('table_name=')),
    tablePrefix: wordOf(setting('table_name_prefix=')) ?? returnedPrefix(statements),
    isAbstract:
      setting('abstract_class=') instanceof TrueNode ||
      calls.some((call) => call.name === 'primary_abstract_class'),
    includes: calls
      .filter((call) => call.receiver === null && /^(?:include|prepend)$/.test(call.name))
      .flatMap((call) => argumentsOf(call).flatMap((each) => constantName(each) ?? [])),
    associations: calls.flatMap(associationOf),
    methods: [
      ...statements.flatMap((each) => (each instanceof DefNode ? methodsOf(each) : [])),
      ...calls.flatMap(delegatedBy),
    ],
  };
}

/** What stands right in a body, and in the blocks that are run there (`included do`, `with_options`). */
function statementsOf(body: Node | null): readonly Node[] {
  if (body === null) return [];
  return childNodesOf(body).flatMap((statement) => {
    if (statement instanceof ClassNode || statement instanceof ModuleNode) return [];
    if (!(statement instanceof CallNode) || !statement.block) return [statement];
    const runsThere = /^(?:included|with_options|prepended|suppress)$/.test(statement.name);
    const inner = runsThere ? childNodesOf(statement.block).flatMap(statementsOf) : [];
    return [statement, ...inner];
  });
}

/** `def self.table_name_prefix = "admin_"`, as Rails generates it for a module of models. */
function returnedPrefix(statements: readonly Node[]): string | null {
  for (const node of statements) {
    if (!(node instanceof DefNode) || node.name !== 'table_name_prefix') continue;
    return wordOf(node.body ? childNodesOf(node.body).at(-1) : null);
  }
  return null;
}

/** A method that calls `super`, or asks for attributes by name, can still give the column's value. */
function methodsOf(node: DefNode): readonly string[] {
  return node.receiver !== null || readsAttributes(node) ? [] : [node.name];
}

const BY_NAME = /^(?:_?read_attribute|write_attribute|attributes?|\[\]=?|send|public_send)$/;

function readsAttributes(node: Node): boolean {
  if (node instanceof SuperNode || node instanceof ForwardingSuperNode) return true;
  const asks =
    node instanceof CallNode &&
    BY_NAME.test(node.name) &&
    (node.receiver === null || node.receiver instanceof SelfNode);
  return asks || childNodesOf(node).some(readsAttributes);
}

/** `delegate :total, to: :order`; with a prefix the methods have other names. */
function delegatedBy(call: CallNode): readonly string[] {
  const delegates = call.receiver === null && call.name === 'delegate';
  if (!delegates || !optionOf(call, 'to') || optionOf(call, 'prefix')) return [];
  return argumentsOf(call).flatMap((each) => wordOf(each) ?? []);
}

function associationOf(call: CallNode): readonly AssociationFact[] {
  if (!ASSOCIATION_METHODS.has(call.name)) return [];
  const name = wordOf(argumentsOf(call)[0]);
  if (name === null) return [];
  const stated = optionOf(call, 'class_name');
  const className = wordOf(stated) ?? (stated ? constantName(stated) : null);
  return [{ macro: call.name, name, className: className?.replace(/^::/, '') ?? null }];
}
