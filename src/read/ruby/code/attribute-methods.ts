/**
 * Prefixes and suffixes of the methods that Active Record makes for each attribute.
 *
 * @see {@link https://github.com/rails/rails/tree/v8.0.0/activerecord/lib/active_record/attribute_methods | attribute_methods of Active Record 8.0}
 */
const PREFIXES: readonly string[] = [
  'will_save_change_to_',
  'saved_change_to_',
  'find_or_create_by_',
  'find_by_',
  'find_all_by_',
  'authenticate_by_',
  'restore_',
  'reset_',
  'clear_',
];

const SUFFIXES: readonly string[] = [
  '_before_last_save',
  '_before_type_cast',
  '_came_from_user?',
  '_change_to_be_saved',
  '_changed?',
  '_change',
  '_for_database',
  '_in_database',
  '_previous_change',
  '_previously_changed?',
  '_previously_was',
  '_will_change!',
  '_was',
  '?',
  '!',
  '=',
];

/**
 * The column that a method of a model reads, writes or asks about: `email=`, `email_changed?` and
 * `find_by_email` are `email`. Null when it is none of the columns.
 */
export function columnOfMethod(method: string, columns: ReadonlySet<string>): string | null {
  if (columns.has(method)) return method;
  const withoutSuffix = SUFFIXES.flatMap((suffix) =>
    method.endsWith(suffix) ? [method.slice(0, -suffix.length)] : [],
  );
  for (const stem of [...withoutSuffix, method]) {
    if (columns.has(stem)) return stem;
    const prefix = PREFIXES.find((each) => stem.startsWith(each));
    const rest = prefix === undefined ? null : stem.slice(prefix.length);
    if (rest !== null && columns.has(rest)) return rest;
  }
  return null;
}
