/** Thrown where a statement, or a part of it, is more than can be told; the reason follows "because". */
export class NotTold extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** The value, where one has to be. @throws {NotTold} */
export function told<T>(value: T | null | undefined, missing: string): T {
  if (value === null || value === undefined)
    throw new NotTold(`it has no ${missing} where one is expected`);
  return value;
}
