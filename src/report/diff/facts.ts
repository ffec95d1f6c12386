import type { EngineChoice } from '../../model/proposal.ts';
import type { OpaqueStatement } from '../../model/schema.ts';
import { formatLocation } from '../../model/source.ts';
import { engineWords } from '../describe/engine.ts';
import { oneLine } from '../words/index.ts';
import type { DiffInput, DiffUnknown } from './input.ts';

/** What a diff was made from, as every diff says it first. */
export interface DiffOrigin {
  readonly engine: EngineChoice;
  /** As `BaseChoice.description`. */
  readonly base: string;
  /** Paths, in order. */
  readonly migrations: readonly string[];
  /** The schema file that is compared with; null when migrations are run instead. */
  readonly target: string | null;
}

/** More migrations than this are given by the first and the last. */
const LISTED = 5;

/** Engine, base, and the migrations or the schema file that is compared with. */
export function originFacts({ engine, base, migrations, target }: DiffOrigin): DiffInput['facts'] {
  return [
    {
      label: 'Engine',
      value: `${engineWords(engine)}, because ${engine.decidedBy}`,
    },
    { label: 'Base', value: base },
    target === null
      ? { label: 'Migrations', value: migrationWords(migrations) }
      : { label: 'Target', value: target },
  ];
}

function migrationWords(paths: readonly string[]): string {
  if (paths.length === 0) return 'none';
  if (paths.length <= LISTED) return paths.join('\n');
  return `${paths.length} files:\n${paths[0]} to\n${paths.at(-1)}`;
}

/** Characters of a statement that was not understood. */
const STATEMENT_SHOWN = 80;

/** A statement that was not understood, as something that the diff cannot know. */
export function unknownOf(
  { text, reason, source }: OpaqueStatement,
  tables: readonly string[],
): DiffUnknown {
  return {
    sentence: `${formatLocation(source)} \`${oneLine(text, STATEMENT_SHOWN)}\` was not understood, because ${reason}.`,
    tables,
  };
}
