import type { Engine } from '../../model/engine.ts';
import type { MigrationFolder } from './folder.ts';
import type { HistoryTable } from './history-table.ts';
import type { ListedMigration } from './listed.ts';
import type { ToolSettings } from './settings.ts';

/** A tool's configuration as it was found in a project. */
export interface FoundConfiguration {
  /** Of the file that says so. */
  readonly path: string;
  /** Folders that it names, or that go without saying; empty when it names none. */
  readonly folders: readonly string[];
  readonly settings: ToolSettings;
  /** Null when it does not tell. */
  readonly engine: Engine | null;
}

/** Reads a file of the project by its path; null when there is none. */
export type ReadFile = (path: string) => string | null;

/** What is to know of a tool: where its migrations lie, in what order they run, which ran. */
export interface ToolRules {
  /** Folders where it looks unless it is told otherwise. */
  readonly folders: readonly string[];
  /** Its configuration; null when the project has none. */
  readonly configuration: (read: ReadFile) => FoundConfiguration | null;
  /**
   * The migrations of a folder in the order in which it runs them.
   *
   * @throws {InputError} where the tool refuses the folder, as for two migrations of one version.
   */
  readonly list: (folder: MigrationFolder) => readonly ListedMigration[];
  /** The table in which it keeps what ran; null when it keeps none. */
  readonly history: HistoryTable | null;
}

export const NO_CONFIGURATION = (): null => null;
