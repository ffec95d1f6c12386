import type { DefNode } from '@ruby/prism/src/nodes.js';
import type { RubySource } from '../source.ts';
import type { ObjectValue, ProcValue, Value } from './values.ts';

/** Constants and methods of a class body, those of the classes inside of it by their names. */
export interface ClassEnvironment {
  readonly name: string;
  readonly source: RubySource;
  readonly constants: Map<string, Value>;
  readonly methods: Map<string, DefNode>;
  readonly instanceVariables: Map<string, Value>;
  readonly self: ObjectValue;
}

/** One running method: what `self`, `return` and `yield` mean in it. */
export interface Frame {
  readonly classEnvironment: ClassEnvironment;
  readonly self: Value;
  readonly block: ProcValue | null;
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
