/** A place in an input file. Lines and columns count from 1. */
export interface SourceLocation {
  /** Path relative to the project root, with `/` on every system. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Last line of the text, the same as `line` when it fits on one. */
  readonly endLine: number;
}

/** `path:line`, as terminals and editors make it clickable. */
export function formatLocation(location: SourceLocation): string {
  return `${location.path}:${location.line}`;
}
