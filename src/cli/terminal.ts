import { styleText } from 'node:util';
import { visible } from '../render/text/visible.ts';

/** How a text is set off on a terminal. */
type Style = Parameters<typeof styleText>[0];

/**
 * What commands print to. Results go to stdout, progress and messages to stderr, so that a pipe
 * gets nothing but the result.
 */
export interface Terminal {
  /** Whether stdout is a terminal that a person looks at. */
  readonly interactive: boolean;
  readonly colour: boolean;
  /** Columns of the terminal; 100 where there is none, or where it does not tell. */
  readonly width: number;
  readonly print: (text: string) => void;
  readonly note: (text: string) => void;
  readonly error: (text: string) => void;
  readonly style: (style: Style, text: string) => string;
  /** What is being done, on stderr, once the work has taken a second; on a terminal only. */
  readonly progress: (what: string) => void;
  readonly endProgress: () => void;
}

/** A stream as the terminal needs it; Node's are such. */
export interface OutputStream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Work that takes longer than this shows its progress, in milliseconds. */
const PROGRESS_AFTER_MS = 1000;

const CLEAR_LINE = '\r\u001b[2K';

/**
 * @param environment - NO_COLOR, FORCE_COLOR and TERM decide on colour (no-color.org).
 */
export function createTerminal(
  stdout: OutputStream,
  stderr: OutputStream,
  environment: { readonly [name: string]: string | undefined },
): Terminal {
  const coloured = (stream: OutputStream) => wantsColour(stream, environment);
  const paint = (stream: OutputStream, style: Style, text: string) =>
    coloured(stream) ? styleText(style, text, { validateStream: false }) : text;
  const started = performance.now();
  let progressShown = false;
  return {
    interactive: stdout.isTTY === true,
    colour: coloured(stdout),
    width: stdout.columns || 100,
    print: (text) => {
      const shown = stdout.isTTY === true ? visible(text, { colour: coloured(stdout) }) : text;
      stdout.write(shown.endsWith('\n') ? shown : `${shown}\n`);
    },
    note: (text) => stderr.write(`${visible(text, { colour: false })}\n`),
    error: (text) => {
      const shown = visible(text, { colour: false });
      stderr.write(`${paint(stderr, 'red', 'error')}: ${shown}\n`);
    },
    style: (style, text) => paint(stdout, style, text),
    progress: (what) => {
      if (stderr.isTTY !== true || performance.now() - started < PROGRESS_AFTER_MS) return;
      stderr.write(`${CLEAR_LINE}${what} …`);
      progressShown = true;
    },
    endProgress: () => {
      if (progressShown) stderr.write(CLEAR_LINE);
      progressShown = false;
    },
  };
}

function wantsColour(
  stream: OutputStream,
  environment: { readonly [name: string]: string | undefined },
): boolean {
  if (environment['NO_COLOR']) return false;
  if (environment['FORCE_COLOR']) return environment['FORCE_COLOR'] !== '0';
  return stream.isTTY === true && environment['TERM'] !== 'dumb';
}
