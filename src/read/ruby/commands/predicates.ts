import { findColumn } from '../../../model/schema.ts';
import {
  argument,
  type Call,
  givenOption,
  nameArgument,
  nameOf,
  textOption,
} from '../evaluate/call.ts';
import {
  array,
  boolean,
  hash,
  NIL,
  type ObjectValue,
  string,
  symbol,
  truth,
  unknown,
  type Value,
} from '../evaluate/values.ts';
import type { Session } from '../session.ts';
import { typeOf } from './column-definition.ts';
import type { Command, CommandTable } from './command.ts';
import { matchForeignKey, wantedKey } from './foreign-keys.ts';
import { indexedNames } from './implied-renames.ts';
import { existingIndex } from './indexes.ts';

const tableExists: Command = (call, session) =>
  boolean(session.findTable(nameArgument(call, 0)) !== null);

const viewExists: Command = (call, session) => {
  const name = nameArgument(call, 0);
  return boolean(session.schema.views.some((view) => view.name === name));
};

/** Questions on the schema as it stands at that line. */
export const PREDICATES: CommandTable = {
  'table_exists?': tableExists,
  'data_source_exists?': (call, session) =>
    boolean(
      truth(tableExists(call, session) ?? NIL) === true ||
        truth(viewExists(call, session) ?? NIL) === true,
    ),
  'view_exists?': viewExists,
  'column_exists?': columnExists,
  'index_exists?': (call, session) => {
    const table = session.findTable(nameArgument(call, 0));
    return boolean(
      table !== null && existingIndex(table, call.args[1], call, session) !== undefined,
    );
  },
  'index_name_exists?': (call, session) => {
    const name = nameArgument(call, 1);
    const table = session.findTable(nameArgument(call, 0));
    return boolean(table?.indexes.some((index) => index.name === name) ?? false);
  },
  'foreign_key_exists?': (call, session) => {
    const table = session.findTable(nameArgument(call, 0));
    return boolean(
      table !== null && matchForeignKey(table, wantedKey(call), session) !== undefined,
    );
  },
  'check_constraint_exists?': (call, session) => {
    const name = textOption(call, 'name');
    const table = session.findTable(nameArgument(call, 0));
    if (name === null) return unknown('a check constraint is asked for by its expression');
    return boolean(table?.checkConstraints.some((check) => check.name === name) ?? false);
  },
  'extension_enabled?': (call, session) => {
    const name = nameArgument(call, 0);
    return boolean(
      session.schema.extensions.some((other) => other.name.replace(/^.*\./, '') === name),
    );
  },
  'schema_exists?': (call, session) =>
    boolean(['public', ...session.schema.namespaces].includes(nameArgument(call, 0))),
  tables: (_, session) => array(session.schema.tables.map((table) => string(table.name))),
  data_sources: (_, session) =>
    array([...session.schema.tables, ...session.schema.views].map((source) => string(source.name))),
  columns: (call, session) => {
    const table = session.table(nameArgument(call, 0), call);
    return array(
      table.columns.map((column) =>
        described({
          name: string(column.name),
          sql_type: string(column.type),
          null: boolean(column.nullable),
        }),
      ),
    );
  },
  indexes: (call, session) => {
    const table = session.table(nameArgument(call, 0), call);
    return array(
      table.indexes.map((index) => {
        const names = indexedNames(index);
        const columns = typeof names === 'string' ? string(names) : array(names.map(string));
        return described({
          name: string(index.name),
          columns,
          unique: boolean(index.unique),
          table: string(table.name),
        });
      }),
    );
  },
  foreign_keys: (call, session) => {
    const table = session.table(nameArgument(call, 0), call);
    return array(
      table.foreignKeys.map((key) =>
        described({
          name: string(key.name),
          column:
            key.columns.length === 1
              ? string(key.columns[0] ?? '')
              : array(key.columns.map(string)),
          to_table: string(key.toTable),
          from_table: string(table.name),
        }),
      ),
    );
  },
  primary_key: (call, session) => {
    const [name] = session.table(nameArgument(call, 0), call).primaryKey?.columns ?? [];
    return name === undefined ? NIL : string(name);
  },
  index_name: (call, session) => {
    const column = givenOption(call, 'column') ?? argument(call, 1);
    return string(
      `index_${nameArgument(call, 0)}_on_${namesJoined(column)}`.slice(
        0,
        session.dialect.maxIdentifierLength,
      ),
    );
  },
  quote_table_name: (call, session) => string(session.dialect.quoteTable(nameArgument(call, 0))),
  quote_column_name: (call, session) =>
    string(session.dialect.quoteIdentifier(nameArgument(call, 0))),
  quote: (call, session) => {
    const value = argument(call, 0);
    return 'number' in value
      ? string(value.text)
      : string(session.dialect.quoteString(nameOf(value, 'quote')));
  },
};

function namesJoined(value: Value): string {
  return value.kind === 'array'
    ? value.items.map((item) => nameOf(item, 'index_name')).join('_and_')
    : nameOf(value, 'index_name');
}

/** A row of the catalog, such as `connection.indexes` gives, by the names of its readers. */
function described(fields: { readonly [name: string]: Value }): ObjectValue {
  return {
    kind: 'object',
    name: 'catalog entry',
    call: (call) => {
      const value = fields[call.name];
      if (value) return value;
      return call.name === 'to_h'
        ? hash(Object.entries(fields).map(([name, field]) => [symbol(name), field]))
        : undefined;
    },
  };
}

/** `column_exists?(:t, :c, :type, null: …)`; the type is compared in the engine's own spelling. */
function columnExists(call: Call, session: Session): Value {
  const table = session.findTable(nameArgument(call, 0));
  const column = table && findColumn(table, nameArgument(call, 1));
  if (!column) return boolean(false);
  const nullable = givenOption(call, 'null');
  if (nullable && truth(nullable) !== column.nullable) return boolean(false);
  if (call.args[2] === undefined || call.args[2].kind === 'nil') return boolean(true);
  const { types } = session.dialect;
  const wanted = typeOf(nameArgument(call, 2), call);
  const actual = types.toRails(column.type, session.rails);
  const matches =
    actual.name === types.toRails(types.fromRails(wanted, session.rails), session.rails).name;
  return boolean(matches && (wanted.limit === null || wanted.limit === actual.limit));
}
