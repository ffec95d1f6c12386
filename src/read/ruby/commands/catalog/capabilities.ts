import type { Engine } from '../../../../model/engine.ts';
import { own } from '../../../../model/own.ts';
import { boolean, unknown } from '../../evaluate/values.ts';
import type { CommandTable } from '../command.ts';

const ALL: readonly Engine[] = ['postgresql', 'mysql', 'sqlite'];

/**
 * Engines that answer yes to `supports_<name>?`, on every release of the server that its makers
 * still support.
 *
 * @see {@link https://github.com/rails/rails/tree/v8.1.0/activerecord/lib/active_record/connection_adapters}
 */
const SUPPORTED: { readonly [name: string]: readonly Engine[] } = {
  advisory_locks: ['postgresql', 'mysql'],
  bulk_alter: ['postgresql', 'mysql'],
  check_constraints: ALL,
  comments: ['postgresql', 'mysql'],
  comments_in_create: ['mysql'],
  common_table_expressions: ALL,
  concurrent_connections: ALL,
  datetime_with_precision: ALL,
  ddl_transactions: ['postgresql', 'sqlite'],
  deferrable_constraints: ['postgresql', 'sqlite'],
  disable_referential_integrity: ALL,
  exclusion_constraints: ['postgresql'],
  explain: ALL,
  extensions: ['postgresql'],
  foreign_keys: ALL,
  foreign_keys_in_create: ALL,
  foreign_tables: ['postgresql'],
  identity_columns: ['postgresql'],
  index_include: ['postgresql'],
  indexes_in_create: ['mysql'],
  insert_conflict_target: ['postgresql', 'sqlite'],
  insert_on_conflict: ['postgresql', 'sqlite'],
  insert_on_duplicate_skip: ALL,
  insert_on_duplicate_update: ALL,
  lazy_transactions: ALL,
  materialized_views: ['postgresql'],
  migrations: ALL,
  multi_insert: ALL,
  native_partitioning: ['postgresql'],
  partial_index: ['postgresql', 'sqlite'],
  partitioned_indexes: ['postgresql'],
  pgcrypto_uuid: ['postgresql'],
  primary_key: ALL,
  ranges: ['postgresql'],
  savepoints: ALL,
  statement_cache: ALL,
  transaction_isolation: ALL,
  unique_constraints: ['postgresql'],
  validate_constraints: ['postgresql'],
  views: ALL,
  virtual_columns: ALL,
};

/** Those that depend on the release of the server or on MySQL against MariaDB, with the engines that may. */
const DEPENDS: { readonly [name: string]: readonly Engine[] } = {
  disabling_indexes: ['mysql'],
  expression_index: ['mysql'],
  index_sort_order: ['mysql'],
  insert_returning: ['mysql', 'sqlite'],
  json: ['mysql'],
  nulls_not_distinct: ['postgresql'],
  optimizer_hints: ['postgresql', 'mysql'],
  restart_db_transaction: ['postgresql', 'mysql'],
};

/** Of {@link DEPENDS}, the engines that answer yes on every release. */
const ELSEWHERE: { readonly [name: string]: readonly Engine[] } = {
  expression_index: ['postgresql', 'sqlite'],
  index_sort_order: ['postgresql', 'sqlite'],
  insert_returning: ['postgresql'],
  json: ['postgresql', 'sqlite'],
};

/** `supports_foreign_keys?` and its like. */
export const CAPABILITIES: CommandTable = Object.fromEntries(
  [...Object.keys(SUPPORTED), ...Object.keys(DEPENDS)].map((name) => [
    `supports_${name}?`,
    (_, { dialect: { engine } }) => {
      if (own(DEPENDS, name)?.includes(engine)) {
        return unknown('it depends on the version of the server');
      }
      const engines = own(SUPPORTED, name) ?? own(ELSEWHERE, name) ?? [];
      return boolean(engines.includes(engine));
    },
  ]),
);
