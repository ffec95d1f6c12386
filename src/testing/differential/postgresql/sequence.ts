import type { Schema } from '../../../model/schema.ts';
import { readPostgresqlStructure } from '../../../read/postgresql/structure/index.ts';
import { differencesFromDump, differencesWhenWritten } from './compare.ts';
import { type Reading, readStatement } from './ours.ts';
import type { Server } from './server.ts';

/** Where migdocs and the server part. */
export interface Finding {
  /**
   * `accepts`: migdocs takes a statement that the server refuses. `refuses`: the other way round.
   * `differs`: the schemas are not the same after what both took. `breaks`: migdocs ended in an
   * error of its own.
   */
  readonly kind: 'accepts' | 'refuses' | 'differs' | 'breaks';
  /** The statements that both took, and then the one that they part on, if it is one. */
  readonly statements: readonly string[];
  /** What the server, or migdocs, says against it; the lines that differ. */
  readonly detail: string;
}

/** What became of a case. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** What both took, in order. */
  readonly accepted: readonly string[];
  /** How many statements both refused. */
  readonly refused: number;
  /** What migdocs leaves to a person, with its reason. */
  readonly opaque: readonly { readonly statement: string; readonly reason: string }[];
}

/** Gives the next statement over the schema as it stands; null for none, undefined at the end. */
export type NextStatement = (schema: Schema) => string | null | undefined;

/**
 * Runs statements on the server and through migdocs, one after the other, and compares what comes of
 * them. One that migdocs does not understand is left out on both sides.
 *
 * @param alsoWritten - whether the model is also written as SQL, loaded, and dumped anew.
 */
export async function runSequence(
  server: Server,
  next: NextStatement,
  alsoWritten: boolean,
): Promise<Outcome> {
  await server.empty();
  const { schema } = await readPostgresqlStructure(server.emptyDump, 'db/structure.sql');
  const sequence = new Sequence(server, schema);
  for (;;) {
    const statement = next(sequence.schema);
    if (statement === undefined) break;
    if (statement === null) continue;
    if (!(await sequence.run(statement))) return sequence.outcome();
  }
  await sequence.compare(alsoWritten);
  return sequence.outcome();
}

class Sequence {
  schema: Schema;
  readonly #server: Server;
  readonly #accepted: string[] = [];
  readonly #opaque: { statement: string; reason: string }[] = [];
  readonly #findings: Finding[] = [];
  #refused = 0;

  constructor(server: Server, empty: Schema) {
    this.#server = server;
    this.schema = empty;
  }

  outcome(): Outcome {
    return {
      findings: this.#findings,
      accepted: this.#accepted,
      refused: this.#refused,
      opaque: this.#opaque,
    };
  }

  /** False when the two schemas are known to differ from here on. */
  async run(statement: string): Promise<boolean> {
    const ours = this.#read(statement);
    if (ours === null) return false;
    if (ours.kind === 'opaque') {
      this.#opaque.push({ statement, reason: ours.reason });
      return true;
    }
    const refusal = await this.#server.run(statement);
    if (ours.kind === 'refused') {
      if (refusal !== null) this.#refused += 1;
      else this.#find('refuses', statement, ours.message);
      return refusal !== null;
    }
    if (refusal !== null) {
      this.#find('accepts', statement, refusal);
      return true;
    }
    this.#accepted.push(statement);
    this.schema = ours.schema;
    return true;
  }

  async compare(alsoWritten: boolean): Promise<void> {
    const dump = await this.#server.dump();
    try {
      const lines = await differencesFromDump(dump, this.schema);
      if (alsoWritten && lines.length === 0) {
        lines.push(...(await differencesWhenWritten(this.#server, dump, this.schema)));
      }
      if (lines.length > 0) this.#find('differs', null, lines.join('\n'));
    } catch (error) {
      this.#find('breaks', null, stackOf(error));
    }
  }

  #read(statement: string): Reading | null {
    try {
      return readStatement(statement, this.schema);
    } catch (error) {
      this.#find('breaks', statement, stackOf(error));
      return null;
    }
  }

  #find(kind: Finding['kind'], statement: string | null, detail: string): void {
    const last = statement === null ? [] : [statement];
    this.#findings.push({ kind, statements: [...this.#accepted, ...last], detail });
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
