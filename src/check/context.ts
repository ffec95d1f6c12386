import type { Dialect } from '../dialect/index.ts';
import type { Change } from '../model/change.ts';
import type { Engine, RailsVersion } from '../model/engine.ts';
import type { Severity } from '../model/hazard.ts';
import type { LockClaim } from '../model/lock.ts';
import type { AppliedOperation, Migration } from '../model/migration.ts';
import type { Operation } from '../model/operation.ts';
import type { ProjectFacts } from '../model/project-facts.ts';
import type { TeamPolicy } from '../model/review-policy.ts';
import type { Schema } from '../model/schema.ts';
import type { Server } from '../model/server.ts';
import type { SourceLocation } from '../model/source.ts';
import type { ReadSqlUses } from '../model/sql-uses.ts';
import type { Survey } from '../model/survey.ts';
import type { RowsByTable } from '../model/table-rows.ts';
import type { SizeLimits, TableSize } from './size.ts';

/** What is known around one operation. */
export interface RuleContext {
  readonly engine: Engine;
  readonly dialect: Dialect;
  /** The server that production runs; what decides a fact by version. */
  readonly server: Server;
  /** `down` while the author's own way back is judged. */
  readonly direction: 'up' | 'down';
  /** What the database said of itself; null when nobody asked it. */
  readonly survey: Survey | null;
  readonly project: ProjectFacts;
  /** Reads what SQL of the schema names, such as the body of a function. */
  readonly readSql: ReadSqlUses;
  /** Of the project; null when no input says. */
  readonly rails: RailsVersion | null;
  /** Right before the operation. */
  readonly before: Schema;
  /** Right after it. */
  readonly after: Schema;
  /** Before the whole release, and after it; of the way back likewise. */
  readonly initial: Schema;
  readonly final: Schema;
  /** The file; on the way back its operations are those of the way back. */
  readonly migration: Migration;
  /** Position of the operation in the release, from 0; on the way back in that of its migration. */
  readonly step: number;
  readonly locks: readonly LockClaim[];
  /** The other operations of the same migration, before and after this one, in order. */
  readonly earlier: readonly Sibling[];
  readonly later: readonly Sibling[];
  /** True for a table that the release itself creates, up to this operation: nobody uses it yet. */
  readonly isNewTable: (table: string) => boolean;
  /** True for a column that the release itself added before this operation, and of a new table. */
  readonly isNewColumn: (table: string, column: string) => boolean;
  /** True when a statement of the release before this operation gives values to rows of the column. */
  readonly isFilled: (table: string, column: string) => boolean;
  /** What the column was called before the release; null for a new one. */
  readonly originalColumn: (table: string, column: string) => string | null;
  readonly sizeOf: (table: string) => TableSize;
  /** `users (1,200,000 rows)`; the name alone for a new table. */
  readonly withSize: (table: string) => string;
  /** `info` on a small table, `warning` on a medium one, `danger` on a large one or one of unknown size. */
  readonly severityBySize: (table: string) => Severity;
}

export interface Sibling {
  readonly operation: Operation;
  readonly locks: readonly LockClaim[];
  /** As `RuleContext.isNewTable`, at that operation. */
  readonly isNewTable: (table: string) => boolean;
}

export interface CheckOptions {
  readonly engine: Engine;
  /** Of the project; null when no input says. */
  readonly rails?: RailsVersion | null;
  readonly rows: RowsByTable;
  readonly sizes: SizeLimits;
  /** Left out, the one that is taken where no input tells the version. */
  readonly server?: Server;
  readonly survey?: Survey | null;
  readonly project?: ProjectFacts;
  /** Left out, SQL of the schema is looked at as text. */
  readonly readSql?: ReadSqlUses;
  /** What the team asks of reviews; left out where it asks for nothing of its own. */
  readonly policy?: TeamPolicy;
  /** The authors' own ways back, in the order in which they would run: the last migration first. */
  readonly wayBack?: readonly WayBack[];
  /** All of the release, those without operations too; left out, those of its operations. */
  readonly migrations?: readonly Migration[];
  /** How the committed schema file differs from the predicted one; null when there is none to compare. */
  readonly drift?: readonly Change[] | null;
}

/** What `rails db:rollback`, or the `down` of a SQL tool, does to one migration. */
export interface WayBack {
  /** With the operations of the way back. */
  readonly migration: Migration;
  /** What the migration does on the way forward, and the schemas before and after it. */
  readonly forward: {
    readonly before: Schema;
    readonly after: Schema;
    readonly operations: readonly Operation[];
  };
  /** What the way back finds and what it leaves; the same where nothing runs, and where it refuses. */
  readonly found: Schema;
  readonly left: Schema;
  /** Empty when nothing runs, and when it refuses. */
  readonly applied: readonly AppliedOperation[];
  /** Why nothing is undone; empty when it goes through. */
  readonly refused: readonly RefusedWayBack[];
}

/** What keeps a way back from running. */
export interface RefusedWayBack {
  readonly source: SourceLocation;
  /** A clause that can follow "because". */
  readonly reason: string;
  /** True where migdocs could not read it, so that nobody knows whether it runs. */
  readonly unread?: true;
}
