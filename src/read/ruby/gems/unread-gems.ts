import { own } from '../../../model/own.ts';
import { type Call, NotUnderstood } from '../evaluate/call.ts';

/** A gem's methods whose outcome its settings or the database decide, and what they do. */
interface UnreadGem {
  readonly gem: string;
  readonly does: string;
  /** The release whose source was read; `none` with the reason. */
  readonly releases: string;
  readonly receiver: 'migration' | 'changeTable';
  /** Names of the methods, of the migration or of `t`. */
  readonly methods: readonly string[];
}

export const UNREAD_GEMS: readonly UnreadGem[] = [
  {
    gem: 'userstamps',
    does: 'takes names and types of its columns from settings',
    releases: 'none: gems of several names have it',
    receiver: 'changeTable',
    methods: ['userstamps', 'remove_userstamps'],
  },
  {
    // https://github.com/heartcombo/devise/blob/v2.0.0/lib/devise/schema.rb; gone since 2.1.0
    gem: 'devise',
    does: 'had this method up to 2.0, with columns that its settings decided',
    releases: '2.0.0',
    receiver: 'changeTable',
    methods: [
      ...['database_authenticatable', 'encryptable', 'token_authenticatable', 'confirmable'],
      ...['reconfirmable', 'recoverable', 'rememberable', 'trackable', 'lockable'],
    ],
  },
  {
    // https://github.com/fatkodima/online_migrations/blob/v0.36.0/lib/online_migrations/change_column_type_helpers.rb
    gem: 'online_migrations',
    does: 'changes a type by way of a second column and triggers, which it copies all else to',
    releases: '0.36.0',
    receiver: 'migration',
    methods: [
      ...['initialize_column_type_change', 'initialize_columns_type_change'],
      ...['revert_initialize_column_type_change', 'revert_initialize_columns_type_change'],
      ...['finalize_column_type_change', 'finalize_columns_type_change'],
      ...['revert_finalize_column_type_change', 'revert_finalize_columns_type_change'],
      ...['cleanup_column_type_change', 'cleanup_columns_type_change'],
    ],
  },
  {
    // https://github.com/fatkodima/online_migrations/blob/v0.36.0/lib/online_migrations/background_schema_migrations/migration_helpers.rb
    gem: 'online_migrations',
    does: 'puts off the change until its scheduler runs it, so that the dump has it later',
    releases: '0.36.0',
    receiver: 'migration',
    methods: [
      ...['add_index_in_background', 'remove_index_in_background'],
      ...['validate_foreign_key_in_background', 'validate_constraint_in_background'],
      'enqueue_background_schema_migration',
    ],
  },
  {
    // https://github.com/fatkodima/online_migrations/blob/v0.36.0/lib/online_migrations/background_data_migrations/migration_helpers.rb
    gem: 'online_migrations',
    does: 'changes rows, often later, when its scheduler runs',
    releases: '0.36.0',
    receiver: 'migration',
    methods: [
      ...['backfill_column_in_background', 'backfill_columns_in_background'],
      ...['backfill_column_for_type_change_in_background', 'copy_column_in_background'],
      ...['backfill_columns_for_type_change_in_background', 'copy_columns_in_background'],
      ...['backfill_column_for_type_change', 'backfill_columns_for_type_change'],
      ...['reset_counters_in_background', 'delete_orphaned_records_in_background'],
      ...['delete_associated_records_in_background', 'perform_action_on_relation_in_background'],
      ...['enqueue_background_data_migration', 'remove_background_data_migration'],
    ],
  },
  {
    // https://github.com/HornsAndHooves/pg_saurus/blob/v6.0.0/lib/pg_saurus/connection_adapters/postgresql_adapter/extension_methods.rb
    gem: 'pg_saurus',
    does: 'writes extensions in a form of its own',
    releases: '6.0.0',
    receiver: 'migration',
    methods: ['create_extension', 'drop_extension'],
  },
];

const REASONS: { readonly [method: string]: string } = Object.fromEntries(
  UNREAD_GEMS.flatMap(({ gem, does, methods }) =>
    methods.map((method) => [method, `it is a method of ${gem}, which ${does}`]),
  ),
);

/** @throws {NotUnderstood} with the gem's name when the method is one of {@link UNREAD_GEMS}. */
export function assertRead({ name }: Pick<Call, 'name'>): void {
  const reason = own(REASONS, name);
  if (reason !== undefined) throw new NotUnderstood(reason);
}
