import { railsType } from '../../../../dialect/rails/type.ts';
import { type Call, nameArgument, nameOf } from '../../evaluate/call.ts';
import { hash, NIL, string, symbol, unknown, type Value } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import { typeOf } from '../columns/column-definition.ts';
import type { Command, CommandTable } from '../command.ts';

const quoted =
  (text: (name: string, session: Session) => string): Command =>
  (call, session) =>
    string(text(nameArgument(call, 0), session));

const quoteColumn = quoted((name, { dialect }) => dialect.quoteIdentifier(name));
const quoteTable = quoted((name, { dialect }) => dialect.quoteTable(name));

const TRUE_FALSE = {
  postgresql: ['TRUE', 'FALSE'],
  mysql: ['TRUE', 'FALSE'],
  sqlite: ['1', '0'],
} as const;

function quotedBoolean(value: boolean, session: Session): Value {
  const [yes, no] = TRUE_FALSE[session.dialect.engine];
  return string(value ? yes : no);
}

const quote: Command = (call, session) => {
  const [value = NIL] = call.args;
  switch (value.kind) {
    case 'nil':
      return string('NULL');
    case 'boolean':
      return quotedBoolean(value.value, session);
    case 'integer':
    case 'float':
      return string(value.text);
    case 'string':
    case 'symbol':
      return string(session.dialect.quoteString(value.text));
    default:
      return unknown(value.kind === 'unknown' ? value.reason : 'it quotes a value of another kind');
  }
};

/** Names of the types that the three adapters have in common, with which `native_database_types` begins. */
const NATIVE = [
  ...['primary_key', 'string', 'text', 'integer', 'bigint', 'float', 'decimal', 'datetime'],
  ...['timestamp', 'time', 'date', 'binary', 'boolean', 'json'],
] as const;

const NATIVE_OF = {
  postgresql: [
    ...['jsonb', 'uuid', 'hstore', 'citext', 'inet', 'cidr', 'macaddr', 'xml', 'tsvector', 'ltree'],
    ...['daterange', 'numrange', 'tsrange', 'tstzrange', 'int4range', 'int8range', 'point', 'line'],
    ...[
      'lseg',
      'box',
      'path',
      'polygon',
      'circle',
      'bit',
      'bit_varying',
      'money',
      'interval',
      'oid',
    ],
    ...['timestamptz', 'enum'],
  ],
  mysql: ['blob'],
  sqlite: [],
} as const;

/** Quoting, and types as SQL. */
export const QUOTING: CommandTable = {
  quote,
  quote_bound_value: quote,
  quote_default_expression: quote,
  quote_string: (call) =>
    string(nameArgument(call, 0).replaceAll('\\', '\\\\').replaceAll("'", "''")),
  quote_column_name: quoteColumn,
  quote_table_name: quoteTable,
  quote_schema_name: quoteColumn,
  quote_table_name_for_assignment: (call, { dialect }) => {
    const column = nameArgument(call, 1);
    return string(
      dialect.engine === 'mysql'
        ? dialect.quoteTable(`${nameArgument(call, 0)}.${column}`)
        : dialect.quoteIdentifier(column),
    );
  },
  unquote_identifier: (call) => string(nameArgument(call, 0).replace(/^["`](.*)["`]$/s, '$1')),
  quoted_true: (_, session) => quotedBoolean(true, session),
  quoted_false: (_, session) => quotedBoolean(false, session),
  type_to_sql: (call, session) => string(sqlOf(call, session)),
  'valid_type?': (call, session) => {
    const { entries } = nativeTypes(session);
    const known = [...entries.values()].some(
      ({ key }) => nameOf(key, call.name) === nameArgument(call, 0),
    );
    return { kind: 'boolean', value: known };
  },
  native_database_types: (_, session) => nativeTypes(session),
};

function sqlOf(call: Call, session: Session): string {
  const { types } = session.dialect;
  return types.fromRails(typeOf(nameArgument(call, 0), call), session.installed);
}

function nativeTypes(session: Session) {
  const { types, engine } = session.dialect;
  return hash(
    [...NATIVE, ...NATIVE_OF[engine]].map((name): [Value, Value] => {
      const sql = types.fromRails(railsType(name), session.installed);
      return [symbol(name), hash([[symbol('name'), string(sql)]])];
    }),
  );
}
