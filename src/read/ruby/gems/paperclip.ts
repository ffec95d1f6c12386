import { railsAtLeast } from '../../../model/engine.ts';
import { own } from '../../../model/own.ts';
import { COLUMNS } from '../commands/columns/columns.ts';
import type { Command, CommandTable } from '../commands/command.ts';
import {
  type Call,
  mergeOptions,
  NO_OPTIONS,
  NotUnderstood,
  nameOf,
  withArgs,
} from '../evaluate/call.ts';
import { type HashValue, NIL, option, string, symbol, type Value } from '../evaluate/values.ts';
import type { Session } from '../session.ts';
import { lockedGem } from './locked-gem.ts';

/**
 * Columns of an attachment, by what follows its name.
 *
 * @see {@link https://github.com/thoughtbot/paperclip/blob/v6.1.0/lib/paperclip/schema.rb}
 * @see {@link https://github.com/kreeti/kt-paperclip/blob/v8.0.0/lib/paperclip/schema.rb}
 */
const SUFFIXES = ['file_name', 'content_type', 'file_size', 'updated_at'] as const;

const TYPES = {
  file_name: 'string',
  content_type: 'string',
  file_size: 'bigint',
  updated_at: 'datetime',
} as const;

/** Options under a column's own suffix are none of `add_column`'s. */
const ATTACHMENT_OPTIONS = Object.fromEntries(SUFFIXES.map((suffix) => [suffix, undefined]));

/**
 * The size is a bigint since paperclip 6.1.0, from which kt-paperclip was forked. That came in 2018,
 * when Rails 5.1 had long refused migrations of a history that run on an older one.
 */
function typeOf(suffix: (typeof SUFFIXES)[number], session: Session): string {
  const { project, given, installed } = session;
  const isPast = given !== null && !railsAtLeast(installed, 5, 0);
  const paperclip = lockedGem(project, 'paperclip');
  const isOlder = lockedGem(project, 'kt-paperclip') === null && paperclip?.atLeast(6, 1) === false;
  const isSmall = isPast || isOlder;
  return suffix === 'file_size' && isSmall ? 'integer' : TYPES[suffix];
}

interface AttachmentColumn {
  readonly name: string;
  readonly type: string;
  readonly options: HashValue;
}

/** Options hold for all columns; under a column's own suffix they hold for that one. */
function columnsOf(
  names: readonly Value[],
  call: Call,
  session: Session,
): readonly AttachmentColumn[] {
  if (names.length === 0) throw new NotUnderstood(`${call.name} names no attachment`);
  return names.flatMap((name) =>
    SUFFIXES.map((suffix) => {
      const given = option(call.options, suffix);
      const own = given?.kind === 'hash' ? byName(given) : {};
      return {
        name: `${nameOf(name, call.name)}_${suffix}`,
        type: typeOf(suffix, session),
        options: mergeOptions(call.options, { ...ATTACHMENT_OPTIONS, ...own }),
      };
    }),
  );
}

function byName({ entries }: HashValue): { readonly [key: string]: Value } {
  return Object.fromEntries(
    [...entries.values()].map(({ key, value }) => [nameOf(key, 'a column’s option'), value]),
  );
}

/** `t.attachment :avatar`, as calls of `t.column`. */
export function attachmentOf(call: Call, session: Session): readonly Call[] {
  return columnsOf(call.args, call, session).map(({ name, type, options }) => ({
    ...withArgs(call, 'column', [string(name), symbol(type)]),
    options,
  }));
}

/** `add_attachment :users, :avatar`, and what removes it, as one command a column. */
export function attachmentCommands(call: Call, session: Session): readonly Call[] {
  const [table = NIL, ...names] = call.args;
  return columnsOf(names, call, session).map(({ name, type, options }) =>
    call.name === 'add_attachment'
      ? { ...withArgs(call, 'add_column', [table, string(name), symbol(type)]), options }
      : { ...withArgs(call, 'remove_column', [table, string(name)]), options: NO_OPTIONS },
  );
}

/**
 * Since kt-paperclip 7.2.2 these are methods of the migration, whose recorder sees what they call;
 * before, of the connection.
 */
export function attachesByMigration({ project }: Session): boolean {
  return lockedGem(project, 'kt-paperclip')?.atLeast(7, 2, 2) === true;
}

/** The connection goes by the installed Rails' rules, whatever version the migration names. */
const onConnection: Command = (call, session) => {
  session.asInstalled(() => {
    for (const inner of attachmentCommands(call, session))
      own(COLUMNS, inner.name)?.(inner, session);
  });
  return undefined;
};

/** Commands of paperclip and kt-paperclip. */
export const PAPERCLIP: CommandTable = {
  add_attachment: onConnection,
  remove_attachment: onConnection,
  drop_attached_file: onConnection,
};
