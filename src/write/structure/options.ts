import type { RailsVersion } from '../../model/engine.ts';
import type { AppliedOperation } from '../../model/migration.ts';

/** What the writer of a SQL schema file has to know besides the schema. */
export interface WriteStructureOptions {
  /** Versions of the migrations that ran since the file was dumped, in their order. */
  readonly ran: readonly string[];
  /** The Rails that dumps; null when it is not known or the project is none of Rails. */
  readonly rails: RailsVersion | null;
  /** Writes every statement as the dump tool would, even where the given text could stay. */
  readonly everythingAnew?: boolean;
  /**
   * What the migrations do, step by step, for SQLite: the order in which objects are made, and which
   * tables are copied on the way, shows in its dump. Left out, what differs is written alone.
   */
  readonly applied?: readonly AppliedOperation[];
}
