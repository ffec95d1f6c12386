import { pluralize, singularize } from '../../../dialect/rails/inflections.ts';
import { own } from '../../../model/own.ts';
import { forgetAssignments } from '../evaluate/branches.ts';
import { type Call, NO_OPTIONS } from '../evaluate/call.ts';
import { textsOf } from '../evaluate/class-environment.ts';
import { callObject } from '../evaluate/objects.ts';
import { classReceiver, instanceMethod, singletonMethod } from '../evaluate/receivers.ts';
import {
  array,
  boolean,
  type ModelValue,
  NIL,
  string,
  symbol,
  toText,
  type UnknownValue,
  unknown,
  unknownRows,
  type Value,
} from '../evaluate/values.ts';
import { BATCHES, ELEMENTS, NO_EFFECT, PART, READS, RECORDS, WHOLE } from './model-words.ts';
import { changeRows, emitUnknownRows } from './row-changes.ts';
import { rowVerb, writesRows } from './row-verbs.ts';
import type { MigrationRun } from './run.ts';

/**
 * A call on a model, a relation or a record. What writes rows becomes `changeRows`; relations
 * remember whether they take all rows. Undefined when migdocs cannot tell what the method does.
 */
export function callModel(call: Call, model: ModelValue, run: MigrationRun): Value | undefined {
  const { name } = call;
  const written = ownMethod(call, model) ?? inheritedMethod(call, model, run);
  if (written) return written;
  const verb = rowVerb(name);
  if (verb && !(model.record && verb === 'unknown' && call.args.length === 0)) {
    return changeRows(call, model, verb, run);
  }
  if (TRANSLATIONS.test(name) && !model.record) return translate(call, model, run);
  if (NO_EFFECT.has(name)) return NIL;
  const answer = own(ANSWERS, name);
  if (answer) return answer(call, model, run);
  return callRelation(call, model, run);
}

/** The globalize gem's methods of models that make and drop the table of their translations. */
const TRANSLATIONS =
  /^(?:create_translation_table|add_translation_fields|drop_translation_table)!$/;

function translate(call: Call, model: ModelValue, run: MigrationRun): Value | undefined {
  const { evaluator } = call;
  const migrator = run.code.classNamed('Globalize::Migrator', evaluator);
  if (!migrator || model.table === null) return undefined;
  const names = (model.environment?.calls ?? [])
    .filter((written) => written.name === 'translates')
    .flatMap(textsOf);
  const args = [model, array(names.map(symbol))];
  const made = callObject(
    { ...call, name: 'new', args, options: NO_OPTIONS },
    { kind: 'class', name: migrator.name, environment: migrator },
  );
  if (made?.kind !== 'instance') return undefined;
  // It works on the connection, where the rules of the migration's own version do not hold.
  const given =
    call.args.length === 0 && call.options.entries.size > 0 ? [call.options] : call.args;
  return run.session.asInstalled(() =>
    callObject({ ...call, receiver: null, args: given, options: NO_OPTIONS }, made),
  );
}

type Answer = (call: Call, model: ModelValue, run: MigrationRun) => Value | undefined;

const connection: Answer = (_call, _model, run) => run.connection;
const wrapper: Answer = (call) => (call.block ? call.evaluator.callBlock(call.block, []) : NIL);

/** Methods of models, relations and records alike. */
const ANSWERS: { readonly [name: string]: Answer } = {
  table_name: (_, { table }) => (table === null ? undefined : string(table)),
  connection,
  lease_connection: connection,
  transaction: wrapper,
  with_lock: wrapper,
  no_touching: wrapper,
  send: resend,
  public_send: resend,
  __send__: resend,
  try: resend,
  'try!': resend,
};

/** Runs a method that the project writes for the model or its records; undefined when it has none. */
function ownMethod(call: Call, model: ModelValue): Value | undefined {
  const { environment } = model;
  if (!environment) return undefined;
  const { evaluator, name } = call;
  const receiver = classReceiver(environment, model, evaluator);
  if (!model.record) {
    const method = singletonMethod(environment, evaluator, name);
    return method ? evaluator.callMethod(method, receiver, call) : undefined;
  }
  const find = (wanted: string) => instanceMethod(environment, evaluator, wanted);
  const method = find(name);
  const variables = new Map<string, Value>();
  return method
    ? evaluator.callMethod(method, { value: model, find, instanceVariables: variables }, call)
    : undefined;
}

/** A class method with a block, such as `without_timeout`, that the project's own base class gives to all models. */
function inheritedMethod(call: Call, model: ModelValue, run: MigrationRun): Value | undefined {
  if (model.record || !call.block || !model.environment) return undefined;
  const { evaluator } = call;
  const base = run.code.classNamed('ApplicationRecord', evaluator);
  const method = base && singletonMethod(base, evaluator, call.name);
  if (!base || !method) return undefined;
  return evaluator.callMethod(method, classReceiver(base, model, evaluator), call);
}

function callRelation(call: Call, model: ModelValue, run: MigrationRun): Value | undefined {
  const { name } = call;
  const found = findRows(name, model);
  if (found) return found;
  if (name === 'column_names' && !model.record) return columnNames(model, run);
  if (BATCHES.has(name)) return overRows(call, { ...model, batched: true }, run);
  if (call.block && ELEMENTS.has(name)) return overRows(call, model, run);
  if (model.record) return callRecord(call, model, run);
  if (isWrittenScope(call, model)) return { ...model, scope: 'part' };
  if (WHOLE.has(name)) return model;
  if (PART.has(name)) return { ...model, scope: 'part' };
  if (name === 'column_for_attribute' || READS.test(name)) return question(call, model, run);
  return /^[a-z_]\w*$/.test(name) && !call.block && !call.name.endsWith('!') && isScope(call)
    ? { ...model, scope: 'part' }
    : undefined;
}

/** Finders with the columns in their names; but for `find_by_…` they left with Rails 4.0. */
const RECORD_BY = /^find_(?:(?:last_)?by_(?!sql$)\w+!?|or_initialize_by_\w+)$/;
const RECORDS_BY = /^(?:find_all|scoped)_by_\w+$/;

function findRows(name: string, model: ModelValue): ModelValue | null {
  if (RECORDS.has(name) || RECORD_BY.test(name)) return { ...model, scope: 'part', record: true };
  return RECORDS_BY.test(name) ? { ...model, scope: 'part' } : null;
}

/** Names of what gems give models to change tables with, as `create_versioned_table`. */
const OF_TABLES = /^(?:create|add|drop|remove|rename|change)_\w*(?:table|column|index|field)s?$/;

/** A method that is followed by another call is taken for a scope of the model. */
function isScope(call: Call): boolean {
  return (
    !OF_TABLES.test(call.name) &&
    call.args.length === 0 &&
    call.options.entries.size === 0 &&
    call.receiver?.kind === 'model'
  );
}

function question(call: Call, model: ModelValue, run: MigrationRun): Value {
  if (call.name === 'table_exists?' && model.table !== null) {
    return boolean(run.session.findTable(model.table) !== null);
  }
  if (call.name === 'columns_hash') return columnNames(model, run);
  return unknownRows(`it depends on the rows of ${model.table ?? model.name}`);
}

function columnNames(model: ModelValue, run: MigrationRun): Value {
  const table = model.table === null ? null : run.session.findTable(model.table);
  return table
    ? array(table.columns.map((column) => string(column.name)))
    : unknown(`the columns of ${model.name} are not known`);
}

/**
 * What a record answers: attributes are values of its row. Setting one does nothing until it is
 * saved, but for a list of other records. Methods with `!` that no file defines come from gems, such as
 * the events of a state machine; a record's method changes rows, never the schema.
 */
function callRecord(call: Call, model: ModelValue, run: MigrationRun): Value | undefined {
  const { name } = call;
  if (call.block?.body) return undefined;
  if (/^\w+=$/.test(name)) {
    if (isListOfRecords(call)) emitUnknownRows(call, 'unknown', run);
    return call.args[0] ?? NIL;
  }
  if (/\w!$/.test(name)) return changeRows(call, model, 'unknown', run);
  if (name === 'class') return { ...model, record: false };
  return unknownRows(`it depends on the rows of ${model.table ?? model.name}`);
}

/** `course.subjects = [a, b]`, which Active Record writes at once. */
function isListOfRecords(call: Call): boolean {
  const [value] = call.args;
  const name = call.name.slice(0, -1);
  const isList = value?.kind === 'array' || (value?.kind === 'unknown' && value.ofRows);
  return isList && pluralize(name) === name && singularize(name) !== name && !/_ids$/.test(name);
}

/** `scope :active, -> { … }` in the class or what it inherits from. */
function isWrittenScope(call: Call, { environment }: ModelValue): boolean {
  if (!environment) return false;
  return call.evaluator
    .ancestors(environment)
    .some(({ calls }) =>
      calls.some((written) => written.name === 'scope' && textsOf(written)[0] === call.name),
    );
}

/** `record.send(:name)`. */
function resend(call: Call, model: ModelValue, run: MigrationRun): Value | undefined {
  const [name, ...args] = call.args;
  const text = name ? toText(name) : null;
  if (text !== null) return callModel({ ...call, name: text, args }, model, run);
  return model.record ? unknownRows(`it depends on the rows of ${model.name}`) : undefined;
}

/** Runs a block for the rows, once, since their number is not known. */
function overRows(call: Call, model: ModelValue, run: MigrationRun): Value {
  const { block } = call;
  // The block of in_batches gets a relation, which is a part of the rows at a time.
  const relation = call.name === 'in_batches' || call.name === 'each_batch';
  const element: ModelValue = { ...model, record: !relation };
  if (!block) return { ...model, batched: true };
  const rows = `the rows of ${model.table ?? model.name}`;
  const args = [element, unknownRows(`it depends on ${rows}`)];
  const { evaluator } = call;
  run.session.forRows(rows, () => evaluator.repeating(() => evaluator.runBlock(block, args)));
  if (block.body) forgetAssignments(block.body, block.scope);
  return unknownRows(`it depends on ${rows}`);
}

/** Rows written through something whose class the files do not tell; undefined for other calls. */
export function changeUnknownRows(
  call: Call,
  { ofRows }: UnknownValue,
  run: MigrationRun,
): Value | undefined {
  const verb = rowVerb(call.name);
  if (ofRows && /^\w+=$/.test(call.name) && isListOfRecords(call)) {
    emitUnknownRows(call, 'unknown', run);
    return call.args[0];
  }
  if (!verb || !(ofRows || writesRows(call.name)) || isAppended(call, ofRows)) return undefined;
  // `record.settings.delete(:key)` takes a key out of a value.
  if (call.name === 'delete' && call.args.length > 0) return undefined;
  emitUnknownRows(call, verb, run);
  return unknownRows('it depends on rows');
}

/** Methods of classes that only models have. */
const OF_MODELS =
  /^(?:where|find_each|find_in_batches|in_batches|find_by!?|find_by_sql|order|joins|includes|unscoped|pluck|distinct|exists\?|count|reset_column_information|connection|column_names|table_name)$/;

/** A call on a class that no file defines, of a kind that only models have; undefined for others. */
export function callLikelyModel(call: Call, name: string, run: MigrationRun): Value | undefined {
  if (!OF_MODELS.test(call.name) && !writesRows(call.name)) return undefined;
  const model: ModelValue = {
    kind: 'model',
    name,
    environment: null,
    table: null,
    scope: 'whole',
    batched: false,
    record: false,
  };
  return callModel({ ...call, receiver: model }, model, run);
}

/** `list << value` on something that is no record: it may be a list of the migration's own. */
function isAppended(call: Call, ofRows: boolean): boolean {
  return !ofRows && rowVerb(call.name) === 'unknown' && call.name !== 'attach';
}
