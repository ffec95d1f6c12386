import { Argument, Command } from 'commander';
import { completionScript, SHELLS, type Shell } from '../completion.ts';
import type { CommandContext } from '../program.ts';

export function completionCommand(program: Command, { terminal }: CommandContext): Command {
  return new Command('completion')
    .description('Prints the completion script of a shell')
    .addArgument(new Argument('<shell>', 'your shell').choices([...SHELLS]))
    .addHelpText(
      'after',
      `
Examples:
  source <(migdocs completion bash)
  migdocs completion zsh > "\${fpath[1]}/_migdocs"
  migdocs completion fish > ~/.config/fish/completions/migdocs.fish`,
    )
    .action(async (shell: Shell) => {
      const { allRules } = await import('../../check/index.ts');
      const words = { rules: allRules.map(({ id }) => id) };
      terminal.print(completionScript(program, shell, words));
    });
}
