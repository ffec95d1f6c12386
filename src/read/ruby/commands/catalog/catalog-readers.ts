import type { Table } from '../../../../model/schema.ts';
import { type Call, nameArgument } from '../../evaluate/call.ts';
import {
  array,
  boolean,
  hash,
  NIL,
  string,
  symbol,
  unknown,
  type Value,
} from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import type { Command, CommandTable } from '../command.ts';
import { matchForeignKey, wantedKey } from '../keys/foreign-keys.ts';
import { foreignKeyRow, rowsOf } from './catalog.ts';

const tableOf = (call: Call, session: Session): Table => session.table(nameArgument(call, 0), call);

const names = (objects: readonly { readonly name: string }[]): Value =>
  array(objects.map(({ name }) => string(name)));

const rows =
  (read: (table: Table, session: Session) => Value): Command =>
  (call, session) =>
    read(tableOf(call, session), session);

const foreignKeyFor: Command = (call, session) => {
  const table = tableOf(call, session);
  const key = matchForeignKey(table, wantedKey(call), session);
  return key ? foreignKeyRow(key, table.name) : NIL;
};

const keyOf = ({ primaryKey }: Table): readonly string[] => primaryKey?.columns ?? [];

/** What the connection reads out of the database's catalog, as the schema stands at that line. */
export const CATALOG_READERS: CommandTable = {
  tables: (_, session) => names(session.schema.tables),
  views: (_, session) => names(session.schema.views),
  data_sources: (_, session) => names([...session.schema.tables, ...session.schema.views]),
  columns: rows(rowsOf.columns),
  indexes: (call, session) => rowsOf.indexes(indexOwner(call, session)),
  foreign_keys: rows(rowsOf.foreignKeys),
  check_constraints: rows(rowsOf.checkConstraints),
  unique_constraints: rows(rowsOf.uniqueConstraints),
  exclusion_constraints: rows(rowsOf.exclusionConstraints),
  foreign_key_for: foreignKeyFor,
  'foreign_key_for!': foreignKeyFor,
  primary_key: (call, session) => {
    const key = keyOf(tableOf(call, session));
    if (key.length > 1) return array(key.map(string));
    return key[0] === undefined ? NIL : string(key[0]);
  },
  primary_keys: (call, session) => array(keyOf(tableOf(call, session)).map(string)),
  pk_and_sequence_for: (call, session) => {
    const [key] = keyOf(tableOf(call, session));
    const sequence = unknown('the name of a sequence is not part of a schema file');
    return key === undefined ? NIL : array([string(key), sequence]);
  },
  default_sequence_name: (call) => {
    const key = call.args[1] ? nameArgument(call, 1) : 'id';
    return string(`${nameArgument(call, 0)}_${key}_seq`);
  },
  serial_sequence: (call) => string(`public.${nameArgument(call, 0)}_${nameArgument(call, 1)}_seq`),
  table_comment: (call, session) => {
    const { comment } = tableOf(call, session);
    return comment === null ? NIL : string(comment);
  },
  table_options: (call, session) => {
    const { comment, options, charset, collation } = tableOf(call, session);
    const given = Object.entries({ comment, options, charset, collation });
    return hash(
      given.flatMap(([name, text]): [Value, Value][] =>
        text === null ? [] : [[symbol(name), string(text)]],
      ),
    );
  },
  enum_types: (_, session) =>
    array(
      session.schema.enums.map(({ name, values }) =>
        array([string(name), array(values.map(string))]),
      ),
    ),
  extensions: (_, session) => array(extensionNames(session).map(string)),
  'extension_available?': (call, session) => {
    return hasExtension(nameArgument(call, 0), session)
      ? boolean(true)
      : unknown('it depends on what the server has installed');
  },
  schema_names: (_, session) => array(['public', ...session.schema.namespaces].map(string)),
  current_schemas: () => array([string('public')]),
  foreign_tables: () => array([]),
  'foreign_table_exists?': () => boolean(false),
  virtual_tables: (_, session) =>
    array(
      session.schema.virtualTables.map((table) =>
        array([
          string(table.name),
          array([string(table.module), string(table.arguments.join(', '))]),
        ]),
      ),
    ),
  'virtual_table_exists?': (call, session) =>
    boolean(session.schema.virtualTables.some(({ name }) => name === nameArgument(call, 0))),
  inherited_table_names: (call, session) => {
    const inherits = /\bINHERITS\s*\(([^)]*)\)/i.exec(tableOf(call, session).options ?? '')?.[1];
    return array(
      (inherits ?? '')
        .split(/\s*,\s*/)
        .filter(Boolean)
        .map(string),
    );
  },
  table_partition_definition: (call, session) => {
    const by = /\bPARTITION BY (.*)$/i.exec(tableOf(call, session).options ?? '')?.[1];
    return by === undefined ? NIL : string(by);
  },
};

/** A table or materialized view; of one that is not there, no adapter lists an index. */
function indexOwner(call: Call, session: Session): Pick<Table, 'name' | 'indexes'> {
  const name = nameArgument(call, 0);
  const view = session.schema.views.find((other) => other.name === name);
  return session.findTable(name) ?? view ?? { name, indexes: [] };
}

/** True when the database has the extension, whatever its schema. */
export function hasExtension(name: string, session: Session): boolean {
  return extensionNames(session).includes(name);
}

/** Every database of PostgreSQL has `plpgsql`, though not every schema file names it. */
function extensionNames({ schema, dialect }: Session): readonly string[] {
  const named = schema.extensions.map(({ name }) => bare(name));
  return dialect.engine === 'postgresql' ? [...new Set(['plpgsql', ...named])] : named;
}

function bare(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
