/** Breaks off the reading by chunks. */
export class NotAsDumped extends Error {}

/** @throws {NotAsDumped} always. */
export function fail(): never {
  throw new NotAsDumped();
}
