import { type Call, withOptions } from '../evaluate/call.ts';

/** Other methods of online_migrations that are written out in GEM_CODE. */
export const ONLINE_METHODS: ReadonlySet<string> = new Set([
  ...['add_column_with_default', 'add_reference_concurrently', 'swap_column_names'],
  ...['add_not_null_constraint', 'validate_not_null_constraint', 'remove_not_null_constraint'],
  ...['add_text_limit_constraint', 'validate_text_limit_constraint'],
  ...['remove_text_limit_constraint'],
]);

/**
 * The steps of a rename by online_migrations, which are written out in GEM_CODE, and the step that
 * undoes each.
 *
 * @see {@link https://github.com/fatkodima/online_migrations/blob/v0.36.0/lib/online_migrations/command_recorder.rb}
 */
export const ONLINE_RENAMES: { readonly [method: string]: string } = {
  initialize_column_rename: 'revert_initialize_column_rename',
  revert_initialize_column_rename: 'initialize_column_rename',
  initialize_columns_rename: 'revert_initialize_columns_rename',
  revert_initialize_columns_rename: 'initialize_columns_rename',
  finalize_column_rename: 'revert_finalize_column_rename',
  revert_finalize_column_rename: 'finalize_column_rename',
  finalize_columns_rename: 'revert_finalize_columns_rename',
  revert_finalize_columns_rename: 'finalize_columns_rename',
  initialize_table_rename: 'revert_initialize_table_rename',
  revert_initialize_table_rename: 'initialize_table_rename',
  finalize_table_rename: 'revert_finalize_table_rename',
  revert_finalize_table_rename: 'finalize_table_rename',
};

/** Steps that do not need all of their arguments, but for the way back. */
const NEEDED: ReadonlyMap<string, readonly [count: number, what: string]> = new Map([
  ['revert_initialize_column_rename', [3, 'a column and new_column']],
  ['revert_initialize_columns_rename', [2, 'a hash of old and new columns']],
  ['finalize_table_rename', [2, 'a new_name']],
] as const);

/** Why the recorder of online_migrations refuses to undo a step; null when it does not. */
export function inverseProblem(given: Call): string | null {
  const { name, args, options } = withOptions(given);
  const [count, what] = NEEDED.get(name) ?? [0, ''];
  const told = args.length + (options.entries.size > 0 ? 1 : 0);
  return told < count ? `${name} is only reversible if given ${what}` : null;
}
