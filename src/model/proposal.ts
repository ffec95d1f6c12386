import type { Change, PossibleRename } from './change.ts';
import type { Dependency } from './dependency.ts';
import type { Engine, RailsVersion } from './engine.ts';
import type {
  Hazard,
  MigrationReview,
  ReleaseReview,
  Review,
  ReviewLevel,
  Severity,
} from './hazard.ts';
import type { LockClaim } from './lock.ts';
import type { AppliedOperation, Migration } from './migration.ts';
import type { ProjectFacts } from './project-facts.ts';
import type { RollbackPlan, Verification } from './rollback.ts';
import type { OpaqueStatement, Schema } from './schema.ts';
import type { Server } from './server.ts';
import type { SourceLocation } from './source.ts';
import type { Survey } from './survey.ts';
import type { RowsByTable } from './table-rows.ts';

/** All that is known of one change. The report says it in words. */
export interface Proposal {
  readonly tool: { readonly name: 'migdocs'; readonly version: string };
  /** Name of the project's folder, or `title` of the configuration. */
  readonly project: string;
  /** What the change is called: from the options, else from the migrations' names. */
  readonly title: string;
  /** Folder name of the outputs: lower case, `a-z0-9-`. */
  readonly slug: string;
  /** Newest date found in the inputs (migration version, git commit), `YYYY-MM-DD`; never the clock. Null when none. */
  readonly date: string | null;
  /** SHA-256 over all inputs in order, hexadecimal. */
  readonly digest: string;
  readonly inputs: readonly InputFile[];
  readonly engine: EngineChoice;
  readonly rails: RailsVersion | null;
  readonly base: BaseChoice;
  readonly before: Schema;
  readonly after: Schema;
  readonly schemaFile: SchemaFilePair;
  /** Empty with a target schema file (`--to`). */
  readonly migrations: readonly Migration[];
  /** Every operation of every migration, in order. */
  readonly steps: readonly Step[];
  readonly changes: readonly Change[];
  /** What creates each changed object, one a change, in the order of `changes`. */
  readonly definitions: readonly ChangedDefinition[];
  readonly possibleRenames: readonly PossibleRename[];
  readonly hazards: readonly Hazard[];
  readonly dependencies: readonly Dependency[];
  readonly rollback: RollbackPlan;
  readonly verifications: readonly Verification[];
  /** Differences between the predicted schema and the one committed; null when there was nothing to compare. */
  readonly drift: readonly Change[] | null;
  /** Weightiest severity of any hazard; null when there are none. */
  readonly severity: Severity | null;
  /** Weightiest review level of any step. */
  readonly review: ReviewLevel;
  /** The same for each migration, with the reasons, and for all of them together. */
  readonly reviews: {
    readonly migrations: readonly MigrationReview[];
    readonly release: ReleaseReview;
  };
  /** What the database said of itself; null when no survey was given. */
  readonly survey: Survey | null;
  /** What the project's own files say. */
  readonly projectFacts: ProjectFacts;
  /** What could not be understood: of the schema file and of the migrations. */
  readonly opaque: readonly OpaqueStatement[];
  /** What was assumed, each a sentence: `Rails.env` is taken to be production. */
  readonly assumptions: readonly string[];
  readonly options: ProposalOptions;
}

/** The statements that create one object, each with its semicolon. */
export interface ChangedDefinition {
  /** Null when the object is added. */
  readonly before: readonly string[] | null;
  /** Null when it is removed. */
  readonly after: readonly string[] | null;
}

export interface InputFile {
  readonly path: string;
  readonly role:
    | 'schema'
    | 'target schema'
    | 'migration'
    | 'configuration'
    | 'view definition'
    | 'function definition'
    | 'trigger definition'
    | 'engine sign'
    | 'survey';
  readonly sha256: string;
  readonly bytes: number;
}

export interface EngineChoice {
  readonly engine: Engine;
  /** Null when no input says. */
  readonly version: string | null;
  /** What facts are stated for; of a default version when no input says. */
  readonly server: Server;
  /** The sign that decided, such as `config/database.yml says adapter: postgresql`. */
  readonly decidedBy: string;
}

/** The schema that the migrations are applied to. */
export interface BaseChoice {
  /** A sentence part: `db/schema.rb as it is in the working tree`. */
  readonly description: string;
  /** The git commit that the base was taken from; null for the working tree. */
  readonly commit: string | null;
}

export interface SchemaFilePair {
  /** Path of the given schema file, relative to the project root. */
  readonly path: string;
  /** File name of the predicted one among the outputs: `schema.after.rb`, `structure.after.sql`. */
  readonly afterName: string;
  readonly beforeText: string;
  readonly afterText: string;
}

/** One operation with all that was worked out about it. */
export interface Step extends AppliedOperation {
  /** Statements as the engine will get them, each with its semicolon; empty when nothing is sent or known. */
  readonly sql: readonly string[];
  readonly locks: readonly LockClaim[];
  readonly review: Review;
  /** Positions in `Proposal.changes` that this step brings about; can be empty (row changes). */
  readonly changes: readonly number[];
}

/** Sign-off role, as the configuration names it. */
export interface SignOffRole {
  /** Stable key: `a-z0-9-`. */
  readonly id: string;
  readonly title: string;
  /** What the person confirms by signing. */
  readonly statement: string;
}

/** Named group of tables, for diagrams and the table index. */
export interface TableGroup {
  readonly name: string;
  readonly purpose: string | null;
  /** Table names or `prefix_*` patterns. */
  readonly tables: readonly string[];
}

/** What a project's configuration and the command line decide. */
export interface ProposalOptions {
  readonly classification: string | null;
  readonly changeId: string | null;
  readonly requester: string | null;
  readonly roles: readonly SignOffRole[];
  readonly groups: readonly TableGroup[];
  /** Rows by table, from the configuration and the survey; a table without an entry is of unknown size. */
  readonly rows: RowsByTable;
  /** Rows below which a table counts as small, and from which it counts as large. */
  readonly sizes: { readonly small: number; readonly large: number };
  /** Exit code 1 when a hazard is at least this severe; null for never. */
  readonly failOn: Severity | null;
}

/** Where an opaque operation stands, for messages. */
export interface OpaquePlace {
  readonly source: SourceLocation;
  readonly reason: string;
}
