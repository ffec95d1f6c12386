import type { Node } from '@ruby/prism/src/nodes.js';
import { StatementsNode } from '@ruby/prism/src/nodes.js';
import type { RubySource } from '../source.ts';
import { bindArguments } from './arguments.ts';
import { ASSIGNMENTS } from './assignments.ts';
import { type Call, NO_OPTIONS, NotUnderstood } from './call.ts';
import { CALLS, dispatch } from './calls.ts';
import type { ClassEnvironment, Method } from './class-environment.ts';
import { findAncestors } from './constants.ts';
import { CONTROL_FLOW } from './control-flow.ts';
import type { Handle, NodeHandler } from './handler.ts';
import { LITERALS } from './literals.ts';
import { LOOPS } from './loops.ts';
import { PATTERNS } from './patterns.ts';
import { type Frame, type Receiver, Scope } from './scope.ts';
import { JumpSignal, LimitReached, TOO_MANY_STEPS } from './signals.ts';
import {
  type HashValue,
  NIL,
  type ObjectValue,
  type ProcValue,
  sizeInSteps,
  type UnknownValue,
  unknown,
  type Value,
} from './values.ts';

/** What the code around the evaluator decides: commands, constants, and what is done with the unknown. */
export interface Host {
  /** A call that neither the class nor Ruby itself answers; undefined when the host does not either. */
  readonly call: (call: Call) => Value | undefined;
  /** A constant that the code around does not define. */
  readonly constant: (name: string, environment: ClassEnvironment, evaluator: Evaluator) => Value;
  /** What a class or module of the files is as a value: a model, or a class of Ruby's own kind. */
  readonly classOf: (environment: ClassEnvironment, evaluator: Evaluator) => Value;
  /** A statement that could not be understood. */
  readonly opaque: (node: Node, value: Unknown, source: RubySource) => void;
  /** Whether the migration answers such a call, besides the methods that files define. */
  readonly responds: (name: string) => boolean;
  /** Runs a method that a call in another file leads to. */
  readonly elsewhere: (call: Call, method: Method, body: () => Value) => Value;
  /** Sets the condition, or conditions, that could not be decided and under which the rest runs. */
  readonly setCondition: (conditions: readonly string[]) => void;
}

/** Why something is not known, and whether it comes from rows. */
type Unknown = Pick<UnknownValue, 'reason' | 'ofRows'>;

/** A way out of a method, block or loop under a condition that could not be decided. */
interface OpenExit {
  readonly jump: JumpSignal['jump'];
  /** The condition under which the code goes on. */
  readonly otherwise: string;
}

/** More than any migration written by people takes; a loop that never ends stops here. */
const MAX_STEPS = 300_000;
const MAX_DEPTH = 400;
/** A command copies a part of the schema, so that it counts as many steps. */
const COMMAND_STEPS = 60;

const HANDLERS: ReadonlyMap<unknown, Handle> = new Map(
  [...LITERALS, ...ASSIGNMENTS, ...CONTROL_FLOW, ...LOOPS, ...PATTERNS, ...CALLS].map(
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
  #limit = MAX_STEPS;
  #depth = 0;
  #conditions: readonly string[] = [];
  #repeats = 0;
  readonly #exits: OpenExit[] = [];
  readonly #ancestors = new Map<ClassEnvironment, readonly ClassEnvironment[]>();

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
    if (this.#steps > this.#limit || this.#depth >= MAX_DEPTH) {
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

  /** Counts what going through a long text or list costs. @throws {LimitReached} */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > this.#limit) throw new LimitReached(TOO_MANY_STEPS);
  }

  /** Counts a command, or a statement that becomes an operation. @throws {LimitReached} */
  countCommand(): void {
    this.#steps += COMMAND_STEPS;
    if (this.#steps > this.#limit) throw new LimitReached(TOO_MANY_STEPS);
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
    this.host.opaque(value.effect, value, scope.frame.classEnvironment.source);
  }

  #statement(node: Node, scope: Scope): Value {
    try {
      return this.evaluate(node, scope);
    } catch (error) {
      if (!(error instanceof NotUnderstood)) throw error;
      this.countCommand();
      this.host.opaque(node, unknown(error.reason), scope.frame.classEnvironment.source);
      return unknown(error.reason);
    }
  }

  /** Runs a block whose `self` stays the one around it. `next` and a lambda's `return` end it. */
  callBlock(block: ProcValue, args: readonly Value[], options?: HashValue): Value {
    const scope = new Scope(block.scope.frame, block.scope);
    if (block.bound) return this.#callBound(block, block.bound, args);
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

  #callBound({ node, source }: ProcValue, bound: ObjectValue, args: readonly Value[]): Value {
    if (!node) return NIL;
    const call = { name: 'call', receiver: bound, args, options: NO_OPTIONS, block: null };
    return bound.call({ ...call, node, source, evaluator: this }) ?? NIL;
  }

  /** Runs a block for its effects alone. */
  runBlock(block: ProcValue, args: readonly Value[]): void {
    this.report(this.callBlock(block, args), block.scope);
  }

  /** Runs a method on `self`, with the arguments and the block of the call. */
  callMethod(method: Method, receiver: Receiver, call: Call | null): Value {
    const { environment } = method;
    const run = (): Value => this.#runMethod(method, receiver, call);
    if (call === null || call.source === environment.source) return run();
    return this.host.elsewhere(call, method, () => this.#reportIn(environment.source, run()));
  }

  /** What a method of another file did last is reported there: its text is in that file. */
  #reportIn(source: RubySource, value: Value): Value {
    if (value.kind !== 'unknown' || !value.effect) return value;
    this.countCommand();
    this.host.opaque(value.effect, value, source);
    return { ...value, effect: null };
  }

  #runMethod(method: Method, receiver: Receiver, call: Call | null): Value {
    const args = call?.args ?? [];
    const block = call?.block ?? null;
    const running = { method, args };
    const frame: Frame = { classEnvironment: method.environment, receiver, block, running };
    const scope = new Scope(frame);
    return this.#inCall(['return'], () => {
      if (method.parameters) {
        const target = { parameters: method.parameters, implicit: [], spreads: false };
        bindArguments(target, args, call?.options ?? null, scope, this, block);
      }
      return this.run(method.body, scope);
    });
  }

  /** The class or module and those that it has its methods from, in the order of their look-up. */
  ancestors(environment: ClassEnvironment): readonly ClassEnvironment[] {
    const known = this.#ancestors.get(environment);
    if (known) return known;
    // A class that inherits from itself in a circle has no more than itself.
    this.#ancestors.set(environment, [environment]);
    const found = findAncestors(environment, this);
    this.#ancestors.set(environment, found);
    return found;
  }

  /** Runs something with at most so many steps. @throws {LimitReached} when it takes more. */
  limited<T>(steps: number, body: () => T): T {
    const [limit, depth] = [this.#limit, this.#depth];
    const exits = this.#exits.length;
    this.#limit = Math.min(limit, this.#steps + steps);
    try {
      return body();
    } finally {
      this.#limit = limit;
      this.#depth = depth;
      this.#exits.length = exits;
    }
  }

  /** True where code may run never, or more than once: what it changes in a list is then not known. */
  get isUncertain(): boolean {
    return this.#repeats > 0 || this.#conditions.length > 0;
  }

  /** Runs a block once that in truth runs any number of times. */
  repeating<T>(body: () => T): T {
    this.#repeats += 1;
    try {
      return body();
    } finally {
      this.#repeats -= 1;
    }
  }

  /** Notes that the code may have ended here; what follows in its method, block or loop runs only otherwise. */
  leaveOpen(jump: JumpSignal['jump'], otherwise: string): void {
    this.#exits.push({ jump, otherwise });
    this.conditions = [...new Set([...this.#conditions, otherwise])];
  }

  /** True when the code left since then may have ended by such a jump. */
  mayHaveLeft(since: number, jumps: readonly JumpSignal['jump'][]): boolean {
    return this.#exits.slice(since).some(({ jump }) => jumps.includes(jump));
  }

  get openExits(): number {
    return this.#exits.length;
  }

  /** Goes back to the conditions of before a branch, and to those of ways out that it left open. */
  rejoin(outer: readonly string[], since: number): void {
    const open = this.#exits.slice(since).map(({ otherwise }) => otherwise);
    this.conditions = [...new Set([...outer, ...open])];
  }

  /** Runs a loop, block or method: open ways out that end there are closed, others stay open behind it. */
  closing<T>(ends: readonly string[], body: () => T): T {
    const conditions = this.#conditions;
    const before = this.#exits.length;
    try {
      return body();
    } finally {
      const staying = this.#exits.splice(before).filter(({ jump }) => !ends.includes(jump));
      this.#exits.push(...staying);
      const now = [...new Set([...conditions, ...staying.map(({ otherwise }) => otherwise)])];
      if (now.length !== this.#conditions.length) this.conditions = now;
    }
  }

  #inCall(ends: readonly string[], body: () => Value): Value {
    return this.closing(ends, () => {
      try {
        return body();
      } catch (error) {
        if (error instanceof JumpSignal && ends.includes(error.jump)) return error.value;
        throw error;
      }
    });
  }
}
