import type { ObjectType } from '../../model/change.ts';
import type { Engine } from '../../model/engine.ts';
import type { DraftedBy, ReviewLevel, Severity } from '../../model/hazard.ts';
import type { Evidence, LockClaim } from '../../model/lock.ts';
import type { MigrationTool } from '../../model/migration-tool.ts';
import type { OperationKind } from '../../model/operation.ts';
import type { RollbackClass } from '../../model/rollback.ts';
import type { SchemaObjectType } from '../../model/schema.ts';
import type { ServerName } from '../../model/server.ts';
import type { TableRows } from '../../model/table-rows.ts';

/** What `migdocs check --format json` prints. */
export interface CheckDocument {
  /** Version of this form. */
  readonly formatVersion: 1;
  readonly tool: { readonly name: 'migdocs'; readonly version: string };
  readonly engine: Engine;
  /** MariaDB is a server of its own; the engine of both is `mysql`. */
  readonly server: ServerName;
  /** The version that facts are stated for: `16`, `8.0.36`. */
  readonly engineVersion: string;
  /** What said so; null where no input says and the default is taken. */
  readonly engineVersionDecidedBy: string | null;
  /** Path of the schema file. */
  readonly schema: string;
  /** The schema that the migrations are applied to, a sentence part. */
  readonly base: string;
  /** Of the release: the strictest of any operation. */
  readonly reviewLevel: ReviewLevel;
  /** Clauses that can follow "because", the weightiest first; empty for a release that does nothing. */
  readonly reviewReasons: readonly string[];
  /** What has to be so before anything runs, sentences. */
  readonly gates: readonly string[];
  /** The weightiest finding that is not suppressed; null when there is none. */
  readonly severity: Severity | null;
  /** Findings at or above it make the command exit with 1; null for never. */
  readonly failOn: Severity | null;
  /** Whether the command exits with 1. */
  readonly failed: boolean;
  readonly counts: CheckCounts;
  /** By migration, in the order in which they run, and there by line. */
  readonly findings: readonly DocumentFinding[];
  readonly migrations: readonly DocumentMigration[];
  /** In the order in which they run. */
  readonly operations: readonly DocumentOperation[];
  /** What was assumed, each a sentence. */
  readonly assumptions: readonly string[];
}

/** How many findings there are. */
export interface CheckCounts {
  readonly danger: number;
  readonly warning: number;
  readonly info: number;
  /** Counted here and in none of the others. */
  readonly suppressed: number;
}

export interface DocumentFinding {
  /** As in the documents of `migdocs propose`: `R1`. */
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  /** One level lower than the rule says for a suppressed finding. */
  readonly severity: Severity;
  /** A sentence with the names of the objects: what happens and until when. */
  readonly message: string;
  /** Relative to the project's root; null for a finding about the release as a whole. */
  readonly path: string | null;
  /** From 1, as are columns; null for a finding about the release as a whole. */
  readonly line: number | null;
  /** In UTF-16 code units. */
  readonly column: number | null;
  readonly endLine: number | null;
  readonly object: CheckObject | null;
  /** The operation that it is about; null for the release as a whole. */
  readonly operation: { readonly position: number; readonly kind: OperationKind } | null;
  /** `down` for what happens when the migration is rolled back by its own way back. */
  readonly direction: 'up' | 'down';
  readonly locks: readonly LockClaim[];
  readonly evidence: Evidence;
  /** Sizes of the tables that it locks, as far as they are known. */
  readonly rows: readonly SizedTable[];
  readonly why: string;
  /** Ruby or SQL that can be pasted, or sentences where no code helps. */
  readonly instead: string;
  readonly reference: string;
  readonly suppressed: boolean;
  /** Who says that it was looked at; null when nobody does. */
  readonly suppression: DocumentSuppression | null;
  /** The same for the same finding when other lines of the file move. */
  readonly fingerprint: string;
}

export interface SizedTable extends TableRows {
  readonly table: string;
}

export interface DocumentSuppression {
  readonly by: 'safety_assured' | 'comment';
  /** In the author's words; null where none was given. */
  readonly reason: string | null;
  readonly path: string;
  readonly line: number;
}

/** What an operation or a finding is about. */
export interface CheckObject {
  readonly type: ObjectType | 'constraint';
  /** The table of a part of a table; null for an object that stands alone. */
  readonly table: string | null;
  readonly name: string;
  /** The type where `type` is `object`; left out for all others. */
  readonly objectType?: SchemaObjectType;
}

export interface DocumentMigration {
  readonly path: string;
  readonly name: string;
  readonly version: string | null;
  readonly tool: MigrationTool;
  /** The strictest of its operations. */
  readonly reviewLevel: ReviewLevel;
  /** Who may write it. */
  readonly draft: DraftedBy;
  /** Who can undo it, at best. */
  readonly rollback: RollbackClass;
  /** Clauses that can follow "because", the weightiest first; empty for a migration that does nothing. */
  readonly reasons: readonly string[];
}

export interface DocumentOperation {
  /** From 0, over all migrations. */
  readonly position: number;
  readonly kind: OperationKind;
  /** What it does, a sentence. */
  readonly words: string;
  /** The migration that it belongs to; its source can be in code that the migration calls. */
  readonly migration: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly object: CheckObject | null;
  /** The text of a condition that could not be decided and under which it runs; null when it always runs. */
  readonly condition: string | null;
  /** Row of the review policy that it falls under. */
  readonly class: string;
  readonly reviewLevel: ReviewLevel;
  /** Who may write it. */
  readonly draft: DraftedBy;
  /** Who can undo it, at best. */
  readonly rollback: RollbackClass;
  /** Why it is not automatic, a clause that can follow "because"; null when it is. */
  readonly rollbackReason: string | null;
  /** Clauses that can follow "because", the weightiest first. */
  readonly reasons: readonly string[];
  readonly locks: readonly LockClaim[];
  /** Ids of its findings. */
  readonly findings: readonly string[];
}
