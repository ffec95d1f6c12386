import { railsAtLeast } from '../../../../model/engine.ts';
import { flagOption, nameArgument, textOption } from '../../evaluate/call.ts';
import type { CommandTable } from '../command.ts';

/** Extensions and schemas (namespaces). */
export const EXTENSIONS: CommandTable = {
  enable_extension: (call, session) => {
    const name = nameArgument(call, 0);
    // CREATE EXTENSION IF NOT EXISTS; since Rails 8.0 a dump names the extension's schema too.
    const isThere = session.schema.extensions.some((other) => bare(other.name) === bare(name));
    if (isThere && !session.dumped) return;
    const version = textOption(call, 'version');
    session.emit({ kind: 'createExtension', extension: { name, version } }, call);
  },
  disable_extension: (call, session) => {
    const name = nameArgument(call, 0);
    const found = session.schema.extensions.find((other) => bare(other.name) === bare(name));
    if (!found) return;
    // Up to 7.0 Rails always says CASCADE (`Migration::Compatibility::V7_0`).
    const cascade = textOption(call, 'force') === 'cascade' || !railsAtLeast(session.rails, 7, 1);
    session.emit({ kind: 'dropExtension', extension: found.name, cascade }, call);
  },
  create_schema: (call, session) => {
    const namespace = nameArgument(call, 0);
    const skips = flagOption(call, 'if_not_exists');
    const isThere = session.schema.namespaces.includes(namespace);
    if (skips && isThere) return;
    // `force: true` drops it with what it holds, as `drop_schema` does.
    if (flagOption(call, 'force')) {
      session.emit({ kind: 'dropNamespace', namespace, ifExists: true }, call);
    }
    session.emit({ kind: 'createNamespace', namespace }, call);
  },
  drop_schema: (call, session) =>
    session.emit(
      {
        kind: 'dropNamespace',
        namespace: nameArgument(call, 0),
        ifExists: flagOption(call, 'if_exists'),
      },
      call,
    ),
  rename_schema: (call, session) =>
    session.emit(
      { kind: 'renameNamespace', from: nameArgument(call, 0), to: nameArgument(call, 1) },
      call,
    ),
};

function bare(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
