import type { LockClaim } from '../model/lock.ts';

/** What the change of a column's type costs, and whether old values fit into the new type. */
export interface TypeChange {
  /** `catalog` when the stored values stay as they are. */
  readonly work: LockClaim['work'];
  /** True when a value of the old type can be too long, too large or too precise for the new one. */
  readonly narrows: boolean;
  /** Why it takes that work: a clause that can follow "because". */
  readonly reason: string;
}

/** A type split into its name and its modifiers: `numeric(10,2)` is `numeric` and `[10, 2]`. */
export interface ParsedType {
  /** Without modifiers: `timestamp without time zone`. */
  readonly name: string;
  /** Empty when there are none. */
  readonly modifiers: readonly number[];
}

/** Splits a type in the engine's canonical spelling. Modifiers that are no numbers stay in the name. */
export function parseType(type: string): ParsedType {
  const match = /^([^(]+)\(([\d\s,]+)\)(.*)$/.exec(type);
  if (!match) return { name: type.trim(), modifiers: [] };
  const [, head = '', modifiers = '', tail = ''] = match;
  return {
    name: `${head.trim()} ${tail.trim()}`.trim(),
    modifiers: modifiers.split(',').map(Number),
  };
}

/** True when digits before or after the decimal point are lost between two `(precision, scale)`. */
export function losesDigits(from: readonly number[], to: readonly number[]): boolean {
  const [toPrecision, toScale = 0] = to;
  if (toPrecision === undefined) return false;
  const [fromPrecision, fromScale = 0] = from;
  if (fromPrecision === undefined) return true;
  return toScale < fromScale || toPrecision - toScale < fromPrecision - fromScale;
}
