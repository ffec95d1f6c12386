import type { Node } from '@ruby/prism/src/nodes.js';
import {
  CallNode,
  DefNode,
  SelfNode,
  SingletonClassNode,
  StringNode,
  SymbolNode,
} from '@ruby/prism/src/nodes.js';
import { statementsOf } from '../evaluate/class-environment.ts';

/** What the body of a class says, before anything of it runs. */
export interface ClassBody {
  readonly methods: Map<string, DefNode>;
  /** Names of the methods that the body calls: `disable_ddl_transaction!`. */
  readonly calls: ReadonlySet<string>;
}

export function readClassBody(nodes: readonly Node[]): ClassBody {
  const methods = new Map<string, DefNode>();
  const calls = new Set<string>();
  for (const node of nodes) {
    if (node instanceof DefNode) methods.set(node.name, node);
    else if (node instanceof CallNode) readCall(node, methods, calls);
    else if (node instanceof SingletonClassNode) {
      for (const [name, method] of readClassBody(statementsOf(node.body)).methods)
        methods.set(name, method);
    }
  }
  return { methods, calls };
}

/** `private def helper` defines a method as well. */
function readCall(node: CallNode, methods: Map<string, DefNode>, calls: Set<string>): void {
  calls.add(node.name);
  for (const argument of node.arguments_?.arguments_ ?? []) {
    if (argument instanceof DefNode) methods.set(argument.name, argument);
  }
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
