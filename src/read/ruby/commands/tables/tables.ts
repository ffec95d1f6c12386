import { CallNode } from '@ruby/prism/src/nodes.js';
import { singularize } from '../../../../dialect/rails/inflections.ts';
import { joinTableName } from '../../../../dialect/rails/names.ts';
import { railsAtLeast } from '../../../../model/engine.ts';
import type { Table } from '../../../../model/schema.ts';
import {
  type Call,
  flagOption,
  givenOption,
  mergeOptions,
  NO_OPTIONS,
  nameArgument,
  nameOf,
  namesOf,
  textOption,
} from '../../evaluate/call.ts';
import { newValue } from '../../evaluate/new-value.ts';
import { FALSE, NIL, option, string, truth, type Value } from '../../evaluate/values.ts';
import { literalText, optionNodes } from '../../schema/arguments.ts';
import type { Session } from '../../session.ts';
import { typeOf } from '../columns/column-definition.ts';
import type { CommandTable } from '../command.ts';
import { commentText } from '../comment-option.ts';
import { renameDefaultNamedIndexes } from '../indexes/implied-renames.ts';
import { withUuidKey } from '../keys/uuid-keys.ts';
import { assertComments, assertSingleTable } from '../refusals.ts';
import { queriedColumns } from './queried-columns.ts';
import { TableDraft } from './table-draft.ts';
import { inferredCharset, tableOptions } from './table-options.ts';

export const TABLES: CommandTable = {
  create_table: (given, session) => {
    const call = withUuidKey(given, session);
    const name = nameArgument(call, 0);
    if (flagOption(call, 'temporary')) {
      session.temporary.add(name);
      return;
    }
    const draft = new TableDraft(name, session);
    const query = textOption(call, 'as');
    if (query === null) defineKey(draft, call, session);
    else for (const column of queriedColumns(query, session)) draft.addColumn(column);
    runBlock(draft, call, session);
    if (query === null) completeKey(draft, call);
    draft.set(tableOptions(call, session));
    draft.inherit();
    createTable(draft.table, call, session);
  },
  create_join_table: (call, session) => {
    const first = nameArgument(call, 0);
    const second = nameArgument(call, 1);
    const draft = new TableDraft(
      textOption(call, 'table_name') ?? joinTableName(first, second),
      session,
    );
    const given = givenOption(call, 'column_options');
    const columnOptions = given?.kind === 'hash' ? given : NO_OPTIONS;
    const options = mergeOptions(columnOptions, {
      null: option(columnOptions, 'null') ?? FALSE,
      index: option(columnOptions, 'index') ?? FALSE,
    });
    for (const name of [first, second]) {
      draft.references(singularize(name, session.inflections), { ...call, options });
    }
    runBlock(draft, call, session);
    draft.set(tableOptions(call, session));
    createTable(draft.table, call, session);
  },
  drop_table: (call, session) => {
    assertSingleTable(call, session);
    for (const table of call.args) dropTable(nameOf(table, call.name), call, session);
  },
  drop_join_table: (call, session) => {
    const name =
      textOption(call, 'table_name') ?? joinTableName(nameArgument(call, 0), nameArgument(call, 1));
    dropTable(name, call, session);
  },
  rename_table: (call, session) => {
    const from = nameArgument(call, 0);
    const to = nameArgument(call, 1);
    session.emit({ kind: 'renameTable', from, to }, call);
    const { rails } = session;
    renameDefaultNamedIndexes({ from, to, columns: (columns) => columns, rails }, call, session);
  },
  change_table_comment: (call, session) => {
    assertComments(call, session);
    const comment = newValue(call.args[1] ?? call.options);
    const table = nameArgument(call, 0);
    session.emit({ kind: 'setTableComment', table, comment: commentText(comment, call) }, call);
  },
};

function runBlock(draft: TableDraft, { block, evaluator }: Call, session: Session): void {
  if (!block) return;
  session.within(draft.table.name, () => evaluator.runBlock(block, [draft.receiver()]));
}

function dropTable(table: string, call: Call, session: Session): void {
  if (session.schema.virtualTables.some((virtual) => virtual.name === table)) {
    session.emit({ kind: 'dropVirtualTable', virtualTable: table }, call);
    return;
  }
  const cascade = textOption(call, 'force') === 'cascade';
  session.emit(
    { kind: 'dropTable', table, ifExists: flagOption(call, 'if_exists'), cascade },
    call,
  );
}

function createTable(table: Table, call: Call, session: Session): void {
  const { name } = table;
  const force = givenOption(call, 'force');
  if (force && truth(force) && session.findTable(name) && !session.dumped) {
    const cascade = textOption(call, 'force') === 'cascade';
    session.emit({ kind: 'dropTable', table: name, ifExists: true, cascade }, call);
  }
  session.emit(
    {
      kind: 'createTable',
      table,
      ifNotExists: flagOption(call, 'if_not_exists'),
      ...inferredCharset(call, session),
    },
    call,
  );
}

/** The column and key that `create_table` adds by itself: `id`, unless `id: false` or a composite key. */
function defineKey(draft: TableDraft, call: Call, session: Session): void {
  const id = givenOption(call, 'id');
  const primaryKey = givenOption(call, 'primary_key');
  if ((id && truth(id) === false) || primaryKey?.kind === 'array') return;
  const name = primaryKey && primaryKey.kind !== 'nil' ? nameOf(primaryKey, call.name) : 'id';
  const details = id?.kind === 'hash' ? id : NO_OPTIONS;
  const written = id?.kind === 'hash' ? option(id, 'type') : id;
  const type = written && written.kind !== 'boolean' ? nameOf(written, call.name) : 'primary_key';
  const options = mergeOptions(
    keyOptions(call),
    Object.fromEntries(
      [...details.entries.values()].map(({ key, value }): [string, Value] => [
        nameOf(key, call.name),
        value,
      ]),
    ),
  );
  const keyCall: Call = {
    ...call,
    options: mergeOptions(options, {
      type: undefined,
      ...legacyDefault(type, call, session),
      ...besideTableComment(call, session),
    }),
  };
  draft.addKeyColumn(name, typeOf(type, keyCall), keyCall);
}

/** Options of `create_table` that are its key column's. */
function keyOptions(call: Call) {
  const kept = ['default', 'limit', 'precision', 'scale', 'unsigned', 'auto_increment'];
  return mergeOptions(
    NO_OPTIONS,
    Object.fromEntries(kept.map((name) => [name, option(call.options, name)])),
  );
}

/**
 * Up to `Migration[5.0]` an integer key that is named as such does not count up by itself, but a
 * bigint on MySQL (`Migration::Compatibility::V5_0`).
 */
function legacyDefault(type: string, call: Call, session: Session): { readonly default?: Value } {
  const old = !railsAtLeast(session.rails, 5, 1) && !session.dumped;
  const { engine } = session.dialect;
  const numbered = type === 'integer' || (type === 'bigint' && engine !== 'mysql');
  // On SQLite an INTEGER PRIMARY KEY is the row's id, whatever its default.
  const rowid = engine === 'sqlite' && type === 'integer';
  return old && numbered && !rowid && option(call.options, 'default') === undefined
    ? { default: NIL }
    : {};
}

/**
 * Up to Rails 5.2 a dump gives the comment of the key in front of the table's, under the same name,
 * so that Ruby drops it (`column_spec_for_primary_key` of the schema dumper).
 */
function besideTableComment({ node }: Call, session: Session): { readonly comment?: Value } {
  if (!session.dumped || !(node instanceof CallNode)) return {};
  const [own, table] = optionNodes(node, 'comment');
  const text = table ? literalText(own) : null;
  return text === null ? {} : { comment: string(text) };
}

function completeKey(draft: TableDraft, call: Call): void {
  const primaryKey = givenOption(call, 'primary_key');
  const id = givenOption(call, 'id');
  // With `id: false` Rails does not look at `primary_key:`.
  if (id && truth(id) === false) return;
  if (primaryKey?.kind === 'array') draft.setCompositeKey(namesOf(primaryKey, call.name));
}
