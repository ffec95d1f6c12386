import type { SqlMigrationTool } from '../../model/migration-tool.ts';

/** A file and what it says. */
export interface TextFile {
  /** Relative to the project root. */
  readonly path: string;
  readonly text: string;
}

/** A SQL migration before anyone has interpreted it. */
export interface SqlMigrationFile extends TextFile {
  readonly tool: SqlMigrationTool;
  /** What the tool knows it by; null for tools that know migrations by their names. */
  readonly version: string | null;
  /** The file's name without version and ending, `add_status_to_users`. */
  readonly name: string;
  /** The file that takes it back; null when there is none, and for tools that keep both in one file. */
  readonly down: TextFile | null;
  /** What a file next to the migration says of transactions; null when nothing does. */
  readonly transaction: boolean | null;
  /** Values of the placeholders or variables that the tool fills in, as far as a configuration tells them. */
  readonly variables: { readonly [name: string]: string };
  /** False where the configuration switches placeholders off. */
  readonly replacesPlaceholders: boolean;
}
