export type RowVerb = 'insert' | 'update' | 'delete' | 'unknown';

const named = (verb: RowVerb, names: readonly string[]): readonly [string, RowVerb][] =>
  names.map((name) => [name, verb]);

/** Methods of Active Record, and of gems that extend it, that write rows. */
const VERBS: ReadonlyMap<string, RowVerb> = new Map([
  ...named('update', [
    ...['update_all', 'update', 'update!', 'update_columns', 'update_column', 'update_columns!'],
    ...['update_attribute', 'update_attributes', 'update_attributes!', 'update_attribute!'],
    ...['touch', 'touch_all', 'save', 'save!', 'increment!', 'decrement!', 'toggle!'],
    ...['increment_counter', 'decrement_counter', 'reset_counters', 'update_counters'],
    ...['upsert_all', 'upsert', 'write_attribute!', 'undiscard', 'undiscard!', 'restore'],
    ...['restore!', 'discard', 'discard!', 'discard_all', 'undiscard_all', 'reset_counter_cache'],
  ]),
  ...named('insert', [
    ...['create', 'create!', 'insert', 'insert!', 'insert_all', 'insert_all!', 'import', 'import!'],
    ...['find_or_create_by', 'find_or_create_by!', 'first_or_create', 'first_or_create!'],
    ...['create_or_find_by', 'create_or_find_by!', 'find_or_create', 'bulk_insert', 'bulk_import'],
    ...['bulk_import!', 'seed', 'seed_once', 'copy_from'],
  ]),
  ...named('delete', [
    ...['delete_all', 'destroy_all', 'delete', 'delete!', 'destroy', 'destroy!', 'delete_by'],
    ...['destroy_by', 'really_destroy!', 'purge', 'purge_later', 'delete_in_batches'],
  ]),
  ...named('unknown', ['<<', 'push', 'concat', 'attach', 'replace', 'migrate_data']),
]);

/** What a method of a model, relation or record does to rows; null when it writes none. */
export function rowVerb(name: string): RowVerb | null {
  // `find_or_create_by_name`, which left with Rails 4.0.
  return VERBS.get(name) ?? (/^find_or_create_by_\w+!?$/.test(name) ? 'insert' : null);
}

/** Names of {@link VERBS} that other things than records have, too. */
const COMMON = /^(?:update|insert|delete|import|create|upsert|push|concat|replace|restore|seed)$/;

/** True for names that hardly anything but a record or relation has. */
export function writesRows(name: string): boolean {
  return VERBS.has(name) && !COMMON.test(name);
}
