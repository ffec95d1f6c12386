/** Relation methods that keep all rows. */
export const WHOLE: ReadonlySet<string> = new Set([
  ...[
    'all',
    'unscoped',
    'order',
    'includes',
    'preload',
    'eager_load',
    'select',
    'reorder',
    'readonly',
  ],
  ...['unscope', 'references', 'distinct', 'lock', 'strict_loading', 'extending', 'with_deleted'],
  ...[
    'load',
    'reload',
    'left_joins',
    'left_outer_joins',
    'reverse_order',
    'with_discarded',
    'scoped',
  ],
]);

/** Relation methods that take some rows. */
export const PART: ReadonlySet<string> = new Set([
  ...['where', 'not', 'limit', 'offset', 'joins', 'merge', 'having', 'group', 'or', 'and', 'from'],
  ...['missing', 'associated', 'rewhere', 'excluding', 'without', 'none', 'only_deleted'],
]);

/** Methods that go through the rows in batches. */
export const BATCHES: ReadonlySet<string> = new Set([
  'find_each',
  'in_batches',
  'find_in_batches',
  'each_batch',
  'in_batches_of',
]);

/** Methods that hand each row to their block. */
export const ELEMENTS: ReadonlySet<string> = new Set([
  ...[
    'each',
    'map',
    'each_with_index',
    'flat_map',
    'filter_map',
    'collect',
    'each_slice',
    'each_with_object',
  ],
  ...['reject', 'filter', 'sort_by', 'group_by', 'index_by', 'tap', 'each_record', 'then'],
]);

/** Methods that give one record. */
export const RECORDS: ReadonlySet<string> = new Set([
  ...['find', 'find_by', 'find_by!', 'first', 'last', 'first!', 'last!', 'take', 'new', 'build'],
  ...['find_or_initialize_by', 'first_or_initialize', 'sole'],
]);

/** Methods that change nothing in the database. */
export const NO_EFFECT: ReadonlySet<string> = new Set([
  ...[
    'reset_column_information',
    'reset_table_name',
    'reset_sequence_name',
    'reload_schema_from_cache',
  ],
  ...[
    'table_name=',
    'primary_key=',
    'inheritance_column=',
    'record_timestamps=',
    'ignored_columns=',
  ],
  ...[
    'establish_connection',
    'class_eval',
    'module_eval',
    'default_scopes=',
    'skip_callback',
    'set_callback',
    'attr_accessor',
  ],
  ...[
    'belongs_to',
    'has_many',
    'has_one',
    'enum',
    'serialize',
    'attribute',
    'include',
    'reset_primary_key',
  ],
  ...[
    'clear_cache!',
    'connects_to',
    'after_initialize',
    'define_attribute_methods',
    'define_method',
    'instance_eval',
  ],
]);

/** Methods that only look. */
export const READS =
  /\?$|^(?:count|size|length|sum|maximum|minimum|average|pluck|pick|ids|to_a|to_sql|exists|name|columns|columns_hash|attribute_names|primary_key|model_name|to_s|inspect|id|attributes|human_attribute_name|sanitize_sql\w*|arel_table|quoted_table_name|class|find_by_sql|statuses|to_h|tally|any|none|present|blank|empty)$/;
