import { formatLocation, type SourceLocation } from './source.ts';

/**
 * Input that cannot be used: unreadable, not what it claims to be, or a migration that does not
 * apply to the schema. The command line prints the message alone and exits with 2.
 */
export class InputError extends Error {
  override readonly name: string = 'InputError';
  /** Where it went wrong, null when no place in a file is to blame. */
  readonly location: SourceLocation | null;
  /** What the user can do about it, a sentence; null when the message says it all. */
  readonly remedy: string | null;

  constructor(
    message: string,
    {
      location = null,
      remedy = null,
    }: { location?: SourceLocation | null; remedy?: string | null } = {},
  ) {
    super(message);
    this.location = location;
    this.remedy = remedy;
  }

  /** The message as it is printed: `path:line: message`, then the remedy on its own line. */
  get report(): string {
    const place = this.location ? `${formatLocation(this.location)}: ` : '';
    return `${place}${this.message}${this.remedy ? `\n  ${this.remedy}` : ''}`;
  }
}

/** A command line that asks for something that cannot be asked. Printed alone; exit code 2. */
export class UsageError extends InputError {
  override readonly name: string = 'UsageError';
}
