import { CommanderError } from 'commander';
import { InputError } from '../model/errors.ts';
import { buildProgram } from './program.ts';
import { createTerminal, type Terminal } from './terminal.ts';

/** Exit codes: 0 done, 1 findings at or above the threshold, 2 could not do it. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs one command line.
 *
 * Known errors are printed as one message. An unknown one is a defect of migdocs: it says so,
 * with its stack, and exits with 2 as well.
 */
export async function main(
  args: readonly string[],
  terminal: Terminal = createTerminal(process.stdout, process.stderr, process.env),
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = buildProgram({
    terminal,
    exit: (code) => {
      exitCode = code;
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, terminal);
  } finally {
    terminal.endProgress();
  }
}

function exitCodeOf(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputError) {
    terminal.error(error.report);
    return 2;
  }
  terminal.error(
    `migdocs came upon something that it was not made for. Please report it with this text:\n${
      error instanceof Error ? (error.stack ?? error.message) : String(error)
    }`,
  );
  return 2;
}
