import { own } from '../../../model/own.ts';
import { type Call, mergeOptions, nameArgument, nameOf } from '../evaluate/call.ts';
import {
  FALSE,
  hash,
  integer,
  NIL,
  option,
  string,
  symbol,
  truth,
  type Value,
} from '../evaluate/values.ts';
import type { Session } from '../session.ts';
import { COLUMNS } from './columns.ts';
import type { Command, CommandTable } from './command.ts';

/** Columns of an attachment of the paperclip gem (lib/paperclip/schema.rb). */
const ATTACHMENT: readonly (readonly [suffix: string, type: string])[] = [
  ['file_name', 'string'],
  ['content_type', 'string'],
  ['file_size', 'integer'],
  ['updated_at', 'datetime'],
];

function run(command: string, args: readonly Value[], call: Call, session: Session): void {
  own(COLUMNS, command)?.({ ...call, name: command, args }, session);
}

const addAttachment: Command = (call, session) => {
  const [table = NIL, ...names] = call.args;
  for (const name of names) {
    for (const [suffix, type] of ATTACHMENT) {
      const column = string(`${nameOf(name, call.name)}_${suffix}`);
      run('add_column', [table, column, symbol(type)], call, session);
    }
  }
  return undefined;
};

const removeAttachment: Command = (call, session) => {
  const [table = NIL, ...names] = call.args;
  for (const name of names) {
    for (const [suffix] of ATTACHMENT) {
      run('remove_column', [table, string(`${nameOf(name, call.name)}_${suffix}`)], call, session);
    }
  }
  return undefined;
};

/** money-rails' columns: an integer of cents, and the currency unless `currency: { present: false }`. */
const addMonetize: Command = (call, session) => {
  const [table = NIL] = call.args;
  const accessor = nameArgument(call, 1);
  const part = (name: string, defaults: { readonly [key: string]: Value }) => {
    const given = option(call.options, name);
    const own = given?.kind === 'hash' ? given : hash([]);
    const merged = Object.fromEntries(
      Object.entries(defaults).map(([key, value]) => [key, option(own, key) ?? value]),
    );
    return {
      ...call,
      options: mergeOptions(own, { ...merged, present: undefined }),
      present: option(own, 'present'),
    };
  };
  const amount = part('amount', { null: FALSE, default: integer(0) });
  run('add_column', [table, string(`${accessor}_cents`), symbol('integer')], amount, session);
  const currency = part('currency', { null: FALSE, default: string('USD') });
  if (currency.present && truth(currency.present) === false) return undefined;
  run('add_column', [table, string(`${accessor}_currency`), symbol('string')], currency, session);
  return undefined;
};

/** Commands that common gems add to migrations. */
export const GEMS: CommandTable = {
  add_attachment: addAttachment,
  remove_attachment: removeAttachment,
  drop_attached_file: removeAttachment,
  add_monetize: addMonetize,
  add_money: addMonetize,
};
