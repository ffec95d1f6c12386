import { printedFunction, printedTrigger } from '../../../postgresql/print/programs.ts';
import { type Call, flagOption, nameArgument, textOption } from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';
import type { CommandTable } from '../command.ts';
import { definitionOf } from './definition-files.ts';

/** Functions and triggers by the fx gem. */
export const FUNCTIONS: CommandTable = {
  create_function: (call, session) => createFunction(call, session),
  // DROP and CREATE: fx dumps functions in the order in which they were made, so that it stands last.
  update_function: (call, session) => {
    dropFunction(call, session);
    createFunction(call, session);
  },
  drop_function: (call, session) => dropFunction(call, session),
  create_trigger: (call, session) => createTrigger(call, session),
  update_trigger: (call, session) => {
    dropTrigger(call, session);
    createTrigger(call, session);
  },
  drop_trigger: (call, session) => dropTrigger(call, session),
};

/** fx runs the SQL as it is, which may replace the function of that name. */
function createFunction(call: Call, session: Session): undefined {
  const written = definitionOf('functions', call, session);
  const definition = asPrinted(written, printedFunction, session);
  const name = nameArgument(call, 0);
  const replace =
    /^\s*CREATE\s+OR\s+REPLACE\b/i.test(written) &&
    !session.dumped &&
    session.schema.functions.some((other) => other.name === name);
  session.emit({ kind: 'createFunction', function: { name, definition }, replace }, call);
}

/** fx dumps what the server prints; where that is not known, the text stands as it was written. */
function asPrinted(
  written: string,
  print: (sql: string) => string | null,
  { dumped, dialect }: Session,
): string {
  return dumped || dialect.engine !== 'postgresql' ? written : (print(written) ?? written);
}

function dropFunction(call: Call, session: Session): undefined {
  const ifExists = flagOption(call, 'if_exists');
  session.emit({ kind: 'dropFunction', function: nameArgument(call, 0), ifExists }, call);
}

function createTrigger(call: Call, session: Session): undefined {
  const definition = asPrinted(definitionOf('triggers', call, session), printedTrigger, session);
  const trigger = {
    name: nameArgument(call, 0),
    table: textOption(call, 'on') ?? triggerTable(definition),
    definition,
  };
  session.emit({ kind: 'createTrigger', trigger }, call);
}

function dropTrigger(call: Call, session: Session): undefined {
  const ifExists = flagOption(call, 'if_exists');
  const trigger = nameArgument(call, 0);
  session.emit({ kind: 'dropTrigger', trigger, table: textOption(call, 'on'), ifExists }, call);
}

/** The table of CREATE TRIGGER: the name after ON. PostgreSQL prints `public.` in front; null when there is none. */
function triggerTable(definition: string): string | null {
  const match = /\bON\s+((?:[\w$]+|"[^"]+"|`[^`]+`)(?:\.(?:[\w$]+|"[^"]+"|`[^`]+`))?)/i.exec(
    definition,
  );
  return match?.[1]?.replace(/["`]/g, '').replace(/^public\./, '') ?? null;
}
