import { main } from '../cli/main.ts';
import { createTerminal } from '../cli/terminal.ts';

/** What a command line printed, and how it ended. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs migdocs in this process, as for a pipe. */
export async function migdocs(...args: string[]): Promise<CommandResult> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = createTerminal(
    { write: (text) => out.push(text) },
    { write: (text) => err.push(text) },
    {},
  );
  const exitCode = await main(args, terminal);
  return { exitCode, stdout: out.join(''), stderr: err.join('') };
}
