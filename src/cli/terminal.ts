import { styleText } from 'node:util';

/** How a text is set off on a terminal. */
type Style = Parameters<typeof styleText>[0];

/**
 * What commands print to. Output goes to stdout, progress and messages to stderr, so that a pipe
 * gets nothing but the result.
 */
export const terminal = {
  /** Whether stdout is a terminal that a person looks at. */
  get interactive(): boolean {
    return process.stdout.isTTY === true;
  },

  /** NO_COLOR and FORCE_COLOR are the conventions of no-color.org and Node. */
  get colour(): boolean {
    if (process.env['NO_COLOR']) return false;
    if (process.env['FORCE_COLOR']) return process.env['FORCE_COLOR'] !== '0';
    return terminal.interactive && process.env['TERM'] !== 'dumb';
  },

  /** Columns of the terminal; 100 where there is none. */
  get width(): number {
    return process.stdout.columns ?? 100;
  },

  print(text: string): void {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  },

  error(text: string): void {
    process.stderr.write(`${terminal.errorStyle('red', 'error')}: ${text}\n`);
  },

  note(text: string): void {
    process.stderr.write(`${text}\n`);
  },

  style(style: Style, text: string): string {
    return terminal.colour ? styleText(style, text, { validateStream: false }) : text;
  },

  errorStyle(style: Style, text: string): string {
    const coloured = process.stderr.isTTY === true && !process.env['NO_COLOR'];
    return coloured ? styleText(style, text, { validateStream: false }) : text;
  },
};

/** Shown on stderr while work takes more than this long, in milliseconds. */
const PROGRESS_AFTER_MS = 1000;

/** A line on stderr that says what is being done, once it has taken a second; only on a terminal. */
export function startProgress(): {
  readonly say: (what: string) => void;
  readonly stop: () => void;
} {
  if (process.stderr.isTTY !== true) return { say: () => {}, stop: () => {} };
  const started = performance.now();
  let shown = false;
  return {
    say: (what) => {
      if (performance.now() - started < PROGRESS_AFTER_MS) return;
      process.stderr.write(`\r\u001b[2K${what} …`);
      shown = true;
    },
    stop: () => {
      if (shown) process.stderr.write('\r\u001b[2K');
    },
  };
}
