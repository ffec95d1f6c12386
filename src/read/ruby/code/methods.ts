import type { ReferenceKind } from '../../../model/project-facts.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Methods of relations that take columns by name, as keys of a hash, or in SQL. */
export const QUERY_METHODS = words(`
  where rewhere not order reorder in_order_of select reselect group regroup having pluck pick sum
  average minimum maximum count exists? find_by find_by! find_sole_by find_or_create_by
  find_or_create_by! find_or_initialize_by create_or_find_by create_or_find_by! create_with
  update_all delete_by destroy_by insert insert! insert_all insert_all! upsert upsert_all unscope
  joins left_joins left_outer_joins includes preload eager_load references from distinct merge or and
  with having ids index_with scoping calculate from extending optimizer_hints annotate only except
  find_by_sql count_by_sql find_each find_in_batches in_batches first_or_create
  first_or_create! first_or_initialize update_counters increment_counter decrement_counter
  reset_counters touch_all where_not search_by arel_table arel_attribute column_for_attribute
  attribute_names human_attribute_name type_for_attribute columns_hash
`);

/** Methods that take names of associations. */
export const JOIN_METHODS = words(
  'joins left_joins left_outer_joins includes preload eager_load references where_associated missing associated merge',
);

/** Methods of one record that take attributes by name. */
export const RECORD_METHODS = words(`
  new create create! build update update! update_attribute update_attribute! update_column
  update_columns update_attributes update_attributes! assign_attributes attributes= write_attribute
  read_attribute read_attribute_for_validation increment increment! decrement decrement! toggle
  toggle! touch [] []= slice values_at attribute_present? has_attribute? attribute_changed?
  saved_change_to_attribute saved_change_to_attribute? will_save_change_to_attribute? attribute_was
  attribute_in_database attribute_before_last_save as_json to_json serializable_hash public_send
  send try try! __send__ dig generates_token_for has_changes_to_save with reload
`);

/** Methods of a relation or a class whose result is again of its model. */
export const SAME_MODEL = words(`
  all where rewhere not order reorder select reselect group having limit offset distinct joins
  left_joins left_outer_joins includes preload eager_load references lock readonly unscoped unscope
  with_deleted none or and merge from in_order_of find find_by find_by! find_sole_by first first!
  last last! second third take take! sole new build create create! find_or_create_by
  find_or_create_by! find_or_initialize_by create_or_find_by create_or_find_by! create_with sample
  to_a to_ary reload reverse sort_by min_by max_by uniq compact reject filter detect each
  each_with_index find_each find_in_batches in_batches load presence tap then itself dup clone
  decorate paginate page per kept friendly lock! becomes order_by where_not rewhere except only
  scoping first_or_create first_or_create! first_or_initialize build_stubbed sort partition
  shuffle each_slice each_with_object with_lock freeze strict_loading find_by_id excluding without
`);

/** Of those, the ones that give one record. */
export const ONE_RECORD = words(`
  find find_by find_by! find_sole_by first first! last last! second third take take! sole new build
  create create! find_or_create_by find_or_create_by! find_or_initialize_by create_or_find_by
  create_or_find_by! sample min_by max_by detect first_or_create first_or_create!
  first_or_initialize build_stubbed
`);

/** Methods of a relation whose result is no model. */
export const PLAIN_RESULT = words(`
  pluck pick sum average minimum maximum count size length exists? any? empty? none? many? ids map
  flat_map each_with_object to_sql name table_name transaction connection to_h index_by group_by
  update_all delete_all destroy_all insert_all upsert_all calculate blank? present? nil? is_a?
  to_json as_json to_s inspect human_attribute_name model_name columns column_names statuses
  arel_table sanitize_sql sum join filter_map sum tally
`);

/** Iterators that hand each record to their block. */
export const ITERATORS = words(`
  each map flat_map collect select filter reject find_each each_with_index each_with_object
  filter_map sort_by min_by max_by group_by index_by find detect any? all? none? sum count partition
  to_h tap then uniq index_with reverse_each each_entry sole find_index each_cons map!
`);

/** What makes records in tests: `create(:user, email: …)`. */
export const FACTORY_METHODS = words(`
  create build build_stubbed attributes_for create_list build_list create_pair build_pair
  build_stubbed_list fabricate make association generate insert instance_double
`);

/** Methods that are named after a model and take a record or its name as the first argument. */
export const FIRST_IS_RECORD = words(`
  extract! form_for form_with simple_form_for fields_for simple_fields_for fields require
  collection_select text_field label policy policy_scope dom_id render partial!
`);

/** What the calls in the body of a model declare. All others there are declarations of some kind. */
export function declarationKind(method: string): ReferenceKind {
  if (/^validate|^normalizes|^has_secure_/.test(method)) return 'validation';
  if (/^(?:scope|default_scope|pg_search_scope|search_scope|scoped_search|order_as)/.test(method)) {
    return 'query';
  }
  return /^(?:belongs_to|has_|accepts_nested_attributes_for)/.test(method)
    ? 'association'
    : 'declaration';
}

/** Methods that declare an association in the body of a model. */
export const ASSOCIATION_METHODS = words(
  'belongs_to has_many has_one has_and_belongs_to_many delegated_type belongs_to_active_hash',
);

/** Methods in whose block a table's factory is built. */
export const FACTORY_BLOCKS = words('factory trait after before transient callback');
