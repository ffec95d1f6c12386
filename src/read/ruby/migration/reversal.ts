import type { Engine } from '../../../model/engine.ts';
import { railsAtLeast } from '../../../model/engine.ts';
import type { MigrationDown } from '../../../model/migration.ts';
import { Irreversible, inverseOf, isRecorded } from '../commands/inverse.ts';
import type { Call } from '../evaluate/call.ts';
import type { Place, Session } from '../session.ts';
import { Recorder } from './recorder.ts';

/** A place in the migration, and why Rails does not undo it. */
type Refusal = MigrationDown['irreversible'][number];

/**
 * The commands that one ALTER TABLE carries out first, wherever they stand in it: on MySQL an index
 * may go together with its column; PostgreSQL drops columns before it adds any (AT_PASS_DROP), so
 * that one can take the place of another under its name (tried on 18).
 */
const FIRST_OF_ONE: { readonly [E in Engine]: string | null } = {
  mysql: 'remove_index',
  postgresql: 'remove_column',
  sqlite: null,
};

/**
 * How a migration is turned around: what runs at once, what is collected to run the other way
 * round, and what has no way back.
 */
export class Reversal {
  readonly irreversible: Refusal[] = [];
  /** Why the way back is refused; null on the way forward, where a refusal is shown as opaque. */
  readonly refusals: Refusal[] | null;
  readonly #session: Session;
  /** Collects the commands of a `revert`, to be run the other way round. */
  #recorder: Recorder | null = null;
  /** True where Rails' recorder listens: in `change`, outside of `reversible` and `up_only`. */
  #recording = false;

  constructor(session: Session, direction: 'up' | 'down') {
    this.refusals = direction === 'down' ? [] : null;
    this.#session = session;
  }

  get isReverting(): boolean {
    return this.#recorder?.reverting ?? false;
  }

  /** True while commands are collected, so that the schema is not yet what they will find. */
  get isCollecting(): boolean {
    return this.#recorder !== null;
  }

  /**
   * Keeps a command for later, on the way back as the one that undoes it.
   *
   * @param run - runs the command that was kept, in its turn.
   * @returns false when it is to run at once.
   */
  collect(call: Call, run: (command: Call) => void): boolean {
    const recorder = this.#recorder;
    if (recorder === null || !isRecorded(call, this.#session)) return false;
    try {
      const command = recorder.reverting ? inverseOf(call, this.#session) : call;
      recorder.add(
        this.#session.later(() => run(command)),
        command.name,
      );
    } catch (error) {
      if (!(error instanceof Irreversible)) throw error;
      this.refuse(call, error.message);
    }
    return true;
  }

  /** Rails raises IrreversibleMigration before anything is undone. */
  refuse(call: Call, reason: string): void {
    if (this.refusals) this.refusals.push({ source: call.source.locate(call.node), reason });
    else this.#session.opaque(call, reason);
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
      this.refuse(call, `${call.name} is not automatically reversible`);
    } else {
      this.#recorder.add(effect);
    }
  }

  /** Notes what Rails says when a `change` with this call is rolled back; nothing when it can be. */
  recordIrreversible(call: Call): void {
    if (!this.#recording) return;
    try {
      inverseOf(call, this.#session);
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
      this.#session.gathering(body);
      return;
    }
    const recorder = new Recorder(outer.reverting);
    this.#collecting(recorder, body);
    const first = FIRST_OF_ONE[this.#session.dialect.engine];
    outer.add(() => this.#session.gathering(() => recorder.replay(first)));
  }

  /** Runs a `change`, whose commands Rails' recorder would have to undo. */
  record(body: () => void): void {
    this.#recording = true;
    try {
      body();
    } finally {
      this.#recording = false;
    }
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
    if (!railsAtLeast(this.#session.rails, 6, 0)) {
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
}
