import type { Call } from '../evaluate/call.ts';
import {
  array,
  boolean,
  type ModelValue,
  NIL,
  string,
  unknown,
  type Value,
} from '../evaluate/values.ts';
import type { MigrationRun } from './run.ts';

type Verb = 'insert' | 'update' | 'delete';

const named = (verb: Verb, names: readonly string[]): readonly [string, Verb][] =>
  names.map((name) => [name, verb]);

/** Methods of Active Record that write rows. */
const VERBS: ReadonlyMap<string, Verb> = new Map([
  ...named('update', [
    ...['update_all', 'update', 'update!', 'update_columns', 'update_column', 'update_attribute'],
    ...[
      'update_attributes',
      'update_attributes!',
      'update_attribute!',
      'touch',
      'touch_all',
      'save',
    ],
    ...['save!', 'increment!', 'decrement!', 'toggle!', 'increment_counter', 'reset_counters'],
    ...['update_counters', 'upsert_all', 'upsert', 'write_attribute!'],
  ]),
  ...named('insert', [
    ...['create', 'create!', 'insert', 'insert!', 'insert_all', 'insert_all!', 'import', 'import!'],
    ...['find_or_create_by', 'find_or_create_by!', 'first_or_create', 'first_or_create!'],
    ...['create_or_find_by', 'create_or_find_by!', 'create_with'],
  ]),
  ...named('delete', [
    ...[
      'delete_all',
      'destroy_all',
      'delete',
      'delete!',
      'destroy',
      'destroy!',
      'delete_by',
      'destroy_by',
    ],
    ...['really_destroy!'],
  ]),
]);

/** Relation methods that keep all rows. */
const WHOLE: ReadonlySet<string> = new Set([
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
const PART: ReadonlySet<string> = new Set([
  ...['where', 'not', 'limit', 'offset', 'joins', 'merge', 'having', 'group', 'or', 'and', 'from'],
  ...['missing', 'associated', 'rewhere', 'excluding', 'without', 'none', 'only_deleted'],
]);

const BATCHES: ReadonlySet<string> = new Set([
  'find_each',
  'in_batches',
  'find_in_batches',
  'each_batch',
  'in_batches_of',
]);

const ELEMENTS: ReadonlySet<string> = new Set([
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

const RECORDS: ReadonlySet<string> = new Set([
  ...['find', 'find_by', 'find_by!', 'first', 'last', 'first!', 'last!', 'take', 'new', 'build'],
  ...['find_or_initialize_by', 'first_or_initialize', 'sole'],
]);

const NO_EFFECT: ReadonlySet<string> = new Set([
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
    'instance_eval',
  ],
]);

/** Methods that only look. */
const READS =
  /\?$|^(?:count|size|length|sum|maximum|minimum|average|pluck|pick|ids|to_a|to_sql|exists|name|columns|columns_hash|attribute_names|primary_key|model_name|to_s|inspect|id|attributes|human_attribute_name|sanitize_sql\w*|arel_table|quoted_table_name|class|find_by_sql|statuses|to_h|tally|any|none|present|blank|empty)$/;

/**
 * A call on a model, a relation or a record. What writes rows becomes `changeRows`; relations
 * remember whether they take all rows. Undefined when migdocs cannot tell what the method does.
 */
export function callModel(call: Call, model: ModelValue, run: MigrationRun): Value | undefined {
  const { name } = call;
  const verb = VERBS.get(name);
  if (verb) return changeRows(call, model, verb, run);
  if (NO_EFFECT.has(name)) return NIL;
  if (name === 'table_name') return model.table === null ? undefined : string(model.table);
  if (name === 'column_names' && !model.record) return columnNames(model, run);
  if (name === 'connection') return run.connection;
  if (name === 'transaction' || name === 'with_lock' || name === 'no_touching') {
    return call.block ? call.evaluator.callBlock(call.block, []) : NIL;
  }
  return callRelation(call, model, run);
}

function callRelation(call: Call, model: ModelValue, run: MigrationRun): Value | undefined {
  const { name } = call;
  if (RECORDS.has(name)) return { ...model, scope: 'part', record: true };
  if (BATCHES.has(name)) return overRows(call, { ...model, batched: true });
  if (call.block && ELEMENTS.has(name)) return overRows(call, model);
  if (model.record) return callRecord(call, model);
  if (WHOLE.has(name)) return model;
  if (PART.has(name)) return { ...model, scope: 'part' };
  if (name === 'column_for_attribute' || READS.test(name)) return question(call, model, run);
  return /^[a-z_]\w*$/.test(name) && !call.block && !call.name.endsWith('!') && isScope(call)
    ? { ...model, scope: 'part' }
    : undefined;
}

/** A method that is followed by another call is taken for a scope of the model. */
function isScope(call: Call): boolean {
  return (
    call.args.length === 0 && call.options.entries.size === 0 && call.receiver?.kind === 'model'
  );
}

function question(call: Call, model: ModelValue, run: MigrationRun): Value {
  if (call.name === 'table_exists?' && model.table !== null) {
    return boolean(run.session.findTable(model.table) !== null);
  }
  if (call.name === 'columns_hash') return columnNames(model, run);
  return unknown(`it depends on the rows of ${model.table ?? model.name}`);
}

function columnNames(model: ModelValue, run: MigrationRun): Value {
  const table = model.table === null ? null : run.session.findTable(model.table);
  return table
    ? array(table.columns.map((column) => string(column.name)))
    : unknown(`the columns of ${model.name} are not known`);
}

/** What a record answers: attributes are values of its row; setting one does nothing until it is saved. */
function callRecord(call: Call, model: ModelValue): Value | undefined {
  if (call.name.endsWith('=')) return NIL;
  if (call.name.endsWith('!')) return undefined;
  return unknown(`it depends on the rows of ${model.table ?? model.name}`);
}

/** Runs a block for the rows, once, since their number is not known. */
function overRows(call: Call, model: ModelValue): Value {
  const { block } = call;
  // The block of in_batches gets a relation, which is a part of the rows at a time.
  const relation = call.name === 'in_batches' || call.name === 'each_batch';
  const element: ModelValue = { ...model, record: !relation };
  if (!block) return { ...model, batched: true };
  call.evaluator.runBlock(block, [element, unknown('it depends on the rows')]);
  return unknown(`it depends on the rows of ${model.table ?? model.name}`);
}

function changeRows(call: Call, model: ModelValue, verb: Verb, run: MigrationRun): Value {
  const scope = verb === 'insert' || model.record ? recordScope(model, verb) : model.scope;
  run.session.emit(
    {
      kind: 'changeRows',
      table: model.table,
      verb,
      scope,
      text: call.source.textOf(call.node),
      language: 'ruby',
      batched: model.batched,
    },
    call,
  );
  run.noteIrreversible(call, 'rows that it changes are not changed back');
  return { ...model, record: true };
}

/** Names that nothing but Active Record has: they write rows, of whatever table. */
const UNMISTAKABLE =
  /^(?:update_(?:all|columns?|attributes?)!?|update!|(?:delete|destroy)_all|destroy!?|save!|create!|(?:insert|upsert)_all!?|find_or_create_by!?|first_or_create!?|touch_all)$/;

/** Rows written through something whose class the files do not tell; undefined for other calls. */
export function changeUnknownRows(call: Call, run: MigrationRun): Value | undefined {
  const verb = VERBS.get(call.name);
  if (!verb || !UNMISTAKABLE.test(call.name)) return undefined;
  const record: ModelValue = {
    kind: 'model',
    name: 'a record',
    table: null,
    scope: 'part',
    batched: false,
    record: true,
  };
  const text = call.source.textOf(call.node);
  run.session.emit(
    {
      kind: 'changeRows',
      table: null,
      verb,
      scope: 'unknown',
      text,
      language: 'ruby',
      batched: false,
    },
    call,
  );
  run.noteIrreversible(call, 'rows that it changes are not changed back');
  return record;
}

/** A record met while going through all rows stands for all of them. */
function recordScope(model: ModelValue, verb: Verb): 'whole' | 'part' {
  return verb === 'insert' ? 'part' : model.scope;
}
