import type { DefNode, Node } from '@ruby/prism/src/nodes.js';
import { StatementsNode } from '@ruby/prism/src/nodes.js';
import type { RubySource } from '../source.ts';
import { bindArguments } from './arguments.ts';
import { ASSIGNMENTS } from './assignments.ts';
import { type Call, NO_OPTIONS, NotUnderstood } from './call.ts';
import { CALLS, dispatch } from './calls.ts';
import { CONTROL_FLOW } from './control-flow.ts';
import type { Handle, NodeHandler } from './handler.ts';
import { LITERALS } from './literals.ts';
import { type ClassEnvironment, type Frame, Scope } from './scope.ts';
import { JumpSignal, LimitReached, TOO_MANY_STEPS } from './signals.ts';
import { type HashValue, NIL, type ProcValue, sizeInSteps, unknown, type Value } from './values.ts';

/** What the code around the evaluator decides: commands, constants, and what is done with the unknown. */
export interface Host {
  /** A call that neither the class nor Ruby itself answers; undefined when the host does not either. */
  readonly call: (call: Call) => Value | undefined;
  /** A constant that the file does not define. */
  readonly constant: (name: string) => Value;
  /** A statement that could not be understood. */
  readonly opaque: (node: Node, reason: string, source: RubySource) => void;
  /** Sets the condition, or conditions, that could not be decided and under which the rest runs. */
  readonly setCondition: (conditions: readonly string[]) => void;
}

/** More than any migration written by people takes; a loop that never ends stops here. */
const MAX_STEPS = 300_000;
const MAX_DEPTH = 400;
/** A command copies a part of the schema, so that it counts as many steps. */
const COMMAND_STEPS = 60;

const HANDLERS: ReadonlyMap<unknown, Handle> = new Map(
  [...LITERALS, ...ASSIGNMENTS, ...CONTROL_FLOW, ...CALLS].map(
    ({ type, handle }: NodeHandler): [unknown, Handle] => [type, handle],
  ),
);

/** Longest text and list; a loop that doubles one would fill the memory long before the steps end. */
const MAX_TEXT = 1_000_000;
const MAX_ITEMS = 100_000;

function bounded(value: Value): Value {
  const tooLong =
    (value.kind === 'string' && value.text.length > MAX_TEXT) ||
    (value.kind === 'array' && value.items.length > MAX_ITEMS);
  if (tooLong) throw new LimitReached('it builds a text or list longer than migdocs follows');
  return value;
}

/** Evaluates the part of Ruby that migrations are written in. Bounded in steps and depth. */
export class Evaluator {
  readonly host: Host;
  #steps = 0;
  #depth = 0;
  #conditions: readonly string[] = [];

  constructor(host: Host) {
    this.host = host;
  }

  get conditions(): readonly string[] {
    return this.#conditions;
  }

  set conditions(conditions: readonly string[]) {
    this.#conditions = conditions;
    this.host.setCondition(conditions);
  }

  /** @throws {LimitReached} when the bounds are reached. */
  evaluate(node: Node, scope: Scope): Value {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS || this.#depth >= MAX_DEPTH) {
      throw new LimitReached(TOO_MANY_STEPS);
    }
    const handle = HANDLERS.get(node.constructor);
    if (!handle) return unknown('it uses a construct of Ruby that migdocs does not evaluate', node);
    this.#depth += 1;
    try {
      const value = bounded(handle(node, scope, this));
      this.#steps += sizeInSteps(value);
      return value;
    } finally {
      this.#depth -= 1;
    }
  }

  /** Counts a command, or a statement that becomes an operation. @throws {LimitReached} */
  countCommand(): void {
    this.#steps += COMMAND_STEPS;
    if (this.#steps > MAX_STEPS) throw new LimitReached(TOO_MANY_STEPS);
  }

  /** Runs statements in turn. The value is the last one's; what it may have done is then the caller's to report. */
  run(body: Node | null, scope: Scope): Value {
    if (!body) return NIL;
    if (!(body instanceof StatementsNode)) return this.#statement(body, scope);
    let value: Value = NIL;
    body.body.forEach((node, position) => {
      value = this.#statement(node, scope);
      if (position < body.body.length - 1) this.report(value, scope);
    });
    return value;
  }

  /** Reports a call that was made for its effect and not understood. */
  report(value: Value, scope: Scope): void {
    if (value.kind !== 'unknown' || !value.effect) return;
    this.countCommand();
    this.host.opaque(value.effect, value.reason, scope.frame.classEnvironment.source);
  }

  #statement(node: Node, scope: Scope): Value {
    try {
      return this.evaluate(node, scope);
    } catch (error) {
      if (!(error instanceof NotUnderstood)) throw error;
      this.countCommand();
      this.host.opaque(node, error.reason, scope.frame.classEnvironment.source);
      return unknown(error.reason);
    }
  }

  /** Runs a block whose `self` stays the one around it. `next` and a lambda's `return` end it. */
  callBlock(block: ProcValue, args: readonly Value[], options?: HashValue): Value {
    const scope = new Scope(block.scope.frame, block.scope);
    if (block.method !== null) return this.#callNamed(block, block.method, args, scope);
    return this.#inCall(block.lambda ? ['next', 'return'] : ['next'], () => {
      bindArguments(block, args, options ?? null, scope, this);
      return this.run(block.body, scope);
    });
  }

  /** Answers a call whose name was worked out: `send`. */
  dispatch(call: Call, scope: Scope): Value {
    return dispatch(call, scope);
  }

  /** `&:name`: calls the method on the block's first argument. */
  #callNamed(block: ProcValue, name: string, args: readonly Value[], scope: Scope): Value {
    const [receiver = NIL, ...rest] = args;
    const { node, source } = block;
    if (!node) return NIL;
    const call = { name, receiver, args: rest, options: NO_OPTIONS, block: null, node, source };
    return dispatch({ ...call, evaluator: this }, scope);
  }

  /** Runs a block for its effects alone. */
  runBlock(block: ProcValue, args: readonly Value[]): void {
    this.report(this.callBlock(block, args), block.scope);
  }

  callMethod(
    method: DefNode,
    environment: ClassEnvironment,
    self: Value,
    call: Call | null,
  ): Value {
    const frame: Frame = { classEnvironment: environment, self, block: call?.block ?? null };
    const scope = new Scope(frame);
    return this.#inCall(['return'], () => {
      if (method.parameters) {
        const target = { parameters: method.parameters, implicit: [], spreads: false };
        bindArguments(target, call?.args ?? [], call?.options ?? null, scope, this, call?.block);
      }
      return this.run(method.body, scope);
    });
  }

  #inCall(ends: readonly string[], body: () => Value): Value {
    const conditions = this.#conditions;
    try {
      return body();
    } catch (error) {
      if (error instanceof JumpSignal && ends.includes(error.jump)) return error.value;
      throw error;
    } finally {
      if (this.#conditions !== conditions) this.conditions = conditions;
    }
  }
}
