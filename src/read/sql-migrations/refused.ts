import { InputError } from '../../model/errors.ts';
import { MIGRATION_TOOL_NAMES } from '../../model/migration-tool.ts';
import type { SqlMigrationFile } from './file.ts';

/** The error for a file that its tool refuses to run. */
export function refused(
  file: Pick<SqlMigrationFile, 'path' | 'tool'>,
  line: number,
  reason: string,
  remedy: string | null = null,
): InputError {
  return new InputError(`${MIGRATION_TOOL_NAMES[file.tool]} refuses this file: ${reason}`, {
    location: { path: file.path, line, column: 1, endLine: line },
    remedy,
  });
}

/** The number of the line that a place stands in, from 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
