import { own } from '../../../model/own.ts';
import { type Call, nameOf } from '../evaluate/call.ts';
import { classReceiver, singletonMethod } from '../evaluate/receivers.ts';
import {
  array,
  boolean,
  FALSE,
  float,
  hash,
  type ModelValue,
  NIL,
  type ObjectValue,
  string,
  TRUE,
  toText,
  unknown,
  type Value,
} from '../evaluate/values.ts';
import { configSettings } from '../gems/config-settings.ts';
import { moneySettings } from '../gems/money-settings.ts';
import { tableOfModel } from '../tables-named.ts';
import { tableNameIn } from './class-body.ts';
import { gemVersion, versionsOf, versionText } from './rails-versions.ts';
import { makeStruct, openStruct, wrapped } from './ruby-classes.ts';
import type { MigrationRun } from './run.ts';

type Answers = {
  readonly [method: string]: (call: Call) => Value | undefined;
};

function object(name: string, answers: Answers): ObjectValue {
  return { kind: 'object', name, call: (call) => own(answers, call.name)?.(call) };
}

/** A migration is judged for production. */
const ENVIRONMENT = object('Rails.env', {
  'production?': () => TRUE,
  'development?': () => FALSE,
  'test?': () => FALSE,
  'local?': () => FALSE,
  'staging?': () => FALSE,
  '==': (call) => boolean(toText(call.args[0] ?? NIL) === 'production'),
  '!=': (call) => boolean(toText(call.args[0] ?? NIL) !== 'production'),
  'in?': (call) => {
    const [names] = call.args;
    return names?.kind === 'array'
      ? boolean(names.items.some((item) => toText(item) === 'production'))
      : undefined;
  },
  to_s: () => string('production'),
  to_sym: () => ({ kind: 'symbol', text: 'production' }),
});

/** Things that are read and change nothing, whose values the files do not tell. */
const UNTOLD: { readonly [name: string]: string } = {
  ENV: 'it depends on an environment variable',
  Time: 'it depends on the time',
  Date: 'it depends on the time',
  DateTime: 'it depends on the time',
  SecureRandom: 'it depends on chance',
  Random: 'it depends on chance',
  ARGV: 'it depends on the command line',
  I18n: 'it depends on translations',
  JSON: 'it depends on parsed data',
  YAML: 'it depends on parsed data',
};

/** The gem reads the files of the environment that Rails runs in, which is taken to be production. */
function productionSettings(run: MigrationRun): ObjectValue | null {
  const settings = configSettings(run.session.project);
  if (settings) run.asksEnvironment = true;
  return settings;
}

/** What a constant is that the migration's own file does not define. */
export function constantValue(
  name: string,
  run: MigrationRun,
  ofProject: () => Value | undefined,
): Value {
  const untold = own(UNTOLD, name);
  if (untold) return reader(name, untold);
  const known = own(KNOWN, name)?.(run);
  if (known) return known;
  const found = ofProject() ?? (name === 'Settings' ? productionSettings(run) : null);
  if (found) return found;
  const names = new Set(
    [...run.session.schema.tables, ...run.session.schema.views].map((table) => table.name),
  );
  const table = tableOfModel(name, names);
  return table === null ? { kind: 'constant', name } : model(name, table);
}

function model(name: string, table: string | null): ModelValue {
  return {
    kind: 'model',
    name,
    environment: null,
    table,
    scope: 'whole',
    batched: false,
    record: false,
  };
}

function reader(name: string, reason: string): ObjectValue {
  return {
    kind: 'object',
    name,
    call: (call) =>
      call.name === 'fetch' && call.args[1] && name !== 'ENV' ? call.args[1] : unknown(reason),
  };
}

const base = (run: MigrationRun): ObjectValue =>
  object('ActiveRecord::Base', {
    connection: () => run.connection,
    lease_connection: () => run.connection,
    transaction: (call) => run.call({ ...call, receiver: null }),
    send: (call) => sanitized(call),
    connection_pool: () =>
      object('pool', {
        with_connection: (call) =>
          call.block ? call.evaluator.callBlock(call.block, [run.connection]) : NIL,
      }),
    logger: () => object('logger', {}),
    'logger=': () => NIL,
    record_timestamps: () => TRUE,
    'record_timestamps=': () => NIL,
    establish_connection: () => NIL,
    pluralize_table_names: () => TRUE,
    table_name_prefix: () => string(''),
    sanitize_sql: (call) => sanitizedText(call.args[0]),
    sanitize_sql_array: (call) => sanitizedText(call.args[0]),
    sanitize_sql_for_conditions: (call) => sanitizedText(call.args[0]),
    configurations: () => unknown('it depends on the configuration of the database'),
    connection_config: () => unknown('it depends on the configuration of the database'),
    connection_db_config: () => unknown('it depends on the configuration of the database'),
    descendants: () => unknown('it depends on the classes of the application'),
  });

/** Active Record's base class with the methods that the project gives to its models. */
function applicationRecord(run: MigrationRun): ObjectValue {
  const own = base(run);
  const value: ObjectValue = {
    ...own,
    call: (call) => {
      const answer = own.call(call);
      if (answer) return answer;
      const { evaluator } = call;
      const written = run.code.classNamed('ApplicationRecord', evaluator);
      const method = written && singletonMethod(written, evaluator, call.name);
      if (!written || !method) return undefined;
      return evaluator.callMethod(method, classReceiver(written, value, evaluator), call);
    },
  };
  return value;
}

/** `send(:sanitize_sql_array, […])`: the methods were private once. */
function sanitized(call: Call): Value | undefined {
  const [name, value] = call.args;
  return name && /^sanitize_sql/.test(toText(name) ?? '') ? sanitizedText(value) : undefined;
}

/** SQL with values put in for its `?`: what it does is known, the values need not be. */
function sanitizedText(value: Value | undefined): Value | undefined {
  if (value?.kind !== 'array') return value;
  const text = value.items[0] ? toText(value.items[0]) : null;
  return text === null
    ? undefined
    : unknown('a text is built from a value that is not known', null, text.replaceAll('?', 'NULL'));
}

const runBlock = (call: Call): Value =>
  call.block ? call.evaluator.callBlock(call.block, []) : NIL;

const KNOWN: { readonly [name: string]: (run: MigrationRun) => Value } = {
  'Float::INFINITY': () => float(Number.POSITIVE_INFINITY),
  'ActiveRecord::Base': base,
  ApplicationRecord: applicationRecord,
  'ActiveRecord::Migration': (run) =>
    object('ActiveRecord::Migration', {
      connection: () => run.connection,
      '[]': () => ({ kind: 'constant', name: 'ActiveRecord::Migration' }),
      'maintain_test_schema!': () => NIL,
    }),
  Rails: (run) =>
    object('Rails', {
      env: () => {
        run.asksEnvironment = true;
        return ENVIRONMENT;
      },
      version: () => string(versionText(run)),
      gem_version: () => gemVersion(versionText(run)),
      root: () => projectPath('', run),
      logger: () =>
        object('logger', { info: () => NIL, warn: () => NIL, error: () => NIL, debug: () => NIL }),
      cache: () => object('cache', { clear: () => NIL, delete: () => NIL }),
      application: () => object('application', { config: () => configuration(run) }),
      configuration: () => configuration(run),
    }),
  ...versionsOf('ActiveRecord'),
  ...versionsOf('Rails'),
  ...versionsOf('ActiveSupport'),
  ActiveRecord: (run) =>
    object('ActiveRecord', {
      version: () => gemVersion(versionText(run)),
      gem_version: () => gemVersion(versionText(run)),
    }),
  'ActiveRecord::Migration::Current': () => ({ kind: 'constant', name: 'ActiveRecord::Migration' }),
  'ActiveRecord::Encryption': () =>
    object('ActiveRecord::Encryption', {
      without_encryption: runBlock,
      protecting_encrypted_data: runBlock,
      with_encryption_context: runBlock,
    }),
  'Gem::Version': () =>
    object('Gem::Version', {
      new: (call) => {
        const text = call.args[0] ? toText(call.args[0]) : null;
        return text === null ? undefined : gemVersion(text);
      },
    }),
  'ActiveRecord::IrreversibleMigration': () => ({
    kind: 'constant',
    name: 'ActiveRecord::IrreversibleMigration',
  }),
  STDOUT: () => object('output', { puts: () => NIL, print: () => NIL, flush: () => NIL }),
  Arel: () => object('Arel', { sql: (call) => call.args[0] }),
  File: (run) => files(run),
  IO: (run) => files(run),
  Set: () =>
    object('Set', {
      new: (call) => call.args[0] ?? array([]),
      '[]': (call) => array([...call.args]),
    }),
  Hash: () => object('Hash', { new: () => hash([]), '[]': (call) => call.args[0] }),
  Array: () => object('Array', { new: () => array([]), wrap: wrapped }),
  String: () => object('String', { new: (call) => call.args[0] ?? string('') }),
  Struct: () => object('Struct', { new: makeStruct }),
  Data: () => object('Data', { define: makeStruct }),
  OpenStruct: () => object('OpenStruct', { new: openStruct }),
  Class: () =>
    object('Class', {
      new: (call) => (call.block ? model('Class', tableNameIn(call.block.body)) : undefined),
    }),
  // The names that acts-as-taggable-on gives its tables unless told otherwise.
  ActsAsTaggableOn: () =>
    object('ActsAsTaggableOn', {
      tags_table: () => string('tags'),
      taggings_table: () => string('taggings'),
    }),
  'ActsAsTaggableOn::Utils': (run) =>
    object('ActsAsTaggableOn::Utils', {
      'using_mysql?': () => boolean(run.session.dialect.engine === 'mysql'),
      'using_postgresql?': () => boolean(run.session.dialect.engine === 'postgresql'),
    }),
  'MoneyRails::Configuration': (run) =>
    object('MoneyRails::Configuration', {
      amount_column: (call) => moneySettings(call, run).amount,
      currency_column: (call) => moneySettings(call, run).currency,
    }),
  Scenic: (run) => object('Scenic', { database: () => run.connection }),
};

/**
 * `Rails.configuration.generators.options[:active_record][:primary_key_type]`, which the migrations
 * of Active Storage, Action Text and other engines ask for: what most keys of the schema are.
 */
function configuration(run: MigrationRun): ObjectValue {
  const keys = run.session.schema.tables.flatMap((table) => {
    const [name] = table.primaryKey?.columns ?? [];
    return table.columns.filter((column) => column.name === name).map((column) => column.type);
  });
  const uuids = keys.filter((type) => type === 'uuid').length;
  const type: Value = uuids * 2 > keys.length ? { kind: 'symbol', text: 'uuid' } : NIL;
  const ofOrm = object('generator options', { '[]': () => type, dig: () => type });
  const options = object('generator options', { '[]': () => ofOrm, dig: () => type });
  const generators = object('generators', {
    options: () => options,
    orm: () => ({ kind: 'symbol', text: 'active_record' }),
  });
  return object('configuration', { generators: () => generators });
}

/** `Rails.root.join("db", "x.sql")`, a path in the project. */
function projectPath(path: string, run: MigrationRun): ObjectValue {
  const joined = (call: Call): string =>
    [path, ...call.args.map((part) => nameOf(part, 'join'))].filter(Boolean).join('/');
  return object('path', {
    join: (call) => projectPath(joined(call), run),
    '/': (call) => projectPath(joined(call), run),
    to_s: () => string(path),
    read: () => readText(path, run),
  });
}

function files(run: MigrationRun): ObjectValue {
  const read = (call: Call): Value => {
    const [path = NIL] = call.args;
    const text = path.kind === 'object' ? path.call({ ...call, name: 'to_s', args: [] }) : path;
    return text?.kind === 'string'
      ? readText(text.text, run)
      : unknown('it reads a file that is not known');
  };
  return object('File', {
    read,
    binread: read,
    join: (call) =>
      string(
        call.args
          .map((part) =>
            part.kind === 'object'
              ? (toText(part.call({ ...call, name: 'to_s', args: [] }) ?? NIL) ?? '')
              : (toText(part) ?? ''),
          )
          .filter(Boolean)
          .join('/'),
      ),
    'exist?': () => unknown('it asks whether a file is there'),
    dirname: () => string('db/migrate'),
    expand_path: (call) => expanded(call.args.map((part) => toText(part) ?? '')),
  });
}

/** `File.expand_path("../x.sql", __dir__)`. */
function expanded([path = '', folder = '']: readonly string[]): Value {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return string(parts.join('/'));
}

function readText(path: string, run: MigrationRun): Value {
  const text = run.session.project?.read(path.replace(/^\.?\//, '')) ?? null;
  return text === null ? unknown(`the file ${path}, which it reads, is not there`) : string(text);
}
