import type { DefNode, Node } from '@ruby/prism/src/nodes.js';
import { railsAtLeast } from '../../../model/engine.ts';
import { InputError } from '../../../model/errors.ts';
import type { MigrationDown } from '../../../model/migration.ts';
import { own } from '../../../model/own.ts';
import { COMMANDS } from '../commands/index.ts';
import { Irreversible, inverseOf, isRecorded } from '../commands/inverse.ts';
import { PREDICATES } from '../commands/predicates.ts';
import { type Call, NotUnderstood, withOptions } from '../evaluate/call.ts';
import { Evaluator, type Host } from '../evaluate/evaluator.ts';
import { type ClassEnvironment, Scope } from '../evaluate/scope.ts';
import { JumpSignal, LimitReached, RaiseSignal, TOO_MANY_STEPS } from '../evaluate/signals.ts';
import { NIL, type ObjectValue, type Value } from '../evaluate/values.ts';
import type { Place, Session } from '../session.ts';
import type { RubySource } from '../source.ts';
import { tablesNamedInText } from '../tables-named.ts';
import { bodyCommands, mixinOf } from './body-commands.ts';
import { readClassBody } from './class-body.ts';
import { constantValue } from './constants.ts';
import { CONTROLS, callWrapper } from './controls.ts';
import { DATABASE } from './database.ts';
import { engineQuestion } from './engine-questions.ts';
import type { MigrationClass } from './find-class.ts';
import { callModel, changeUnknownRows } from './models.ts';
import { Recorder } from './recorder.ts';

/** Finds the file of a migration class that another one reverts; null when there is none. */
export type FindMigration = (
  name: string,
) => { readonly source: RubySource; readonly found: MigrationClass } | null;

/** One migration while it runs: commands reach the session through it. */
export class MigrationRun {
  readonly session: Session;
  readonly findMigration: FindMigration;
  /** True when a migration before this one held something that was not understood. */
  readonly incomplete: boolean;
  readonly irreversible: MigrationDown['irreversible'][number][] = [];
  /** Why the way back is refused; null on the way forward, where a refusal is shown as opaque. */
  readonly refusals: MigrationDown['irreversible'][number][] | null;
  readonly connection: ObjectValue;
  readonly #host: Host;
  /** Collects the commands of a `revert`, to be run the other way round. */
  #recorder: Recorder | null = null;
  /** True where Rails' recorder listens: in `change`, outside of `reversible` and `up_only`. */
  #recording = false;

  constructor(
    session: Session,
    findMigration: FindMigration,
    incomplete: boolean,
    direction: 'up' | 'down' = 'up',
  ) {
    this.refusals = direction === 'down' ? [] : null;
    this.incomplete = incomplete;
    this.session = session;
    this.findMigration = findMigration;
    this.connection = {
      kind: 'object',
      name: 'connection',
      call: (call) => this.call({ ...call, receiver: null }),
    };
    this.#host = {
      call: (call) => this.#guarded(call),
      constant: (name) => constantValue(name, this),
      opaque: (node, reason, source) => this.#opaque(node, reason, source),
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
    const environment = this.#environment(found, source);
    const evaluator = new Evaluator(this.#host);
    this.#defineConstants(found, source, environment, evaluator);
    if (direction === 'up') this.#runBody(found, environment, evaluator);
    const change = environment.methods.get('change');
    const written = environment.methods.get(direction);
    const run = (method: DefNode): void => this.#runMethod(method, environment, evaluator);
    if (change && direction === 'up') this.#record(() => run(change));
    else if (change) this.revert(() => run(change));
    else if (written) run(written);
    else if (environment.methods.has('up')) return;
    else if (bodyCommands(found.body).length === 0) this.#runElsewhere(found, source);
  }

  /** What a module of another file does is not known. */
  #runElsewhere({ body }: MigrationClass, source: RubySource): void {
    const mixin = mixinOf(body);
    if (mixin) this.#opaque(mixin, 'what the migration does is written in another file', source);
  }

  #environment({ node, body }: MigrationClass, source: RubySource): ClassEnvironment {
    const { methods, models } = readClassBody(body);
    const outside = readClassBody(source.program.statements.body);
    const constants = new Map<string, Value>([...outside.models, ...models]);
    constants.delete(node.name);
    const self: ObjectValue = {
      kind: 'object',
      name: 'migration',
      call: (call) => this.#guarded({ ...call, receiver: null }),
    };
    return { name: node.name, source, constants, methods, instanceVariables: new Map(), self };
  }

  #defineConstants(
    { body }: MigrationClass,
    source: RubySource,
    environment: ClassEnvironment,
    evaluator: Evaluator,
  ): void {
    const scope = new Scope({ classEnvironment: environment, self: environment.self, block: null });
    const outside = readClassBody(source.program.statements.body).constants;
    for (const constant of [...outside, ...readClassBody(body).constants]) {
      this.#contained(constant, source, () => evaluator.evaluate(constant, scope));
    }
  }

  #runBody(
    { body }: MigrationClass,
    environment: ClassEnvironment,
    evaluator: Evaluator,
  ): void {
    const scope = new Scope({ classEnvironment: environment, self: environment.self, block: null });
    for (const command of bodyCommands(body)) {
      this.#contained(command, environment.source, () =>
        evaluator.report(evaluator.run(command, scope), scope),
      );
    }
  }

  #runMethod(method: DefNode, environment: ClassEnvironment, evaluator: Evaluator): void {
    const { source, self } = environment;
    this.#contained(method, source, () => {
      const value = evaluator.callMethod(method, environment, self, null);
      if (value.kind === 'unknown' && value.effect) {
        this.#opaque(value.effect, value.reason, source);
      }
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
        this.#opaque(node, reason, source);
      }
    }
  }

  /** Answers a call to the migration or its connection. */
  call(call: Call): Value | undefined {
    const control = own(CONTROLS, call.name);
    if (control) return control(call, this);
    const question = own(PREDICATES, call.name);
    if (question) return question(withOptions(call), this.session);
    if (own(COMMANDS, call.name)) return this.command(call);
    return own(DATABASE, call.name)?.(call, this) ?? callWrapper(call);
  }

  /** Runs a command, or keeps it for later inside of `revert`. */
  command(call: Call): Value {
    const command = own(COMMANDS, call.name);
    if (!command) return NIL;
    const given = KEEPS_HASH.has(call.name) ? call : withOptions(call);
    assertOptionsKnown(given);
    call.evaluator.countCommand();
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
      recorder.add(() => this.command(command));
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
    outer.add(() => recorder.replay());
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
      if (call.receiver?.kind === 'unknown') return changeUnknownRows(call, this);
      if (call.receiver?.kind === 'constant') {
        return engineQuestion(call, this.session.dialect.engine);
      }
      return call.receiver === null ? this.call(call) : undefined;
    } catch (error) {
      if (error instanceof InputError && this.#mayBeIncomplete()) {
        throw new NotUnderstood(error.message);
      }
      throw error;
    }
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

  #opaque(node: Node, reason: string, source: RubySource): void {
    const touches = tablesNamedInText(source.textOf(node), this.session.schema);
    this.session.opaque({ node, source }, reason, touches);
    this.noteIrreversible({ source, node }, 'it was not understood');
  }
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

/** Commands whose last argument is a value that can be a hash. */
const KEEPS_HASH: ReadonlySet<string> = new Set(['change_column_default']);
