import { own } from '../../../model/own.ts';
import type { CommandTable } from '../commands/command.ts';
import { type Call, withOptions } from '../evaluate/call.ts';
import type { ObjectValue } from '../evaluate/values.ts';
import type { Session } from '../session.ts';
import {
  addMonetize,
  hasOlderNames,
  monetize,
  removeMonetize,
  removeMonetized,
} from './money-rails.ts';
import { attachesByMigration, attachmentCommands, attachmentOf, PAPERCLIP } from './paperclip.ts';
import { assertRead } from './unread-gems.ts';

/** Commands that gems give the connection, which the recorder takes down as they are. */
export const GEMS: CommandTable = PAPERCLIP;

/** What a gem's method calls of Rails' own; null where the project's release has no such method. */
type Expansion = (call: Call, session: Session) => readonly Call[] | null;

const older =
  (expansion: Expansion): Expansion =>
  (call, session) =>
    hasOlderNames(session) ? expansion(call, session) : null;

const attachment: Expansion = (call, session) =>
  attachesByMigration(session) ? attachmentCommands(call, session) : null;

/** Methods that gems give the migration itself, whose recorder sees the commands that they call. */
const OF_MIGRATION: { readonly [method: string]: Expansion } = {
  add_monetize: addMonetize,
  remove_monetize: removeMonetized,
  add_money: older(addMonetize),
  remove_money: older(removeMonetized),
  add_attachment: attachment,
  remove_attachment: attachment,
  drop_attached_file: attachment,
};

/** Methods that gems give `t` of both blocks, as other methods of `t`. */
const OF_TABLE: { readonly [method: string]: Expansion } = {
  attachment: attachmentOf,
  has_attached_file: attachmentOf,
  monetize,
  remove_monetize: removeMonetize,
  money: older(monetize),
  remove_money: older(removeMonetize),
};

/** Names of the methods that are commands of Rails in turn. */
export const EXPANDED = { migration: Object.keys(OF_MIGRATION), table: Object.keys(OF_TABLE) };

/** The commands that a gem's method of the migration stands for; null when it is none. */
export function commandsOfGem(call: Call, session: Session): readonly Call[] | null {
  return own(OF_MIGRATION, call.name)?.(withOptions(call), session) ?? null;
}

/**
 * Runs a gem's method of `t` as the methods of `t` that it stands for; false when it is none.
 *
 * @throws {NotUnderstood} with the gem's name when settings of a gem decide what it does.
 */
export function runsGemOn(t: ObjectValue, call: Call, session: Session): boolean {
  if (session.dumped) return false;
  assertRead(call);
  const methods = own(OF_TABLE, call.name)?.(withOptions(call), session);
  for (const method of methods ?? []) t.call(method);
  return Boolean(methods);
}
