import {
  CallNode,
  ConstantPathNode,
  ConstantReadNode,
  type Node,
  SelfNode,
  StringNode,
  SymbolNode,
  XStringNode,
} from '@ruby/prism/src/nodes.js';
import { own } from '../../../model/own.ts';
import { childNodesOf } from '../child-nodes.ts';
import { COMMANDS } from '../commands/index.ts';
import {
  argumentsOf,
  type ClassEnvironment,
  environmentOf,
  type Method,
} from '../evaluate/class-environment.ts';
import { constantName } from '../evaluate/constant-name.ts';
import { constantIn } from '../evaluate/constants.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { instanceMethod, singletonMethod } from '../evaluate/receivers.ts';
import { writesRows } from './row-verbs.ts';

/** How far code can reach, judged by the words that it uses: it only reads, it writes rows, or it may change the schema. */
export type Reach = 'reads' | 'rows' | 'schema';

const RANK: { readonly [reach in Reach]: number } = { reads: 0, rows: 1, schema: 2 };

/** Methods that are read for one call; code that leads to more of them may do anything. */
const MAX_METHODS = 200;

/** Calls behind which anything can stand: SQL, code that is put together, jobs, tasks, programs. */
const ANYTHING =
  /^(?:execute|exec_\w+|select_\w+|raw_connection|(?:instance_|class_|module_)?eval|system|exec|spawn|load|invoke|perform_(?:now|later|async|in|at)|enqueue|deliver_\w+|migrate\w*|truncate\w*|constantize|const_get|capture[23]\w*)$/;

/** SQL that writes or reads rows. */
const ROWS_SQL = /^\s*(?:update|insert|delete|select|with)\b/i;

/** Judges application code that is too much to be followed step by step. */
export function reachOf(method: Method, evaluator: Evaluator): Reach {
  return new Judge(evaluator).method(method);
}

/** As {@link reachOf}, for statements outside of a method. */
export function reachOfBody(
  nodes: readonly Node[],
  environment: ClassEnvironment,
  evaluator: Evaluator,
): Reach {
  return new Judge(evaluator).body(nodes, environment);
}

class Judge {
  readonly #evaluator: Evaluator;
  readonly #seen = new Set<Node>();

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
  }

  method({ node, body, environment }: Method): Reach {
    if (this.#seen.has(node)) return 'reads';
    this.#seen.add(node);
    if (this.#seen.size > MAX_METHODS) return 'schema';
    return body ? this.#visit(body, environment) : 'reads';
  }

  body(nodes: readonly Node[], environment: ClassEnvironment): Reach {
    return farthest(nodes.map((node) => this.#visit(node, environment)));
  }

  #visit(node: Node, environment: ClassEnvironment): Reach {
    const own = this.#node(node, environment);
    if (own === 'schema') return own;
    const inner = childNodesOf(node).map((child) => this.#visit(child, environment));
    return farthest([own, ...inner]);
  }

  #node(node: Node, environment: ClassEnvironment): Reach {
    if (node instanceof XStringNode) return 'schema';
    if (!(node instanceof CallNode)) return 'reads';
    const target = this.#target(node, environment);
    if (target) return this.method(target);
    if (own(COMMANDS, node.name)) return 'schema';
    if (ANYTHING.test(node.name)) return isRowsSql(node) ? 'rows' : 'schema';
    if (/^(?:public_)?send$/.test(node.name)) return reachOfSend(node);
    return writesRows(node.name) || /[^=!<>]=$|^<<$|!$/.test(node.name) ? 'rows' : 'reads';
  }

  /** The method of the project that a call leads to; null when the text does not tell. */
  #target(node: CallNode, environment: ClassEnvironment): Method | null {
    const { receiver, name } = node;
    if (receiver === null || receiver instanceof SelfNode) {
      return (
        instanceMethod(environment, this.#evaluator, name) ??
        singletonMethod(environment, this.#evaluator, name)
      );
    }
    const made = receiver instanceof CallNode && receiver.name === 'new' ? receiver.receiver : null;
    const owner = this.#class(made ?? receiver, environment);
    if (!owner) return null;
    return made
      ? instanceMethod(owner, this.#evaluator, name)
      : singletonMethod(owner, this.#evaluator, name);
  }

  #class(node: Node, environment: ClassEnvironment): ClassEnvironment | null {
    if (!(node instanceof ConstantReadNode || node instanceof ConstantPathNode)) return null;
    const name = constantName(node);
    return name === null ? null : environmentOf(constantIn(name, environment, this.#evaluator));
  }
}

function isRowsSql(node: CallNode): boolean {
  const [sql] = argumentsOf(node);
  return sql instanceof StringNode && ROWS_SQL.test(sql.unescaped.value);
}

/** `record.send(name)` stays with the record; a call on `self`, or on what is named in a text, may be any. */
function reachOfSend(node: CallNode): Reach {
  const [name] = argumentsOf(node);
  if (node.receiver === null || node.receiver instanceof SelfNode) return 'schema';
  const text =
    name instanceof SymbolNode || name instanceof StringNode ? name.unescaped.value : null;
  return text !== null && (own(COMMANDS, text) || ANYTHING.test(text)) ? 'schema' : 'rows';
}

function farthest(reaches: readonly Reach[]): Reach {
  return reaches.reduce<Reach>((far, next) => (RANK[next] > RANK[far] ? next : far), 'reads');
}
