import { systemReason } from '../project/files.ts';

/** What of a stream is watched; Node's standard output is such. */
interface FailingStream {
  readonly on: (event: 'error', listener: (error: Error) => void) => unknown;
}

/**
 * `migdocs diff | head` closes the pipe before everything is written: that is no error, and the
 * exit code stays what the command says. Other trouble, such as a full disk, is told once.
 */
export function watchOutput(stdout: FailingStream, fail: (message: string) => void): void {
  stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') return;
    fail(`cannot write the output: ${systemReason(error)}`);
  });
}

/**
 * Runs what must not be cut in two: Ctrl-C and `kill` wait for its end. Node tells a signal only
 * between two turns of its loop, so it is enough that someone listens.
 */
export function uninterrupted<T>(body: () => T): T {
  const wait = () => {};
  process.on('SIGINT', wait).on('SIGTERM', wait);
  try {
    return body();
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', wait);
  }
}
