import { type Call, NotUnderstood, nameArgument, nameOf } from '../../evaluate/call.ts';
import {
  FALSE,
  hash,
  integer,
  NIL,
  string,
  symbol,
  TRUE,
  unknown,
  type Value,
} from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import type { Command, CommandTable } from '../command.ts';

const silent: Command = () => NIL;
const untold =
  (reason: string): Command =>
  () =>
    unknown(reason);
/** Runs the block as if the wrapper were not there. */
const passedThrough: Command = (call) =>
  call.block ? call.evaluator.callBlock(call.block, []) : NIL;

function table(names: readonly string[], command: Command): CommandTable {
  return Object.fromEntries(names.map((name) => [name, command]));
}

const sequence: Command = (call, session) => {
  const text = call.source.textOf(call.node);
  session.emit({ kind: 'runSql', text, purpose: 'sets a sequence' }, call);
  return NIL;
};

const constraintsMode: Command = (call, session) => {
  const text = call.source.textOf(call.node);
  session.emit({ kind: 'runSql', text, purpose: 'sets when constraints are checked' }, call);
  return NIL;
};

function changeRows(
  table: string | null,
  verb: 'insert' | 'truncate',
  call: Call,
  session: Session,
): Value {
  const text = call.source.textOf(call.node);
  const scope = verb === 'truncate' ? 'whole' : 'part';
  session.emit(
    { kind: 'changeRows', table, verb, scope, text, language: 'ruby', batched: false },
    call,
  );
  return NIL;
}

const insertFixture: Command = (call, session) =>
  changeRows(nameArgument(call, 1), 'insert', call, session);

/**
 * What concerns other databases or a database as a whole is not part of a schema file, and what a
 * transaction takes back is not known.
 */
const refused: Command = (call) => {
  throw new NotUnderstood(
    /database/.test(call.name) && !/rollback|restart/.test(call.name)
      ? `${call.name} works on a database as a whole`
      : `${call.name} takes back what ran before it in its transaction`,
  );
};

const REFUSED = [
  ...['create_database', 'drop_database', 'recreate_database', 'rollback_db_transaction'],
  ...['rollback_to_savepoint', 'rollback_transaction', 'exec_rollback_db_transaction'],
  ...['exec_rollback_to_savepoint', 'exec_restart_db_transaction', 'restart_db_transaction'],
] as const;

const LIMITS = { postgresql: 63, mysql: 64, sqlite: 64 } as const;
const nameLength: Command = (_, { dialect }) => integer(LIMITS[dialect.engine]);

const ALGORITHMS = {
  postgresql: ['concurrently'],
  mysql: ['default', 'copy', 'inplace', 'instant'],
  sqlite: [],
} as const;

const algorithms: Command = (_, { dialect }) =>
  hash(
    ALGORITHMS[dialect.engine].map((name): [Value, Value] => [
      symbol(name),
      string(dialect.engine === 'mysql' ? `ALGORITHM = ${name.toUpperCase()}` : name.toUpperCase()),
    ]),
  );

/** Blocks that run as they stand: caches, statements, and constraints put aside meanwhile. */
const WRAPPERS = [
  ...['cache', 'uncached', 'unprepared_statement', 'disable_referential_integrity'],
  ...['within_new_transaction', 'with_instrumenter', 'with_yaml_fallback'],
] as const;

/** Life of the connection, its caches and transactions: nothing that a schema or its rows show. */
const SESSION = [
  ...['add_transaction_record', 'allow_preconnect', 'allow_preconnect=', 'begin_db_transaction'],
  ...['begin_deferred_transaction', 'begin_isolated_db_transaction', 'begin_transaction'],
  ...['clean!', 'clear_cache!', 'clear_query_cache', 'client_min_messages=', 'close'],
  ...['commit_db_transaction', 'commit_transaction', 'connect!', 'create_savepoint'],
  ...['dirty_current_transaction', 'disable_lazy_transactions!', 'disable_query_cache!'],
  ...['discard!', 'disconnect!', 'enable_lazy_transactions!', 'enable_query_cache!', 'expire'],
  ...['force_retirement', 'lease', 'lock', 'lock_thread=', 'mark_transaction_written'],
  ...['mark_transaction_written_if_write', 'materialize_transactions', 'owner', 'pool='],
  ...['reconnect!', 'release_savepoint', 'reload_type_map', 'reset!', 'reset_isolation_level'],
  ...['reset_transaction', 'schema_cache=', 'schema_search_path=', 'session_auth='],
  ...['set_standard_conforming_strings', 'steal!', 'throw_away!', 'verify!'],
  ...['release_advisory_lock', 'check_version', 'ensure_writes_are_allowed'],
  ...['check_if_write_query', 'check_all_foreign_keys_valid!'],
] as const;

/** Rails' own bookkeeping of versions, which a schema file shows as its version alone. */
const BOOKKEEPING = [
  ...['assume_migrated_upto_version', 'initialize_schema_migrations_table'],
  ...['initialize_internal_metadata_table'],
] as const;

/** Answers that no file gives. */
const SERVER = [
  ...['charset', 'client_min_messages', 'collation', 'connected?', 'ctype'],
  ...['connection_age', 'connection_retries', 'current_database', 'current_savepoint_name'],
  ...['current_transaction', 'database_exists?', 'database_version', 'encoding', 'error_number'],
  ...['get_advisory_lock', 'get_database_version', 'high_precision_current_timestamp', 'in_use?'],
  ...['last_inserted_id', 'mariadb?', 'open_transactions', 'pinned', 'postgresql_version'],
  ...['raw_connection', 'replica?', 'retry_deadline', 'role', 'schema_search_path'],
  ...['schema_version', 'seconds_idle', 'seconds_since_last_activity', 'shard'],
  ...['show_variable', 'strict_mode?', 'transaction_open?', 'transaction_state', 'verified?'],
  ...['verify_timeout', 'version', 'explain', 'all_foreign_keys_valid?', 'max_jitter'],
  ...['pool_jitter', 'advisory_locks_enabled?', 'async_enabled?', 'preventing_writes?'],
  ...['prepared_statements', 'prepared_statements?', 'query_cache', 'query_cache_enabled'],
  ...['connection_descriptor', 'transaction_manager', 'inspect', 'use_insert_returning?'],
] as const;

/** Active Record's own parts, which return objects and change nothing. */
const INTERNALS = [
  ...['_type_cast', 'add_index_options', 'add_sql_comment!', 'arel_visitor'],
  ...['build_add_column_definition', 'build_change_column_default_definition'],
  ...['build_change_column_definition', 'build_create_index_definition'],
  ...['build_create_join_table_definition', 'build_create_table_definition'],
  ...['build_explain_clause', 'build_insert_sql', 'cacheable_query', 'case_insensitive_comparison'],
  ...['case_sensitive_comparison', 'cast_bound_value', 'check_constraint_options'],
  ...['check_int_in_range', 'collector', 'column_name_for_operation', 'column_name_from_arel_node'],
  ...['column_name_matcher', 'column_name_with_order_matcher', 'columns_for_distinct'],
  ...['columns_per_multicolumn_index', 'columns_per_table', 'combine_bind_parameters'],
  ...['connection_class', 'connection_klass', 'create_index_definition', 'create_schema_dumper'],
  ...['default_index_type?', 'default_insert_value', 'default_timezone'],
  ...['default_uniqueness_comparison', 'distinct_relation_for_primary_key'],
  ...[
    'dump_schema_information',
    'dump_schema_versions',
    'each_hash',
    'empty_insert_statement_value',
  ],
  ...['escape_bytea', 'exclusion_constraint_options', 'execute_and_free'],
  ...['extract_foreign_key_action', 'fetch_type_metadata', 'foreign_key_column_for'],
  ...['foreign_key_options', 'in_clause_length', 'index_algorithm', 'indexes_per_table'],
  ...['insert_versions_sql', 'internal_metadata', 'internal_string_options_for_primary_key'],
  ...['join_to_delete', 'join_to_update', 'joins_per_query', 'lookup_cast_type'],
  ...['lookup_cast_type_from_column', 'migration_context', 'migrations_paths', 'new_column'],
  ...['new_column_from_field', 'options_include_default?', 'pool', 'prefetch_primary_key?'],
  ...['prepare_binds_for_database', 'prepared_statements_disabled_cache'],
  ...['quoted_binary', 'quoted_columns_for_index', 'quoted_date'],
  ...['quoted_include_columns_for_index', 'quoted_time', 'requires_reloading?'],
  ...['result_as_array', 'return_value_after_insert?', 'sanitize_as_sql_comment', 'sanitize_limit'],
  ...['savepoint_errors_invalidate_transactions?', 'schema_creation', 'schema_migration'],
  ...['sql_for_insert', 'sql_query_length', 'table_alias_for', 'to_sql'],
  ...['transaction_isolation_levels', 'type_cast', 'type_cast_from_column', 'type_casted_binds'],
  ...['type_map', 'unescape_bytea', 'unique_constraint_options', 'unquoted_false', 'unquoted_true'],
  ...['use_metadata_table?', 'valid_alter_table_type?', 'valid_column_definition_options'],
  ...['valid_primary_key_options', 'valid_table_definition_options', 'visitor', 'write_query?'],
] as const;

/** What {@link HOUSEKEEPING} holds, by what the methods do. */
export const HOUSEKEEPING_GROUPS = {
  session: SESSION,
  bookkeeping: BOOKKEEPING,
  wrappers: WRAPPERS,
  server: SERVER,
  internals: INTERNALS,
  refused: REFUSED,
} as const;

/** Methods of the connection that leave the schema as it is, and those that work on whole databases. */
export const HOUSEKEEPING: CommandTable = {
  ...table(SESSION, silent),
  ...table(BOOKKEEPING, silent),
  ...table(WRAPPERS, passedThrough),
  ...table(SERVER, untold('it depends on the server and the connection')),
  ...table(INTERNALS, untold('it is a part of Active Record itself')),
  ...table(REFUSED, refused),
  ...table(['set_pk_sequence!', 'reset_pk_sequence!', 'reset_sequence!'], sequence),
  set_constraints: constraintsMode,
  ...table(['insert_fixture', 'insert_fixtures'], insertFixture),
  insert_fixtures_set: (call, session) => changeRows(null, 'insert', call, session),
  truncate: (call, session) => changeRows(nameArgument(call, 0), 'truncate', call, session),
  truncate_tables: (call, session) => {
    for (const name of call.args) changeRows(nameOf(name, call.name), 'truncate', call, session);
    return NIL;
  },
  ...table(
    [
      ...['allowed_index_name_length', 'index_name_length', 'max_identifier_length'],
      ...['column_name_length', 'table_name_length', 'table_alias_length'],
    ],
    nameLength,
  ),
  max_index_name_size: () => integer(62),
  index_algorithms: algorithms,
  'use_foreign_keys?': () => TRUE,
  'shared_cache?': () => FALSE,
  logger: () => ({ kind: 'object', name: 'logger', call: () => NIL }),
};
