import { Command } from 'commander';
import { packageVersion } from '../version.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { diffCommand } from './commands/diff.ts';
import { predictCommand } from './commands/predict.ts';
import { proposeCommand } from './commands/propose.ts';
import { replayCommand } from './commands/replay.ts';
import { rulesCommand } from './commands/rules.ts';
import { surveyCommand } from './commands/survey.ts';
import type { ExitCode } from './main.ts';
import type { Terminal } from './terminal.ts';

/** What a command needs of the process. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Tells the exit code that the command ends with; 0 unless told. */
  readonly exit: (code: ExitCode) => void;
}

/** The whole command line. Each command loads what it needs when it runs, so that help comes at once. */
export function buildProgram(context: CommandContext): Command {
  const program = new Command('migdocs')
    .description(
      'Reads a Rails schema and its new migrations, works out what the schema will be, and writes the documents that the change needs.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Run with --help to see what there is.')
    .showSuggestionAfterError(true)
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 1 findings at or above the threshold, 2 could not do it.

Examples:
  migdocs propose                     all documents for the new migrations, in out/
  migdocs propose --base main         … for everything that this branch adds
  migdocs check                       what is dangerous about them, on the terminal
  migdocs diff                        what the new migrations change, on the terminal`,
    );
  for (const command of [
    proposeCommand(context),
    checkCommand(context),
    rulesCommand(context),
    surveyCommand(context),
    diffCommand(context),
    predictCommand(context),
    replayCommand(context),
    completionCommand(program, context),
  ]) {
    program.addCommand(settled(command, context));
  }
  return settled(program, context);
}

/** Errors are thrown, never exited on; messages go through the terminal. */
function settled(command: Command, { terminal }: CommandContext): Command {
  return command.exitOverride().configureOutput({
    writeOut: (text) => terminal.print(text),
    // An option that is not known is shown with its value, which may be the URL of a database.
    writeErr: (text) => terminal.note(text.trimEnd().replace(/([a-z0-9]+:\/\/)[^\s]*/gi, '$1…')),
  });
}
