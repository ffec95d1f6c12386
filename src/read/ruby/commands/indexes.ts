import { isDeepStrictEqual } from 'node:util';
import { plainIndex } from '../../../model/plain-index.ts';
import type { Index, Table } from '../../../model/schema.ts';
import {
  argument,
  type Call,
  flagOption,
  givenOption,
  nameArgument,
  textOption,
} from '../evaluate/call.ts';
import { inspect, type Value } from '../evaluate/values.ts';
import type { Session } from '../session.ts';
import type { CommandTable } from './command.ts';
import { indexedNames } from './implied-renames.ts';
import { defineIndex, type IndexTarget, indexNameFor, indexTarget } from './index-definition.ts';

export const INDEXES: CommandTable = {
  add_index: (call, session) => {
    const table = nameArgument(call, 0);
    const index = defineIndex(table, indexTarget(argument(call, 1), call), call, session);
    const ifNotExists = flagOption(call, 'if_not_exists');
    session.emit(
      { kind: 'addIndex', table, index, ifNotExists, concurrently: concurrently(call) },
      call,
    );
  },
  remove_index: (call, session) => {
    const table = nameArgument(call, 0);
    const ifExists = flagOption(call, 'if_exists');
    const index = indexToRemove(table, call, session);
    if (index === null) return;
    session.emit(
      { kind: 'dropIndex', table, index, ifExists, concurrently: concurrently(call) },
      call,
    );
  },
  rename_index: (call, session) => {
    const [table, from, to] = [nameArgument(call, 0), nameArgument(call, 1), nameArgument(call, 2)];
    if (session.schema.engine === 'sqlite') remakeIndex(table, from, to, call, session);
    else session.emit({ kind: 'renameIndex', table, from, to }, call);
  },
  enable_index: (call, session) => {
    const [table, index] = [nameArgument(call, 0), nameArgument(call, 1)];
    session.emit({ kind: 'setIndexEnabled', table, index, enabled: true }, call);
  },
  disable_index: (call, session) => {
    const [table, index] = [nameArgument(call, 0), nameArgument(call, 1)];
    session.emit({ kind: 'setIndexEnabled', table, index, enabled: false }, call);
  },
};

/**
 * SQLite cannot rename an index: Rails makes one over the same columns and drops the old one, and
 * does nothing when there is none (`SchemaStatements#rename_index`). Order and WHERE get lost.
 */
function remakeIndex(table: string, from: string, to: string, call: Call, session: Session): void {
  const index = session.table(table, call).indexes.find(({ name }) => name === from);
  if (!index) return;
  const remade = plainIndexOf(index, to);
  if (isDeepStrictEqual(index, { ...remade, name: from })) {
    session.emit({ kind: 'renameIndex', table, from, to }, call);
    return;
  }
  session.emit(
    { kind: 'addIndex', table, index: remade, ifNotExists: false, concurrently: false },
    call,
  );
  session.emit(
    { kind: 'dropIndex', table, index: from, ifExists: false, concurrently: false },
    call,
  );
}

function plainIndexOf(index: Index, name: string): Index {
  const columns = index.parts.map(({ column }) => column);
  const plain = plainIndex(
    name,
    columns.filter((column) => column !== null),
  );
  const parts = plain.parts.length === index.parts.length ? plain.parts : index.parts;
  return { ...plain, parts, unique: index.unique, using: index.using };
}

function concurrently(call: Call): boolean {
  return textOption(call, 'algorithm') === 'concurrently';
}

/** The name that `remove_index` means, by name or by columns; null when there is none and there need not be. */
function indexToRemove(tableName: string, call: Call, session: Session): string | null {
  const name = textOption(call, 'name');
  const columns = call.args[1] ?? givenOption(call, 'column');
  if (name !== null) return name;
  const owner = session.findTable(tableName);
  const indexes =
    owner?.indexes ?? session.schema.views.find((view) => view.name === tableName)?.indexes;
  if (!indexes) session.table(tableName, call);
  if (!columns) {
    throw session.missing(
      `remove_index on ${tableName} names neither columns nor an index`,
      '',
      [],
      call,
    );
  }
  const target = indexTarget(columns, call);
  const index = findIndex(tableName, indexes ?? [], target, session);
  if (index) return index.name;
  if (flagOption(call, 'if_exists')) return null;
  const names = (indexes ?? []).map((other) => other.name);
  const wanted = indexNameFor(tableName, target, session);
  throw session.missing(`${tableName} has no index on ${describe(columns)}`, wanted, names, call);
}

function describe(columns: Value): string {
  return columns.kind === 'array'
    ? columns.items.map((item) => inspect(item).replace(/^[:"]|"$/g, '')).join(', ')
    : inspect(columns).replace(/^[:"]|"$/g, '');
}

/** Rails compares the default names of what is wanted and what is there. */
function findIndex(
  table: string,
  indexes: readonly Index[],
  target: IndexTarget,
  session: Session,
): Index | undefined {
  const wanted = indexNameFor(table, target, session);
  const matching = indexes.filter((index) => {
    const names = indexedNames(index);
    const own: IndexTarget =
      typeof names === 'string'
        ? { columns: [], expression: names }
        : { columns: names, expression: null };
    return indexNameFor(table, own, session) === wanted;
  });
  return matching.find((index) => index.name === wanted) ?? matching[0];
}

/** The index that `index_exists?` and the like ask for; undefined when there is none. */
export function existingIndex(
  table: Table,
  columns: Value | undefined,
  call: Call,
  session: Session,
): Index | undefined {
  const name = textOption(call, 'name');
  const byName =
    name === null ? table.indexes : table.indexes.filter((index) => index.name === name);
  const unique = givenOption(call, 'unique');
  const candidates = unique
    ? byName.filter((index) => index.unique === flagOption(call, 'unique'))
    : byName;
  if (!columns || columns.kind === 'nil') return candidates[0];
  return findIndex(table.name, candidates, indexTarget(columns, call), session);
}
