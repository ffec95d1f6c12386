import type { Node } from '@ruby/prism/src/nodes.js';
import { railsAtLeast } from '../../../model/engine.ts';
import { InputError } from '../../../model/errors.ts';
import type { MigrationDown } from '../../../model/migration.ts';
import { own } from '../../../model/own.ts';
import { PREDICATES } from '../commands/catalog/predicates.ts';
import { COMMANDS } from '../commands/index.ts';
import { Irreversible, inverseOf, isRecorded } from '../commands/inverse.ts';
import { type Call, NO_OPTIONS, NotUnderstood, withOptions } from '../evaluate/call.ts';
import type { ClassEnvironment, Method } from '../evaluate/class-environment.ts';
import { constantIn } from '../evaluate/constants.ts';
import { Evaluator, type Host } from '../evaluate/evaluator.ts';
import { instanceMethod, singletonMethod } from '../evaluate/receivers.ts';
import { type Receiver, Scope } from '../evaluate/scope.ts';
import { JumpSignal, LimitReached, RaiseSignal, TOO_MANY_STEPS } from '../evaluate/signals.ts';
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
import type { Place, Session } from '../session.ts';
import type { RubySource } from '../source.ts';
import { tablesNamedInText } from '../tables-named.ts';
import { bodyCommands, mixinOf } from './body-commands.ts';
import type { Code } from './code.ts';
import { constantValue } from './constants.ts';
import { CONTROLS, callWrapper } from './controls.ts';
import { DATABASE } from './database.ts';
import { runElsewhere } from './elsewhere.ts';
import { engineQuestion } from './engine-questions.ts';
import type { MigrationClass } from './find-class.ts';
import { callLikelyModel, callModel, changeUnknownRows } from './models.ts';
import { Recorder } from './recorder.ts';
import { emitUnknownRows } from './row-changes.ts';

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
  readonly irreversible: MigrationDown['irreversible'][number][] = [];
  /** Why the way back is refused; null on the way forward, where a refusal is shown as opaque. */
  readonly refusals: MigrationDown['irreversible'][number][] | null;
  readonly connection: ObjectValue;
  /** True once `Rails.env` was asked. */
  asksEnvironment = false;
  readonly #host: Host;
  /** The migration that is run; null before. */
  #self: Receiver | null = null;
  /** Collects the commands of a `revert`, to be run the other way round. */
  #recorder: Recorder | null = null;
  /** True where Rails' recorder listens: in `change`, outside of `reversible` and `up_only`. */
  #recording = false;

  constructor(
    session: Session,
    code: Code,
    findMigration: FindMigration,
    incomplete: boolean,
    direction: 'up' | 'down' = 'up',
  ) {
    this.refusals = direction === 'down' ? [] : null;
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

  get isReverting(): boolean {
    return this.#recorder?.reverting ?? false;
  }

  /** True while commands are collected, so that the schema is not yet what they will find. */
  get isRecording(): boolean {
    return this.#recorder !== null;
  }

  /** Runs `change`, or else `up` or `down`, as `ActiveRecord::Migration#exec_migration` does. */
  runClass(found: MigrationClass, source: RubySource, direction: 'up' | 'down' = 'up'): void {
    const evaluator = new Evaluator(this.#host);
    const environment = this.code.migration(source, found);
    const receiver = this.#receiver(environment, evaluator);
    const scope = new Scope({
      classEnvironment: environment,
      receiver,
      block: null,
      running: null,
    });
    this.#self = receiver;
    this.#require(environment, scope, evaluator);
    this.#defineConstants(environment, scope, evaluator);
    this.#setAttributes(environment, scope, evaluator);
    if (direction === 'up') this.#runBody(found, scope, evaluator);
    const change = receiver.find('change');
    const written = receiver.find(direction);
    const run = (method: Method): void => this.#runMethod(method, receiver, evaluator);
    if (change && direction === 'up') this.#record(() => run(change));
    else if (change) this.revert(() => run(change));
    else if (written) run(written);
    else if (receiver.find('up')) return;
    else if (bodyCommands(found.body).length === 0) this.#runUnknown(found, source);
  }

  /** What a module of a gem does is not known. */
  #runUnknown({ body }: MigrationClass, source: RubySource): void {
    const mixin = mixinOf(body);
    const reason = 'what the migration does is written in another file';
    if (mixin) this.#opaque(mixin, unknown(reason), source);
  }

  /** `self`: the migration, with the methods of its class, of what that includes, and of the file. */
  #receiver(environment: ClassEnvironment, evaluator: Evaluator): Receiver {
    const find = (name: string, after?: ClassEnvironment): Method | null =>
      instanceMethod(environment, evaluator, name, after) ??
      singletonMethod(environment, evaluator, name, after);
    const answer = (call: Call): Value | undefined => {
      const method = find(call.name);
      if (method) return evaluator.callMethod(method, receiver, call);
      return call.name === 'class' ? value : this.#guarded({ ...call, receiver: null });
    };
    const value: ObjectValue = { kind: 'object', name: 'migration', call: answer };
    const receiver = { value, find, instanceVariables: environment.instanceVariables };
    return receiver;
  }

  /** Files that the top of the migration's file requires. */
  #require(environment: ClassEnvironment, scope: Scope, evaluator: Evaluator): void {
    for (const call of environment.outer?.calls ?? []) {
      if (/^require/.test(call.name)) evaluator.evaluate(call, scope);
    }
  }

  /** `self.trigrams_table_name = …` in the body, by a method that a module gives the class. */
  #setAttributes(environment: ClassEnvironment, scope: Scope, evaluator: Evaluator): void {
    const { find } = scope.frame.receiver;
    for (const call of environment.calls) {
      if (call.name.endsWith('=') && find(call.name)) evaluator.evaluate(call, scope);
    }
  }

  #defineConstants(environment: ClassEnvironment, scope: Scope, evaluator: Evaluator): void {
    const { source } = environment;
    for (const [name, node] of [...(environment.outer?.pending ?? []), ...environment.pending]) {
      this.#contained(node, source, () => {
        evaluator.report(constantIn(name, environment, evaluator), scope);
      });
    }
  }

  #runBody({ body }: MigrationClass, scope: Scope, evaluator: Evaluator): void {
    for (const command of bodyCommands(body)) {
      this.#contained(command, scope.frame.classEnvironment.source, () =>
        evaluator.report(evaluator.run(command, scope), scope),
      );
    }
  }

  #runMethod(method: Method, receiver: Receiver, evaluator: Evaluator): void {
    const { source } = method.environment;
    this.#contained(method.node, source, () => {
      const value = evaluator.callMethod(method, receiver, null);
      if (value.kind === 'unknown' && value.effect) this.#opaque(value.effect, value, source);
    });
  }

  /** Runs a part of the class; where it cannot go on, the part is shown as not understood. */
  #contained(node: Node, source: RubySource, body: () => void): void {
    try {
      body();
    } catch (error) {
      const reason = endOf(error);
      if (reason === null) return;
      if (this.refusals && error instanceof RaiseSignal) {
        this.refusals.push({ source: source.locate(node), reason });
      } else {
        this.#opaque(node, unknown(reason), source);
      }
    }
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
    return own(DATABASE, call.name)?.(call, this) ?? callWrapper(call);
  }

  /** A method that a gem adds to every migration. */
  #callGem(call: Call): Value | undefined {
    const commands = commandsOfGem(call, this.session);
    for (const command of commands ?? []) this.command(command);
    if (commands) return NIL;
    const inverse = own(ONLINE_RENAMES, call.name);
    if (inverse === undefined) return callHairTrigger(call, this) ?? this.#callOnline(call);
    const problem = inverseProblem(call);
    if (problem !== null && this.isReverting) {
      this.#refuse(call, problem);
      return NIL;
    }
    if (problem !== null) this.noteIrreversible(call, problem);
    const command = this.isReverting ? { ...call, name: inverse } : call;
    this.unrecorded(() => this.#callOnline(command));
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
    if (this.#recorder && isRecorded(given, this.session)) {
      this.#collect(given, this.#recorder);
      return NIL;
    }
    this.recordIrreversible(given);
    return command(given, this.session) ?? NIL;
  }

  #collect(call: Call, recorder: Recorder): void {
    try {
      const command = recorder.reverting ? inverseOf(call, this.session) : call;
      recorder.add(() => this.command(command), command.name);
    } catch (error) {
      if (!(error instanceof Irreversible)) throw error;
      this.#refuse(call, error.message);
    }
  }

  /** Rails raises IrreversibleMigration before anything is undone. */
  #refuse(call: Call, reason: string): void {
    if (this.refusals) this.refusals.push({ source: call.source.locate(call.node), reason });
    else this.session.opaque(call, reason);
  }

  /**
   * Runs something that has no inverse: at once where nothing is collected, else in its turn. On
   * the way back it is refused.
   */
  irrevertible(call: Call, effect: () => void): void {
    if (this.#recorder === null) {
      this.noteIrreversible(call, `${call.name} is not automatically reversible`);
      effect();
    } else if (this.#recorder.reverting) {
      this.#refuse(call, `${call.name} is not automatically reversible`);
    } else {
      this.#recorder.add(effect);
    }
  }

  /** Notes what Rails says when a `change` with this call is rolled back; nothing when it can be. */
  recordIrreversible(call: Call): void {
    if (!this.#recording) return;
    try {
      inverseOf(call, this.session);
    } catch (error) {
      if (!(error instanceof Irreversible)) throw error;
      this.noteIrreversible(call, error.message);
    }
  }

  noteIrreversible(call: Place, reason: string): void {
    if (this.#recording) this.irreversible.push({ source: call.source.locate(call.node), reason });
  }

  /** Runs commands the other way round, the last first, once all of them are known. */
  revert(body: () => void): void {
    if (this.#recorder) {
      this.#recorder.revert(body);
      return;
    }
    const recorder = new Recorder();
    this.#collecting(recorder, () => recorder.revert(body));
    if ((this.refusals?.length ?? 0) === 0) this.#collecting(null, () => recorder.replay());
  }

  /** Collects what `body` does in its own order, to be run in one (`change_table` with `bulk: true`). */
  together(body: () => void): void {
    const outer = this.#recorder;
    if (outer === null) {
      body();
      return;
    }
    const recorder = new Recorder(outer.reverting);
    this.#collecting(recorder, body);
    // In one ALTER TABLE of MySQL an index may go together with its column.
    const first = this.session.dialect.engine === 'mysql' ? 'remove_index' : null;
    outer.add(() => recorder.replay(first));
  }

  /** Runs a block of which Rails' recorder takes no note, such as one of `reversible`, in its turn. */
  unrecorded(body: () => void): void {
    if (this.#recorder) {
      this.#recorder.add(body);
      return;
    }
    const recording = this.#recording;
    this.#recording = false;
    try {
      body();
    } finally {
      this.#recording = recording;
    }
  }

  /** The block of a `transaction`, which is turned around by itself. */
  transaction(body: () => void): void {
    const outer = this.#recorder;
    if (outer === null) {
      body();
      return;
    }
    if (!railsAtLeast(this.session.rails, 6, 0)) {
      // Up to `Migration[5.2]` the block runs forward (`invert_transaction` of Compatibility::V5_2).
      outer.add(body);
      return;
    }
    const recorder = new Recorder();
    this.#collecting(recorder, () => (outer.reverting ? recorder.revert(body) : body()));
    outer.add(() => recorder.replay());
  }

  #collecting(recorder: Recorder | null, body: () => void): void {
    const outer = this.#recorder;
    this.#recorder = recorder;
    try {
      body();
    } finally {
      this.#recorder = outer;
    }
  }

  #record(body: () => void): void {
    this.#recording = true;
    try {
      body();
    } finally {
      this.#recording = false;
    }
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
    this.noteIrreversible({ source, node }, 'it was not understood');
  }
}

type Reason = Pick<UnknownValue, 'reason' | 'ofRows'>;

/** True for the methods of a migration, and of the connection that it passes calls on to. */
function answersTo(name: string): boolean {
  return [CONTROLS, PREDICATES, COMMANDS, DATABASE].some((table) => Object.hasOwn(table, name));
}

/** Why a part of a class ended early; null when it returned. Other errors are thrown on. */
function endOf(error: unknown): string | null {
  if (error instanceof JumpSignal) return null;
  if (error instanceof NotUnderstood) return error.reason;
  if (error instanceof RaiseSignal) {
    return `the migration raises${error.message ? ` \`${error.message}\`` : ''}`;
  }
  if (error instanceof LimitReached) return error.message;
  // JavaScript's own bounds on the depth of calls and the length of texts are RangeErrors.
  if (error instanceof RangeError) return TOO_MANY_STEPS;
  throw error;
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
