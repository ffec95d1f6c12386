import type { Engine } from '../../model/engine.ts';
import type { SqlMigrationFile, TextFile } from './file.ts';

/**
 * How a tool runs a script: `file` inside of one transaction; `batch` as one message with all of
 * its statements; `statements` one by one, each by itself.
 */
export type Transaction = 'file' | 'batch' | 'statements';

/** A stretch of a file whose text is not known before it runs. */
export interface Unknown {
  /** In the text of its part; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** A clause that can follow "because". */
  readonly reason: string;
}

/** SQL that a tool sends, with the way from its places to those in the file. */
export interface SqlPart {
  readonly text: string;
  /** The place in the file of a place in `text`; both in UTF-16 code units. */
  readonly placeOf: (index: number) => number;
  /** True for one statement with semicolons of its own. */
  readonly whole: boolean;
  /** In order; empty when all of the text is known. */
  readonly unknown: readonly Unknown[];
}

/** A stretch of a file that is more than SQL and is not understood. */
export interface OpaquePart {
  readonly opaque: string;
  /** Place in the file; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** One way of a migration, in the order in which its parts run. */
export interface Script {
  /** The file that it stands in. */
  readonly file: TextFile;
  readonly parts: readonly (SqlPart | OpaquePart)[];
  readonly transaction: Transaction;
  /** Commands of psql and its like, which are passed over. */
  readonly clientCommands: number;
}

/** Both ways of a migration; `down` is null when its author wrote none. */
export interface Scripts {
  readonly up: Script;
  readonly down: Script | null;
}

/**
 * Takes a migration apart as its tool does.
 *
 * @throws {InputError} on a file that the tool refuses.
 */
export type ScriptsOf = (file: SqlMigrationFile, engine: Engine) => Scripts;

/** A stretch of a file that is sent as it stands. */
export function plainPart(text: string, start: number, end: number, whole = false): SqlPart {
  return {
    text: text.slice(start, end),
    placeOf: (index) => start + index,
    whole,
    unknown: [],
  };
}

/** A script that is its file. */
export function wholeFile(file: TextFile, transaction: Transaction): Script {
  const parts = [plainPart(file.text, 0, file.text.length)];
  return { file, parts, transaction, clientCommands: 0 };
}
