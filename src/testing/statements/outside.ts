/** Methods of `ActiveRecord::Migration` that Rails itself calls to run migrations. */
export const RUNNER: readonly string[] = [
  ...['[]', 'check_all_pending!', 'check_pending!', 'check_pending_migrations', 'current_version'],
  ...['delegate', 'disable_ddl_transaction', 'down', 'exec_migration', 'execution_strategy'],
  ...['inherited', 'load_schema_if_pending!', 'maintain_test_schema!', 'method_missing', 'migrate'],
  ...['name', 'nearest_delegate', 'next_migration_number', 'table_name_options', 'up'],
  ...['valid_version_format?', 'version'],
];

/** Methods of the recorder besides the commands that it records. */
export const RECORDER_PARTS: readonly string[] = [
  ...['change_table', 'commands', 'delegate', 'execute_block', 'inverse_of', 'record', 'replay'],
  ...['respond_to?', 'respond_to_missing?', 'revert', 'reverting'],
];

/** Methods of a table's definition that Rails itself calls while it makes one. */
export const DEFINITION_PARTS: readonly string[] = [
  ...['new_check_constraint_definition', 'new_column_definition'],
  ...['new_exclusion_constraint_definition', 'new_foreign_key_definition'],
  'new_unique_constraint_definition',
];

/** What any object of Ruby answers, or what Active Record uses to cache and print rows of the catalog. */
export const CATALOG_PARTS: readonly string[] = ['==', 'hash', 'eql?', 'encode_with', 'init_with'];
