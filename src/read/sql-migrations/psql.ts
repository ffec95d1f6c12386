import { splitPostgresql } from '../postgresql/split.ts';
import type { TextFile } from './file.ts';
import { filledPart, type Placeholder } from './placeholders.ts';
import type { OpaquePart, Script, SqlPart } from './script.ts';

/**
 * Commands of psql that change nothing in the database: they set variables, print, or set up the
 * output. https://www.postgresql.org/docs/18/app-psql.html#APP-PSQL-META-COMMANDS
 */
const HARMLESS =
  /^\\(?:set|unset|pset|echo|qecho|warn|timing|encoding|prompt|t|a|x|f|H|o|q|!|\?|d\S*|l\+?|p|r|w|g|gx|gset|gdesc|getenv|setenv|conninfo|errverbose|html|password|bind|restrict|unrestrict)(?:\s|$)/;

interface Command {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A script for psql: its commands are counted and not run, those that bring in SQL or decide what
 * runs are not understood, rows behind COPY are passed over, and its variables are filled in where
 * a configuration tells them.
 */
export function psqlScript(file: TextFile, variables: { readonly [name: string]: string }): Script {
  const { text } = file;
  const pieces = splitPostgresql(text);
  const commands: readonly Command[] = pieces
    .filter(({ kind }) => kind === 'client')
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
  const opaque = conditionals(
    commands.filter((command) => !isHarmless(command)),
    text.length,
  );
  const inside = (start: number) => opaque.some((one) => one.start <= start && start < one.end);
  const placeholders = variablesIn(text);
  const statements = pieces
    .filter(({ kind, start }) => kind === 'statement' && !inside(start))
    .map(({ start, end }) =>
      filledPart(text, { start, end, whole: true }, placeholders, variables),
    );
  return {
    file,
    parts: inOrder([...statements, ...opaque]),
    // psql sends each statement by itself, so that BEGIN and COMMIT are the script's own.
    transaction: 'statements',
    clientCommands: commands.filter((command) => isHarmless(command) && !inside(command.start))
      .length,
  };
}

function isHarmless({ text }: Command): boolean {
  return HARMLESS.test(text);
}

function inOrder(parts: readonly (SqlPart | OpaquePart)[]): readonly (SqlPart | OpaquePart)[] {
  const place = (part: SqlPart | OpaquePart) => ('opaque' in part ? part.start : part.placeOf(0));
  return parts.toSorted((a, b) => place(a) - place(b));
}

/** What psql passes over when it looks for variables, then `:name`, `:'name'` and `:"name"`. */
const VARIABLE =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|::|:=|\w:|:(?:([A-Za-z_]\w*)|'([A-Za-z_]\w*)'|"([A-Za-z_]\w*)")/g;

function variablesIn(text: string): readonly Placeholder[] {
  return [...text.matchAll(VARIABLE)].flatMap((match) => {
    const name = match[2] ?? match[3] ?? match[4];
    if (name === undefined) return [];
    const [written] = match;
    return [
      {
        start: match.index,
        end: match.index + written.length,
        name,
        quoted: QUOTES[written[1] ?? ''] ?? ((value: string) => value),
        reason: `no file tells the value of the psql variable ${written}`,
      },
    ];
  });
}

const QUOTES: { readonly [quote: string]: (value: string) => string } = {
  "'": (value) => `'${value.replaceAll("'", "''")}'`,
  '"': (value) => `"${value.replaceAll('"', '""')}"`,
};

const CONDITIONAL = 'psql decides with \\if which of it runs';

/** Each command by itself, but `\if` with all up to its `\endif`. */
function conditionals(commands: readonly Command[], length: number): readonly OpaquePart[] {
  const found: OpaquePart[] = [];
  let open: Command | null = null;
  let depth = 0;
  for (const command of commands) {
    const name = /^\\\S*/.exec(command.text)?.[0] ?? '';
    depth += DEPTHS[name] ?? 0;
    if (name === '\\if') open ??= command;
    if (open && depth === 0) {
      found.push({ start: open.start, end: command.end, opaque: CONDITIONAL });
      open = null;
    } else if (!open) {
      const opaque = `the psql command ${name} is not run here`;
      found.push({ start: command.start, end: command.end, opaque });
    }
  }
  return open ? [...found, { start: open.start, end: length, opaque: CONDITIONAL }] : found;
}

const DEPTHS: { readonly [name: string]: number } = { '\\if': 1, '\\endif': -1 };
