import type { ClassEnvironment, Method } from './class-environment.ts';
import type { ProcValue, Value } from './values.ts';

/** What `self` answers by methods of its own, and what it holds. */
export interface Receiver {
  readonly value: Value;
  /** The method that is looked up first; with `after`, the one that `super` in it calls. */
  readonly find: (name: string, after?: ClassEnvironment) => Method | null;
  readonly instanceVariables: Map<string, Value>;
}

/** One running method: what `self`, `return`, `yield` and `super` mean in it. */
export interface Frame {
  /** The class or module that the code is written in. */
  readonly classEnvironment: ClassEnvironment;
  readonly receiver: Receiver;
  readonly block: ProcValue | null;
  /** The method and its call; null outside of methods. */
  readonly running: { readonly method: Method; readonly args: readonly Value[] } | null;
}

/** Local variables. A block sees and sets those of the code around it. */
export class Scope {
  readonly frame: Frame;
  readonly #parent: Scope | null;
  readonly #locals = new Map<string, Value>();

  constructor(frame: Frame, parent: Scope | null = null) {
    this.frame = frame;
    this.#parent = parent;
  }

  get(name: string): Value | undefined {
    return this.#locals.get(name) ?? this.#parent?.get(name);
  }

  set(name: string, value: Value): void {
    const owner = this.#owner(name) ?? this;
    owner.#locals.set(name, value);
  }

  /** Sets it here, hiding one of the same name around. */
  define(name: string, value: Value): void {
    this.#locals.set(name, value);
  }

  #owner(name: string): Scope | null {
    if (this.#locals.has(name)) return this;
    return this.#parent === null ? null : this.#parent.#owner(name);
  }
}
