import type { View } from '../../../../model/schema.ts';
import { type Call, flagOption, nameArgument } from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';
import type { CommandTable } from '../command.ts';
import { definitionOf } from './definition-files.ts';

/** Views by the scenic gem. */
export const VIEWS: CommandTable = {
  create_view: (call, session) =>
    session.emit({ kind: 'createView', view: viewOf(call, session), replace: false }, call),
  replace_view: (call, session) =>
    session.emit({ kind: 'createView', view: viewOf(call, session), replace: true }, call),
  update_view: (call, session) => updateView(call, session),
  drop_view: (call, session) => dropView(call, session),
  refresh_materialized_view: (call, session) => {
    const concurrently = flagOption(call, 'concurrently');
    session.emit({ kind: 'refreshView', view: nameArgument(call, 0), concurrently }, call);
  },
};

function viewOf(call: Call, session: Session): View {
  return {
    name: nameArgument(call, 0),
    materialized: flagOption(call, 'materialized'),
    definition: queryOf(call, session),
    indexes: [],
    comment: null,
  };
}

function queryOf(call: Call, session: Session): string {
  const text = definitionOf('views', call, session).replace(/;\s*$/, '').trim();
  if (!session.dumped) return text;
  // scenic moves the query in by two spaces.
  return /\n(?! {2}|$)/.test(text) ? text : text.replaceAll('\n  ', '\n');
}

function dropView(call: Call, session: Session): undefined {
  const materialized = flagOption(call, 'materialized');
  const ifExists = flagOption(call, 'if_exists');
  session.emit(
    { kind: 'dropView', view: nameArgument(call, 0), materialized, ifExists, cascade: false },
    call,
  );
}

/** scenic drops the view and creates it anew; it puts the indexes of a materialized view back. */
function updateView(call: Call, session: Session): undefined {
  const view = viewOf(call, session);
  const before = session.schema.views.find((other) => other.name === view.name);
  const kept = before?.materialized ? before.indexes : [];
  dropView(call, session);
  session.emit({ kind: 'createView', view, replace: false }, call);
  for (const index of view.materialized ? kept : []) {
    const body = {
      kind: 'addIndex',
      table: view.name,
      index,
      ifNotExists: false,
      concurrently: false,
    } as const;
    session.emit(body, call, 'update_view');
  }
}

/** `create_virtual_table "name", "fts5", ["title", "body"]`, which Rails 8.0 dumps for SQLite. */
export const VIRTUAL_TABLES: CommandTable = {
  create_virtual_table: (call, session) => {
    const values = call.args[2];
    const given = values?.kind === 'array' ? values.items : [];
    const virtualTable = {
      name: nameArgument(call, 0),
      module: nameArgument(call, 1),
      arguments: given.map((item) => ('text' in item ? item.text : '')),
    };
    session.emit({ kind: 'createVirtualTable', virtualTable }, call);
  },
  drop_virtual_table: (call, session) =>
    session.emit({ kind: 'dropVirtualTable', virtualTable: nameArgument(call, 0) }, call),
};
