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

/** Why a {@link LimitReached} is thrown: a clause that can follow "because". */
export const TOO_MANY_STEPS = 'it takes more steps than migdocs follows';

/** The bounds on steps, depth or size were reached; the rest of the migration stays unread. */
export class LimitReached extends Error {}
