import type { Engine } from '../../model/engine.ts';
import type { TextFile } from './file.ts';
import { linesOf } from './lines.ts';
import { psqlScript } from './psql.ts';
import { type OpaquePart, plainPart, type Script, type SqlPart } from './script.ts';

/** Commands of the clients that bring in another file; the others set up the output. */
const COMMANDS: {
  readonly [E in 'mysql' | 'sqlite']: { readonly any: RegExp; readonly read: RegExp };
} = {
  // https://dev.mysql.com/doc/refman/8.4/en/mysql-commands.html
  mysql: {
    any: /^\s*(?:source|system|tee|notee|pager|nopager|warnings|nowarning|charset|status)\s|^\s*\\[!.#cdeGghnPpqRrsTtuwWx]/i,
    read: /^\s*(?:source\s|\\\.)/i,
  },
  // https://www.sqlite.org/cli.html#special_commands_to_sqlite3_dot_commands_
  sqlite: { any: /^\.[a-z]/, read: /^\.(?:read|import|restore|load|open|clone)\b/ },
};

/** A script for the engine's own client, which sends each statement by itself. */
export function clientScript(
  file: TextFile,
  engine: Engine,
  variables: { readonly [name: string]: string },
): Script {
  if (engine === 'postgresql') return psqlScript(file, variables);
  const { any, read } = COMMANDS[engine];
  const commands = linesOf(file.text).filter(({ text }) => any.test(text));
  const parts: (SqlPart | OpaquePart)[] = [];
  let from = 0;
  for (const { start, end, text } of commands) {
    parts.push(plainPart(file.text, from, start));
    if (read.test(text)) {
      const opaque = `the command \`${text.trim()}\` is not run here`;
      parts.push({ opaque, start, end: start + text.length });
    }
    from = end;
  }
  parts.push(plainPart(file.text, from, file.text.length));
  const clientCommands = commands.filter(({ text }) => !read.test(text)).length;
  return { file, parts, transaction: 'statements', clientCommands };
}
