import { type Call, flagOption, nameArgument, textOption } from '../evaluate/call.ts';
import type { Session } from '../session.ts';
import type { CommandTable } from './command.ts';
import { definitionOf } from './definition-files.ts';

/** Functions and triggers by the fx gem. */
export const FUNCTIONS: CommandTable = {
  create_function: (call, session) => createFunction(call, session, false),
  update_function: (call, session) => createFunction(call, session, true),
  drop_function: (call, session) => {
    const ifExists = flagOption(call, 'if_exists');
    session.emit({ kind: 'dropFunction', function: nameArgument(call, 0), ifExists }, call);
  },
  create_trigger: (call, session) => createTrigger(call, session),
  update_trigger: (call, session) => {
    dropTrigger(call, session);
    createTrigger(call, session);
  },
  drop_trigger: (call, session) => dropTrigger(call, session),
};

function createFunction(call: Call, session: Session, replace: boolean): undefined {
  const definition = definitionOf('functions', call, session);
  const named = { name: nameArgument(call, 0), definition };
  session.emit({ kind: 'createFunction', function: named, replace }, call);
}

function createTrigger(call: Call, session: Session): undefined {
  const definition = definitionOf('triggers', call, session);
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
export function triggerTable(definition: string): string | null {
  const match = /\bON\s+((?:[\w$]+|"[^"]+"|`[^`]+`)(?:\.(?:[\w$]+|"[^"]+"|`[^`]+`))?)/i.exec(
    definition,
  );
  return match?.[1]?.replace(/["`]/g, '').replace(/^public\./, '') ?? null;
}
