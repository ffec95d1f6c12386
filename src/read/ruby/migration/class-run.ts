import { type CallNode, type Node, TrueNode } from '@ruby/prism/src/nodes.js';
import { type Call, NotUnderstood } from '../evaluate/call.ts';
import { type ClassEnvironment, type Method, statementsOf } from '../evaluate/class-environment.ts';
import { constantIn } from '../evaluate/constants.ts';
import { Evaluator, type Host } from '../evaluate/evaluator.ts';
import { instanceMethod, singletonMethod } from '../evaluate/receivers.ts';
import { type Receiver, Scope } from '../evaluate/scope.ts';
import { JumpSignal, LimitReached, RaiseSignal, TOO_MANY_STEPS } from '../evaluate/signals.ts';
import { type ObjectValue, unknown, type Value } from '../evaluate/values.ts';
import type { RubySource } from '../source.ts';
import type { Reversal } from './reversal.ts';

/** The class of a migration while it runs: what Rails does when it loads the file, and its methods. */
export class ClassRun {
  /** `self` of the migration. */
  readonly receiver: Receiver;
  readonly #environment: ClassEnvironment;
  readonly #evaluator: Evaluator;
  readonly #host: Host;
  readonly #reversal: Reversal;
  readonly #scope: Scope;

  constructor(environment: ClassEnvironment, host: Host, reversal: Reversal) {
    this.#environment = environment;
    this.#evaluator = new Evaluator(host);
    this.#host = host;
    this.#reversal = reversal;
    this.receiver = receiverOf(environment, this.#evaluator, host);
    this.#scope = new Scope({
      classEnvironment: environment,
      receiver: this.receiver,
      block: null,
      running: null,
    });
  }

  /** Does what stands around the methods, but for commands. */
  load(): void {
    this.#require();
    this.#defineConstants();
    this.#setAttributes();
  }

  /**
   * True where a concern that it includes calls `disable_ddl_transaction!`, or a method of that name,
   * which `Migrator#use_transaction?` asks (Rails 7.1), says true. The call in a superclass sets a
   * variable of that class alone.
   */
  get disablesTransaction(): boolean {
    const concerns = this.#evaluator
      .ancestors(this.#environment)
      .filter(({ kind }) => kind === 'module');
    const isCalled = concerns.some(({ calls }) =>
      calls.some(({ name }) => name === 'disable_ddl_transaction!'),
    );
    const method = this.receiver.find('disable_ddl_transaction');
    return isCalled || statementsOf(method?.body ?? null).at(-1) instanceof TrueNode;
  }

  /** Runs commands that stand in the body of the class. */
  runBody(commands: readonly CallNode[]): void {
    const evaluator = this.#evaluator;
    const scope = this.#scope;
    for (const command of commands) {
      this.#contained(command, this.#environment.source, () =>
        evaluator.report(evaluator.run(command, scope), scope),
      );
    }
  }

  runMethod(method: Method): void {
    const { source } = method.environment;
    this.#contained(method.node, source, () => {
      const value = this.#evaluator.callMethod(method, this.receiver, null);
      if (value.kind === 'unknown' && value.effect) this.#host.opaque(value.effect, value, source);
    });
  }

  /** Files that the top of the migration's file requires. */
  #require(): void {
    for (const call of this.#environment.outer?.calls ?? []) {
      if (/^require/.test(call.name)) this.#evaluator.evaluate(call, this.#scope);
    }
  }

  #defineConstants(): void {
    const environment = this.#environment;
    const evaluator = this.#evaluator;
    for (const [name, node] of [...(environment.outer?.pending ?? []), ...environment.pending]) {
      this.#contained(node, environment.source, () => {
        evaluator.report(constantIn(name, environment, evaluator), this.#scope);
      });
    }
  }

  /** `self.trigrams_table_name = …` in the body, by a method that a module gives the class. */
  #setAttributes(): void {
    for (const call of this.#environment.calls) {
      if (call.name.endsWith('=') && this.receiver.find(call.name)) {
        this.#evaluator.evaluate(call, this.#scope);
      }
    }
  }

  /** Runs a part of the class; where it cannot go on, the part is shown as not understood. */
  #contained(node: Node, source: RubySource, body: () => void): void {
    const { refusals } = this.#reversal;
    try {
      body();
    } catch (error) {
      const reason = endOf(error);
      if (reason === null) return;
      if (refusals && error instanceof RaiseSignal) {
        refusals.push({ source: source.locate(node), reason });
      } else {
        this.#host.opaque(node, unknown(reason), source);
      }
    }
  }
}

/** `self`: the migration, with the methods of its class, of what that includes, and of the file. */
function receiverOf(environment: ClassEnvironment, evaluator: Evaluator, host: Host): Receiver {
  const find = (name: string, after?: ClassEnvironment): Method | null =>
    instanceMethod(environment, evaluator, name, after) ??
    singletonMethod(environment, evaluator, name, after);
  const answer = (call: Call): Value | undefined => {
    const method = find(call.name);
    if (method) return evaluator.callMethod(method, receiver, call);
    return call.name === 'class' ? value : host.call({ ...call, receiver: null });
  };
  const value: ObjectValue = { kind: 'object', name: 'migration', call: answer };
  const receiver = { value, find, instanceVariables: environment.instanceVariables };
  return receiver;
}

/** Why a part of a class ended early; null when it returned. Other errors are thrown on. */
function endOf(error: unknown): string | null {
  if (error instanceof JumpSignal) return null;
  if (error instanceof NotUnderstood) return error.reason;
  if (error instanceof RaiseSignal) {
    return `the migration raises${error.message ? ` \`${error.message}\`` : ''}`;
  }
  if (error instanceof LimitReached) return error.message;
  // JavaScript's own bounds on the depth of calls and the length of texts are RangeErrors.
  if (error instanceof RangeError) return TOO_MANY_STEPS;
  throw error;
}
