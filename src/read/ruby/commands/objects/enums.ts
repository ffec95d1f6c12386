import { railsAtLeast } from '../../../../model/engine.ts';
import {
  argument,
  type Call,
  flagOption,
  NotUnderstood,
  nameArgument,
  namesOf,
  textOption,
} from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';
import type { CommandTable } from '../command.ts';
import { assertNamedTarget, refusal } from '../refusals.ts';

export const ENUMS: CommandTable = {
  create_enum: (call, session) => {
    if (call.args[1] === undefined) throw new NotUnderstood('create_enum names no values');
    const name = nameArgument(call, 0);
    // Rails skips the type when one of that name and values is there (since 7.0).
    if (session.schema.enums.some((other) => other.name === name)) return;
    const values = namesOf(argument(call, 1), call.name);
    session.emit({ kind: 'createEnum', enum: { name, values } }, call);
  },
  drop_enum: (call, session) =>
    session.emit(
      { kind: 'dropEnum', enum: nameArgument(call, 0), ifExists: flagOption(call, 'if_exists') },
      call,
    ),
  rename_enum: (call, session) => {
    assertNamedTarget(call, session);
    session.emit({ kind: 'renameEnum', from: nameArgument(call, 0), to: target(call) }, call);
  },
  add_enum_value: (call, session) => addEnumValue(call, session),
  rename_enum_value: (call, session) => {
    const from = textOption(call, 'from') ?? nameArgument(call, 1);
    const to = textOption(call, 'to') ?? nameArgument(call, 2);
    session.emit({ kind: 'renameEnumValue', enum: nameArgument(call, 0), from, to }, call);
  },
};

function target(call: Call): string {
  return textOption(call, 'to') ?? nameArgument(call, 1);
}

function addEnumValue(call: Call, session: Session): undefined {
  const before = textOption(call, 'before');
  const after = textOption(call, 'after');
  if (before !== null && after !== null) {
    throw refusal(`${call.name} is given both before and after`, 'Take one of the two.', call);
  }
  const position = before !== null ? { before } : after !== null ? { after } : null;
  const [name, value] = [nameArgument(call, 0), nameArgument(call, 1)];
  // Up to 7.2 Rails does not look at the option.
  const ifNotExists = flagOption(call, 'if_not_exists') && railsAtLeast(session.installed, 8, 0);
  session.emit({ kind: 'addEnumValue', enum: name, value, position, ifNotExists }, call);
}
