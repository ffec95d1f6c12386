interface Recorded {
  readonly name: string;
  readonly run: () => void;
}

/**
 * What `revert` collects before any of it runs, as Active Record's CommandRecorder does: each
 * command as the one that undoes it, the last first.
 *
 * @see {@link https://github.com/rails/rails/blob/v8.1.1/activerecord/lib/active_record/migration/command_recorder.rb}
 */
export class Recorder {
  #reverting: boolean;
  #commands: Recorded[] = [];

  constructor(reverting = false) {
    this.#reverting = reverting;
  }

  /** False in a `revert` inside of a `revert`, whose commands run forward. */
  get reverting(): boolean {
    return this.#reverting;
  }

  add(run: () => void, name = ''): void {
    this.#commands.push({ name, run });
  }

  /** Turns the direction around for what `body` adds. */
  revert(body: () => void): void {
    const previous = this.#commands;
    this.#reverting = !this.#reverting;
    this.#commands = [];
    try {
      body();
    } finally {
      this.#commands = [...previous, ...this.#commands.reverse()];
      this.#reverting = !this.#reverting;
    }
  }

  /**
   * Runs what was added, in order.
   *
   * @param first - name of the command whose calls come before all others.
   */
  replay(first: string | null = null): void {
    for (const { run } of this.#commands.filter(({ name }) => name === first)) run();
    for (const { run } of this.#commands.filter(({ name }) => name !== first)) run();
  }
}
