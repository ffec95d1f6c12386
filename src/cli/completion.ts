import type { Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

/** What the argument of a command is completed with, by the command's name; files where nothing is said. */
export interface ArgumentWords {
  readonly [command: string]: readonly string[];
}

/** A shell's completion script, made from the commands and options as they are. */
export function completionScript(program: Command, shell: Shell, words: ArgumentWords): string {
  const scripts: { readonly [S in Shell]: (program: Command, words: ArgumentWords) => string } = {
    bash,
    zsh,
    fish,
  };
  return scripts[shell](program, words);
}

function optionsOf(command: Command): readonly Option[] {
  return command.options.filter((option) => option.long !== undefined && !option.hidden);
}

/** What an option's value is completed with: its choices, else files. */
function bashValueCases(command: Command): string {
  return optionsOf(command)
    .filter((option) => option.required || option.optional)
    .map((option) => {
      const words = option.argChoices
        ? `COMPREPLY=($(compgen -W "${option.argChoices.join(' ')}" -- "$current"))`
        : 'COMPREPLY=($(compgen -f -- "$current"))';
      return `        ${option.long}) ${words}; return ;;`;
    })
    .join('\n');
}

function bash(program: Command, argumentWords: ArgumentWords): string {
  const cases = program.commands
    .map((command) => {
      const words = optionsOf(command).map((option) => option.long);
      const values = bashValueCases(command);
      const valueCase = values === '' ? '' : `      case "$previous" in\n${values}\n      esac\n`;
      const own = argumentWords[command.name()]?.join(' ');
      const argument = own === undefined ? '' : `      arguments="${own}"\n`;
      return `    ${command.name()})\n${valueCase}${argument}      words="${[...words, '--help'].join(' ')}" ;;`;
    })
    .join('\n');
  const names = program.commands.map((command) => command.name()).join(' ');
  return `# Completion of migdocs for bash: source <(migdocs completion bash)
_migdocs() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="" arguments=""
  case "\${COMP_WORDS[1]}" in
${cases}
    *) words="${names} help --help --version" ;;
  esac
  if [[ "$COMP_CWORD" -gt 1 && "$current" != -* && -n "$arguments" ]]; then
    COMPREPLY=($(compgen -W "$arguments" -- "$current"))
  elif [[ "$COMP_CWORD" -gt 1 && "$current" != -* ]]; then
    COMPREPLY=($(compgen -f -- "$current"))
  else
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}
complete -o filenames -F _migdocs migdocs
`;
}

/** Text inside zsh's `'[…]'` and fish's `'…'`. */
function quoted(text: string): string {
  return text.replaceAll("'", '’').replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', '\\:');
}

function zsh(program: Command, words: ArgumentWords): string {
  const commands = program.commands
    .map((command) => `    '${command.name()}:${quoted(command.description())}'`)
    .join('\n');
  const cases = program.commands
    .map((command) => {
      const options = optionsOf(command).map((option) => {
        const value = option.argChoices
          ? `:value:(${option.argChoices.join(' ')})`
          : ':value:_files';
        const takesValue = option.required || option.optional;
        return `        '${option.long}[${quoted(option.description)}]${takesValue ? value : ''}'`;
      });
      const own = words[command.name()];
      const argument =
        own === undefined ? '*:file:_files' : `1:${command.name()}:(${own.join(' ')})`;
      return `      ${command.name()}) _arguments \\\n${[...options, `        '${argument}'`].join(' \\\n')} ;;`;
    })
    .join('\n');
  return `#compdef migdocs
# Completion of migdocs for zsh: put it into a folder of $fpath as _migdocs
_migdocs() {
  local -a commands
  commands=(
${commands}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
  else
    local command="$words[2]"
    shift words
    (( CURRENT -= 1 ))
    case "$command" in
${cases}
    esac
  fi
}
if [ "$funcstack[1]" = "_migdocs" ]; then _migdocs "$@"; else compdef _migdocs migdocs; fi
`;
}

function fish(program: Command, words: ArgumentWords): string {
  const commands = program.commands.map(
    (command) =>
      `complete -c migdocs -n __fish_use_subcommand -f -a ${command.name()} -d '${quoted(command.description())}'`,
  );
  const options = program.commands.flatMap((command) =>
    optionsOf(command).map((option) => {
      const choices = option.argChoices ? ` -x -a '${option.argChoices.join(' ')}'` : ' -r';
      const value = option.required || option.optional ? choices : '';
      const name = option.long?.replace(/^--/, '');
      return `complete -c migdocs -n '__fish_seen_subcommand_from ${command.name()}' -l ${name}${value} -d '${quoted(option.description)}'`;
    }),
  );
  const argumentLines = Object.entries(words).map(
    ([command, own]) =>
      `complete -c migdocs -n '__fish_seen_subcommand_from ${command}' -f -a '${own.join(' ')}'`,
  );
  return `# Completion of migdocs for fish\n${[...commands, ...options, ...argumentLines].join('\n')}\n`;
}
