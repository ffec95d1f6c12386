import type { Node } from '@ruby/prism/src/nodes.js';
import { InputError } from '../../../model/errors.ts';
import { own } from '../../../model/own.ts';
import { PREDICATES } from '../commands/catalog/predicates.ts';
import { COMMANDS } from '../commands/index.ts';
import { type Call, NO_OPTIONS, NotUnderstood, withOptions } from '../evaluate/call.ts';
import type { Host } from '../evaluate/evaluator.ts';
import { instanceMethod } from '../evaluate/receivers.ts';
import type { Receiver } from '../evaluate/scope.ts';
import {
  NIL,
  type ObjectValue,
  toText,
  type UnknownValue,
  unknown,
  type Value,
} from '../evaluate/values.ts';
import { askGem } from '../gems/gem-constants.ts';
import { commandsOfGem } from '../gems/gems.ts';
import { callHairTrigger } from '../gems/hair-trigger.ts';
import { inverseProblem, ONLINE_METHODS, ONLINE_RENAMES } from '../gems/online-renames.ts';
import { assertRead } from '../gems/unread-gems.ts';
import type { Session } from '../session.ts';
import type { RubySource } from '../source.ts';
import { tablesNamedInText } from '../tables-named.ts';
import { bodyCommands, mixinOf } from './body-commands.ts';
import { ClassRun } from './class-run.ts';
import type { Code } from './code.ts';
import { constantValue } from './constants.ts';
import { CONTROLS, callWrapper } from './controls.ts';
import { DATABASE } from './database.ts';
import { runElsewhere } from './elsewhere.ts';
import { engineQuestion } from './engine-questions.ts';
import type { MigrationClass } from './find-class.ts';
import { callLikelyModel, callModel, changeUnknownRows } from './models.ts';
import { Reversal } from './reversal.ts';
import { emitUnknownRows } from './row-changes.ts';
import { isClause, onlineOf } from './sent-with.ts';

/** Finds the file of a migration class that another one reverts; null when there is none. */
export type FindMigration = (
  name: string,
) => { readonly source: RubySource; readonly found: MigrationClass } | null;

/** One migration while it runs: commands reach the session through it. */
export class MigrationRun {
  readonly session: Session;
  readonly findMigration: FindMigration;
  readonly code: Code;
  /** True when a migration before this one held something that was not understood. */
  readonly incomplete: boolean;
  readonly reversal: Reversal;
  readonly connection: ObjectValue;
  /** Paths of the migrations that are run. */
  readonly files = new Set<string>();
  /** True once `Rails.env` was asked. */
  asksEnvironment = false;
  readonly #host: Host;
  /** The migration that is run; null before. */
  /** True where something other than the class's own body takes the transaction away. */
  disablesTransaction = false;
  #self: Receiver | null = null;

  constructor(
    session: Session,
    code: Code,
    findMigration: FindMigration,
    incomplete: boolean,
    direction: 'up' | 'down' = 'up',
  ) {
    this.reversal = new Reversal(session, direction);
    this.incomplete = incomplete;
    this.code = code;
    this.session = session;
    this.findMigration = findMigration;
    this.connection = {
      kind: 'object',
      name: 'connection',
      call: (call) => this.call({ ...call, receiver: null }),
    };
    this.#host = {
      call: (call) => this.#guarded(call),
      constant: (name, environment, evaluator) =>
        constantValue(name, this, () => code.constant(name, environment, evaluator)),
      classOf: (environment, evaluator) => code.classOf(environment, evaluator),
      responds: (name) => answersTo(name),
      elsewhere: (call, method, body) => runElsewhere(call, method, body, this),
      opaque: (node, value, source) => this.#opaque(node, value, source),
      setCondition: (conditions) => {
        session.conditions = conditions;
      },
    };
  }

  /** Runs `change`, or else `up` or `down`, as `ActiveRecord::Migration#exec_migration` does. */
  runClass(found: MigrationClass, source: RubySource, direction: 'up' | 'down' = 'up'): void {
    this.files.add(source.path);
    const run = new ClassRun(this.code.migration(source, found), this.#host, this.reversal);
    const { receiver } = run;
    const commands = bodyCommands(found.body);
    this.#self = receiver;
    run.load();
    this.disablesTransaction ||= run.disablesTransaction;
    if (direction === 'up') run.runBody(commands);
    const change = receiver.find('change');
    const written = receiver.find(direction);
    if (change && direction === 'up') this.reversal.record(() => run.runMethod(change));
    else if (change) this.reversal.revert(() => run.runMethod(change));
    else if (written) run.runMethod(written);
    else if (receiver.find('up')) return;
    else if (commands.length === 0) this.#runUnknown(found, source);
  }

  /** What a module of a gem does is not known. */
  #runUnknown({ body }: MigrationClass, source: RubySource): void {
    const mixin = mixinOf(body);
    const reason = 'what the migration does is written in another file';
    if (mixin) this.#opaque(mixin, unknown(reason), source);
  }

  /** Answers a call to the migration or its connection. */
  call(call: Call): Value | undefined {
    const control = own(CONTROLS, call.name);
    if (control) return control(call, this);
    const question = own(PREDICATES, call.name);
    if (question) return question(withOptions(call), this.session);
    const ofGem = this.#callGem(call);
    if (ofGem) return ofGem;
    if (own(COMMANDS, call.name)) return this.command(call);
    assertRead(call);
    return own(DATABASE, call.name)?.(call, this) ?? callWrapper(call) ?? this.#callExtension(call);
  }

  /** A method that the project adds to the adapter: like `execute`, `change` cannot turn it around. */
  #callExtension(call: Call): Value | undefined {
    const { evaluator } = call;
    const { extensions } = this.code;
    const method = extensions.method(call.name, evaluator);
    if (!method) return undefined;
    let value: Value = NIL;
    this.reversal.irrevertible(call, () => {
      const self = extensions.receiver(this.connection, evaluator);
      value = this.session.from(call, () => evaluator.callMethod(method, self, call));
    });
    return value;
  }

  /** A method that a gem adds to every migration. */
  #callGem(call: Call): Value | undefined {
    const commands = commandsOfGem(call, this.session);
    for (const command of commands ?? []) this.command(command);
    if (commands) return NIL;
    const inverse = own(ONLINE_RENAMES, call.name);
    if (inverse === undefined) return callHairTrigger(call, this) ?? this.#callOnline(call);
    const problem = inverseProblem(call);
    if (problem !== null && this.reversal.isReverting) {
      this.reversal.refuse(call, problem);
      return NIL;
    }
    if (problem !== null) this.reversal.noteIrreversible(call, problem);
    const command = this.reversal.isReverting ? { ...call, name: inverse } : call;
    this.reversal.unrecorded(() => this.#callOnline(command));
    return NIL;
  }

  /** A method of online_migrations, which works on the connection. */
  #callOnline(call: Call): Value | undefined {
    const self = this.#self;
    if (!self || (!ONLINE_METHODS.has(call.name) && own(ONLINE_RENAMES, call.name) === undefined)) {
      return undefined;
    }
    const { evaluator } = call;
    const gem = this.code.classNamed('OnlineMigrations::SchemaStatements', evaluator);
    const method = gem && instanceMethod(gem, evaluator, call.name);
    if (!method) return undefined;
    return this.session.asInstalled(() => evaluator.callMethod(method, self, call));
  }

  /** Runs a command, or keeps it for later inside of `revert`. */
  command(call: Call): Value {
    const command = own(COMMANDS, call.name);
    if (!command) return NIL;
    const given = KEEPS_HASH.has(call.name) ? hashAsArgument(call) : withOptions(call);
    assertOptionsKnown(given);
    call.evaluator.countCommand();
    if (onUndumpedTable(given, this.session)) return NIL;
    if (this.reversal.collect(given, (collected) => this.command(collected))) return NIL;
    this.reversal.recordIrreversible(given);
    const how = { isClause: isClause(given, this.session), ...onlineOf(given, this.session) };
    return this.session.sending(how, () => command(given, this.session)) ?? NIL;
  }

  /** Under an open condition, what does not apply may not have to. */
  #guarded(call: Call): Value | undefined {
    try {
      if (call.receiver?.kind === 'model') return callModel(call, call.receiver, this);
      if (call.receiver?.kind === 'unknown') return changeUnknownRows(call, call.receiver, this);
      if (call.receiver?.kind === 'class') return askGem(call, call.receiver.name, this);
      if (call.receiver?.kind === 'constant') return this.#askConstant(call, call.receiver.name);
      return call.receiver === null ? this.call(call) : undefined;
    } catch (error) {
      if (error instanceof InputError && this.#mayBeIncomplete()) {
        throw new NotUnderstood(error.message);
      }
      throw error;
    }
  }

  /** What a class of a gem, or one that is not there any more, answers. */
  #askConstant(call: Call, name: string): Value | undefined {
    const { engine } = this.session.dialect;
    return (
      engineQuestion(call, engine) ?? askGem(call, name, this) ?? callLikelyModel(call, name, this)
    );
  }

  /** True when the schema may hold more, or less, than migdocs knows of. */
  #mayBeIncomplete(): boolean {
    const { session } = this;
    const guessed = session.operations.some((operation) => operation.kind === 'opaque');
    return (
      guessed ||
      session.conditions.length > 0 ||
      session.schema.opaque.length > 0 ||
      this.incomplete
    );
  }

  #opaque(node: Node, { reason, ofRows }: Reason, source: RubySource): void {
    if (ofRows) {
      emitUnknownRows({ node, source }, 'unknown', this);
      return;
    }
    const touches = tablesNamedInText(source.textOf(node), this.session.schema);
    this.session.opaque({ node, source }, reason, touches);
    this.reversal.noteIrreversible({ source, node }, 'it was not understood');
  }
}

type Reason = Pick<UnknownValue, 'reason' | 'ofRows'>;

/** True for the methods of a migration, and of the connection that it passes calls on to. */
function answersTo(name: string): boolean {
  return [CONTROLS, PREDICATES, COMMANDS, DATABASE].some((table) => Object.hasOwn(table, name));
}

/** @throws {NotUnderstood} when options are spread from something that is not known. */
function assertOptionsKnown(call: Call): void {
  for (const { key } of call.options.entries.values()) {
    if (key.kind === 'unknown') throw new NotUnderstood(`its options are not known: ${key.reason}`);
  }
}

/** Tables of Active Record itself: every database has them, and the dumper leaves them out. */
const OWN_TABLES: ReadonlySet<string> = new Set(['schema_migrations', 'ar_internal_metadata']);

/** True for a command on a table that no dump shows, as one that `create_table … temporary: true` made. */
function onUndumpedTable({ name, args: [table] }: Call, { temporary }: Session): boolean {
  if (table === undefined) return false;
  const text = toText(table);
  if (text === null) return false;
  return OWN_TABLES.has(text) || (name !== 'create_table' && temporary.has(text));
}

/** Commands whose last argument is a value that can be a hash. */
const KEEPS_HASH: ReadonlySet<string> = new Set(['change_column_default', 'change_column_null']);

/** `change_column_null` has no options: what is written as such is a hash, which counts as true. */
function hashAsArgument(call: Call): Call {
  if (call.name !== 'change_column_null' || call.options.entries.size === 0) return call;
  return { ...call, args: [...call.args, call.options], options: NO_OPTIONS };
}
