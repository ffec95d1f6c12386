import type { ClassNode, Node } from '@ruby/prism/src/nodes.js';
import {
  CallNode,
  ClassNode as ClassNodeType,
  ConstantWriteNode,
  DefNode,
  ModuleNode,
  SelfNode,
  SingletonClassNode,
  StatementsNode,
  StringNode,
  SymbolNode,
} from '@ruby/prism/src/nodes.js';
import { pluralize, underscore } from '../../../dialect/rails/inflections.ts';
import { constantName } from '../evaluate/literals.ts';
import type { ModelValue } from '../evaluate/values.ts';

/** What the body of a class says, before anything of it runs. */
export interface ClassBody {
  readonly methods: Map<string, DefNode>;
  /** Constants in order, to be evaluated. */
  readonly constants: readonly ConstantWriteNode[];
  /** Model classes inside, by name. */
  readonly models: ReadonlyMap<string, ModelValue>;
  /** Names of the methods that the body calls: `disable_ddl_transaction!`. */
  readonly calls: ReadonlySet<string>;
}

/** Statements of a body, however it is written. */
export function statementsOf(body: Node | null): readonly Node[] {
  if (body instanceof StatementsNode) return body.body;
  return body ? [body] : [];
}

export function readClassBody(nodes: readonly Node[]): ClassBody {
  const methods = new Map<string, DefNode>();
  const constants: ConstantWriteNode[] = [];
  const models = new Map<string, ModelValue>();
  const calls = new Set<string>();
  for (const node of nodes) {
    if (node instanceof DefNode) methods.set(node.name, node);
    else if (node instanceof ConstantWriteNode) constants.push(node);
    else if (node instanceof CallNode) readCall(node, methods, calls);
    else if (node instanceof SingletonClassNode) {
      for (const [name, method] of readClassBody(statementsOf(node.body)).methods)
        methods.set(name, method);
    } else collectModels(node, '', models);
  }
  return { methods, constants, models, calls };
}

/** `private def helper` defines a method as well. */
function readCall(node: CallNode, methods: Map<string, DefNode>, calls: Set<string>): void {
  calls.add(node.name);
  for (const argument of node.arguments_?.arguments_ ?? []) {
    if (argument instanceof DefNode) methods.set(argument.name, argument);
  }
}

function collectModels(node: Node, prefix: string, models: Map<string, ModelValue>): void {
  const isModule = node instanceof ModuleNode;
  if (!isModule && !(node instanceof ClassNodeType)) return;
  const own = constantName(node.constantPath) ?? node.name;
  const name = `${prefix}${own}`;
  if (!isModule) models.set(name, modelOf(name, node));
  for (const inner of statementsOf(node.body)) collectModels(inner, `${name}::`, models);
}

/** A class written in a migration: its table is the one it names, else that of its own name. */
function modelOf(name: string, node: ClassNode): ModelValue {
  const last = name.slice(name.lastIndexOf(':') + 1);
  return {
    kind: 'model',
    name,
    table: tableNameIn(node.body) ?? pluralize(underscore(last)),
    scope: 'whole',
    batched: false,
    record: false,
  };
}

/** `self.table_name = "users"`. */
export function tableNameIn(body: Node | null): string | null {
  for (const node of statementsOf(body)) {
    if (!(node instanceof CallNode) || !/^(?:set_)?table_name=?$/.test(node.name)) continue;
    if (node.receiver !== null && !(node.receiver instanceof SelfNode)) continue;
    const [value] = node.arguments_?.arguments_ ?? [];
    if (value instanceof StringNode || value instanceof SymbolNode) return value.unescaped.value;
  }
  return null;
}
