import type { Change, ChangeKind, PossibleRename } from '../model/change.ts';
import type { Dependency } from '../model/dependency.ts';
import type { Engine } from '../model/engine.ts';
import type { DraftedBy, Hazard, ReviewLevel, Severity } from '../model/hazard.ts';
import type { LockClaim } from '../model/lock.ts';
import type { MigrationTool } from '../model/migration-tool.ts';
import type { ProjectFacts } from '../model/project-facts.ts';
import type { InputFile, SignOffRole } from '../model/proposal.ts';
import type { RollbackClass, RollbackStep, Verification } from '../model/rollback.ts';
import type { Schema } from '../model/schema.ts';
import type { ServerName } from '../model/server.ts';
import type { SourceLocation } from '../model/source.ts';
import type { TableFigures } from './facts/figures.ts';
import type { RiskRating } from './risk-rating.ts';

/**
 * Everything that the documents say, in their order and words, with every id, number and count
 * decided. Renderers map it to their library and compute nothing.
 */
export interface ProposalReport {
  readonly identity: ReportIdentity;
  readonly facts: ProposalFacts;
  readonly schemaDocument: ReportDocument;
  readonly signOffDocument: ReportDocument;
  readonly tracker: Workbook;
  readonly diff: DiffView;
}

/** What stands on every cover, header and footer. */
export interface ReportIdentity {
  readonly title: string;
  readonly project: string;
  readonly classification: string | null;
  readonly changeId: string | null;
  /** `migdocs-` and the first 12 digits of the input digest. */
  readonly documentId: string;
  readonly digest: string;
  readonly tool: string;
  /** `YYYY-MM-DD`; null when the inputs hold no date. Also the documents' creation date. */
  readonly date: string | null;
  readonly slug: string;
}

/** A mark on an object. Never shown by colour alone: every mark has a symbol and a word. */
export type Mark = 'none' | 'added' | 'removed' | 'altered' | 'renamed' | 'unknown';

export const MARKS: { readonly [M in Mark]: { readonly symbol: string; readonly word: string } } = {
  none: { symbol: '', word: '' },
  added: { symbol: '+', word: 'added' },
  removed: { symbol: '−', word: 'removed' },
  altered: { symbol: '~', word: 'changed' },
  renamed: { symbol: '»', word: 'renamed' },
  unknown: { symbol: '?', word: 'unknown' },
};

// ---------------------------------------------------------------- documents (PDF, DOCX)

export interface ReportDocument {
  readonly title: string;
  readonly subtitle: string;
  /** The cover's key facts, in order. */
  readonly cover: readonly Fact[];
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  /** Unique in the document; target of links. `a-z0-9-`. */
  readonly anchor: string;
  /** With its number where the document numbers: `5 Change detail`. */
  readonly title: string;
  /** 1 to 3. A section of level 2 belongs to the section of level 1 before it. */
  readonly level: 1 | 2 | 3;
  readonly orientation: 'portrait' | 'landscape';
  readonly startsOnNewPage: boolean;
  /** Mark shown beside the title. */
  readonly mark: Mark;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'subheading'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  /** Two columns of label and value. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | TableBlock
  | {
      readonly kind: 'code';
      readonly language: 'sql' | 'ruby' | 'text' | 'diff';
      readonly text: string;
      readonly caption: string | null;
    }
  | { readonly kind: 'diagram'; readonly diagram: Diagram }
  | {
      readonly kind: 'callout';
      readonly tone: 'info' | 'warning' | 'danger';
      readonly title: string;
      readonly content: readonly Inline[];
    }
  /** The renderer's own table of contents, from the sections. */
  | { readonly kind: 'contents' };

export interface Fact {
  readonly label: string;
  readonly value: readonly CellContent[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** Read out and shown above it; null when the heading says enough. */
  readonly caption: string | null;
  readonly columns: readonly TableColumn[];
  /** Can be empty: then `whenEmpty` is shown. */
  readonly rows: readonly TableRow[];
  readonly whenEmpty: string;
}

export interface TableColumn {
  readonly title: string;
  /** Share of the width; the columns' shares need not add up to anything. */
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

export interface TableRow {
  readonly cells: readonly (readonly CellContent[])[];
  readonly mark: Mark;
  /** Target of links to this row; null when nothing links to it. */
  readonly anchor: string | null;
}

/** Runs of text; a `\n` in a text is a line break. */
export interface Inline {
  readonly kind: 'text';
  readonly text: string;
  readonly style: 'plain' | 'strong' | 'code' | 'muted';
  /** `#anchor` in the same document, or an http(s) address; null for no link. */
  readonly link: string | null;
}

/** Something that only a person can give. DOCX makes a content control of it, PDF a blank line. */
export interface FormField {
  readonly kind: 'field';
  readonly control: 'text' | 'choice' | 'date' | 'checkbox';
  /** Stable key, unique in the document: `signoff.dba.decision`. */
  readonly tag: string;
  /** What is asked, shown until it is filled; beside the box for a checkbox. */
  readonly prompt: string;
  /** For `choice`; empty otherwise. */
  readonly choices: readonly string[];
  /** Filled in from an option or file; null when nobody has said. */
  readonly value: string | null;
}

export type CellContent = Inline | FormField;

/** What an entity-relationship diagram shows; where things go is the renderer's. */
export interface Diagram {
  /** Unique in the document. */
  readonly id: string;
  readonly caption: string;
  /** Says the tables and relations in words. */
  readonly alt: string;
  readonly boxes: readonly DiagramBox[];
  readonly edges: readonly DiagramEdge[];
}

export interface DiagramBox {
  readonly table: string;
  readonly mark: Mark;
  /** `#anchor` of the table's section; null when it has none. */
  readonly link: string | null;
  readonly rows: readonly DiagramRow[];
  /** Columns that are left out. */
  readonly omitted: number;
}

export interface DiagramRow {
  readonly name: string;
  readonly type: string;
  /** `PK`, `FK`, `UK` in this order; empty for a plain column. */
  readonly keys: readonly string[];
  readonly mark: Mark;
  readonly nullable: boolean;
}

export interface DiagramEdge {
  /** The child table, with its key's columns. */
  readonly from: { readonly table: string; readonly columns: readonly string[] };
  readonly to: { readonly table: string; readonly columns: readonly string[] };
  /** At most one child row per parent (a unique key over the columns). */
  readonly single: boolean;
  /** The child may have no parent (a nullable column). */
  readonly optional: boolean;
  readonly mark: Mark;
}

// ---------------------------------------------------------------- workbook (XLSX)

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Named lists of choices for drop-downs; on a hidden sheet. */
  readonly lists: readonly ChoiceList[];
}

export interface ChoiceList {
  /** A valid defined name: letters only, such as `StepStatus`. */
  readonly name: string;
  readonly values: readonly string[];
}

export interface Sheet {
  /** At most 31 characters, unique regardless of case. */
  readonly name: string;
  /** A line above the table that says what the sheet is for. */
  readonly purpose: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Key facts above the table, label and value; empty for most sheets. */
  readonly facts: readonly { readonly label: string; readonly value: CellValue }[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** Blank rows for what people add, with the same drop-downs and formulas. */
  readonly spareRows: number;
}

export interface SheetColumn {
  /** Unique in the sheet; used in formulas: `[@status]`. Letters and digits only. */
  readonly key: string;
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly type: 'text' | 'number' | 'date' | 'code';
  /** True when people fill it: unlocked, white. */
  readonly input: boolean;
  /** Name of a list of choices; null for free input. */
  readonly choices: string | null;
  /** Shown when the cell is selected; null for none. */
  readonly prompt: string | null;
  /** Cells with one of these texts are shown in that tone (a fill, and the text stays). */
  readonly tones: { readonly [text: string]: 'good' | 'attention' | 'bad' | 'neutral' };
}

export interface SheetRow {
  /** Target of links; null when nothing links to it. */
  readonly anchor: string | null;
  readonly mark: Mark;
  /** One a column, in the columns' order. */
  readonly cells: readonly CellValue[];
}

export type CellValue =
  | null
  | string
  | number
  /**
   * `formula` without `=`. `[@key]` is the cell of that column in the same row; `[Sheet!key]` is
   * the whole column `key` of that sheet, spare rows included. `result` is its value now.
   */
  | { readonly formula: string; readonly result: string | number }
  /** A link to a row: `sheet` and the row's `anchor`. */
  | { readonly text: string; readonly link: { readonly sheet: string; readonly anchor: string } };

// ---------------------------------------------------------------- diff (text, Markdown, terminal)

/** The before/after diff, ready for the templates. */
export interface DiffView {
  readonly title: string;
  /** `3 added, 1 removed, 2 changed`, or the sentence for no change. */
  readonly summary: string;
  /** Facts in order: engine, base, migrations, risk, review. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** The most severe first; those of one rule and severity stand together. */
  readonly risks: readonly DiffRisk[];
  /** What to do instead, once a rule, the rule with the most severe finding first. */
  readonly remedies: readonly DiffRemedy[];
  /** One a table or stand-alone object, changed ones only, by name. */
  readonly blocks: readonly DiffBlock[];
  readonly possibleRenames: readonly string[];
  /** What the diff cannot know, a sentence each. */
  readonly unknowns: readonly string[];
  /** Unified diff of the schema file. */
  readonly schemaFileDiff: string;
  readonly schemaFileName: string;
  /** `migdocs 0.1.0 · digest sha256:…`. */
  readonly footer: string;
}

export interface DiffRisk {
  readonly id: string;
  readonly severity: Severity;
  /** The table; empty for a finding on something else. */
  readonly object: string;
  readonly message: string;
  readonly place: string;
}

export interface DiffRemedy {
  /** `R2 Column is renamed under running code`. */
  readonly heading: string;
  /** `R2, and R3 to R9 alike with their own names`; empty for a single finding. */
  readonly note: string;
  /** A sentence, or several lines with code among them, for the first finding. */
  readonly instead: string;
}

export interface DiffBlock {
  /** `table users`, `enum order_status`. */
  readonly heading: string;
  readonly mark: Mark;
  /** `2 columns added, 1 index removed`. */
  readonly summary: string;
  readonly lines: readonly DiffLine[];
}

export interface DiffLine {
  readonly mark: Mark;
  /** `column`, `index`, `foreign key`, … */
  readonly object: string;
  readonly name: string;
  /** The definition after; before it when removed. */
  readonly definition: string;
  /** `type: integer → bigint`, one a difference; empty unless altered or renamed. */
  readonly differences: readonly {
    readonly property: string;
    readonly before: string;
    readonly after: string;
  }[];
}

// ---------------------------------------------------------------- data (JSON)

/**
 * The proposal as data: `proposal.json`. Ids are those of the documents: `C1` a change, `S1` a
 * step, `R1` a risk, `D1` a dependency, `RB1` a rollback step, `V1` a verification, `M1` a
 * migration, `O1` an open point.
 */
export interface ProposalFacts {
  readonly formatVersion: 1;
  readonly tool: { readonly name: 'migdocs'; readonly version: string };
  readonly project: string;
  readonly title: string;
  readonly slug: string;
  readonly documentId: string;
  readonly digest: string;
  readonly date: string | null;
  readonly classification: string | null;
  readonly changeId: string | null;
  readonly engine: {
    readonly name: Engine;
    /** MySQL and MariaDB speak one SQL and are one engine; taken as MySQL where no input tells. */
    readonly server: ServerName;
    /** Numbers of the release; null when no input says. */
    readonly version: string | null;
    readonly decidedBy: string;
  };
  readonly railsVersion: string | null;
  readonly base: { readonly description: string; readonly commit: string | null };
  readonly schemaFile: {
    readonly path: string;
    readonly versionBefore: string | null;
    readonly versionAfter: string | null;
  };
  readonly inputs: readonly InputFile[];
  readonly verdict: {
    readonly severity: Severity | null;
    readonly review: ReviewLevel;
    /** Clauses that can follow "because"; empty for a release without steps. */
    readonly reviewReasons: readonly string[];
    /** What has to be so before anything runs, sentences; empty for nothing. */
    readonly gates: readonly string[];
    /** True when every rollback step is exact. */
    readonly fullyReversible: boolean;
    /** Id of the first step that cannot be undone exactly; null when all can. */
    readonly pointOfNoReturn: string | null;
    readonly counts: { readonly [K in ChangeKind]: number };
    readonly opaque: number;
  };
  readonly migrations: readonly MigrationFacts[];
  readonly changes: readonly (Change & {
    readonly id: string;
    readonly words: string;
    /** The strictest of its steps; null when no step brings it about. */
    readonly review: ReviewLevel | null;
    readonly steps: readonly string[];
    readonly risks: readonly string[];
  })[];
  readonly steps: readonly StepFacts[];
  readonly risks: readonly (Omit<Hazard, 'step'> & {
    readonly rating: RiskRating;
    readonly id: string;
    readonly step: string | null;
  })[];
  /** How large the tables are that the release touches. */
  readonly figures: {
    /** Rows below which a table is small, and from which it is large. */
    readonly sizes: { readonly small: number; readonly large: number };
    /** When the database was asked, in UTC; null when no survey was given. */
    readonly surveyedAt: string | null;
    readonly tables: readonly TableFigures[];
  };
  readonly dependencies: readonly (Omit<Dependency, 'changes'> & {
    readonly id: string;
    readonly changes: readonly string[];
  })[];
  /** Each place of the project's own files that the dependencies are made of. */
  readonly code: Pick<ProjectFacts, 'filesRead' | 'references' | 'elsewhere' | 'unparsed'>;
  readonly rollback: readonly (Omit<RollbackStep, 'undoes'> & {
    readonly id: string;
    readonly undoes: string;
  })[];
  readonly verifications: readonly (Omit<Verification, 'step'> & {
    readonly id: string;
    readonly step: string | null;
  })[];
  /** What has to be settled before the change can be approved, the gravest kind first. */
  readonly openPoints: readonly { readonly id: string; readonly text: string }[];
  readonly possibleRenames: readonly PossibleRename[];
  /** Null when no committed schema was there to compare with. */
  readonly drift: readonly (Change & { readonly words: string })[] | null;
  readonly opaque: readonly {
    readonly text: string;
    readonly reason: string;
    readonly source: SourceLocation;
  }[];
  readonly assumptions: readonly string[];
  readonly roles: readonly SignOffRole[];
  readonly before: Schema;
  readonly after: Schema;
}

/** What the proposal itself holds; open points follow from all of it together. */
export type KnownFacts = Omit<ProposalFacts, 'openPoints'>;

export interface MigrationFacts {
  readonly id: string;
  readonly path: string;
  readonly version: string | null;
  readonly name: string;
  /** What runs it. */
  readonly tool: MigrationTool;
  readonly railsVersion: string | null;
  readonly transactional: boolean;
  readonly down: 'change' | 'written' | 'none';
  readonly irreversible: readonly { readonly source: SourceLocation; readonly reason: string }[];
  /** The strictest of its steps and of what is said of it as a whole; `spot` without steps. */
  readonly review: ReviewLevel;
  /** Clauses that can follow "because"; empty without steps. */
  readonly reviewReasons: readonly string[];
  readonly draft: DraftedBy;
  /** The least that its steps allow; `automatic` without steps. */
  readonly rollbackClass: RollbackClass;
  readonly steps: readonly string[];
}

export interface StepFacts {
  readonly id: string;
  readonly migration: string;
  /** Kind of the operation, as the model names it. */
  readonly operation: string;
  readonly table: string | null;
  /** What it does, a sentence. */
  readonly words: string;
  readonly sql: readonly string[];
  readonly locks: readonly LockClaim[];
  readonly review: ReviewLevel;
  /** Row of the review policy that it falls under: `drop-column`. */
  readonly reviewClass: string;
  /** Clauses that can follow "because", the weightiest first. */
  readonly reviewReasons: readonly string[];
  readonly draft: DraftedBy;
  /** Who may undo it, at best. */
  readonly rollbackClass: RollbackClass;
  readonly source: SourceLocation;
  readonly condition: string | null;
  readonly changes: readonly string[];
  readonly risks: readonly string[];
  readonly rollback: readonly string[];
}
