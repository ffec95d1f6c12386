import type { Value } from './values.ts';

/** `return`, `next` and `break` on their way to the method, block or loop that they leave. */
export class JumpSignal extends Error {
  readonly jump: 'return' | 'next' | 'break';
  readonly value: Value;

  constructor(jump: 'return' | 'next' | 'break', value: Value) {
    super(jump);
    this.jump = jump;
    this.value = value;
  }
}

/** `raise` on its way out; nothing rescues it here. */
export class RaiseSignal extends Error {}

/** The bounds on steps and depth were reached; the rest of the migration stays unread. */
export class LimitReached extends Error {}
