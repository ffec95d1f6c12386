import type { CodeReference } from '../../model/project-facts.ts';
import type { SourceLocation } from '../../model/source.ts';
import type { TouchedObject } from '../../model/touched-objects.ts';

/** A system outside of the project, as a person declared it in the configuration. */
export interface ExternalSystem {
  readonly name: string;
  /** Tables and views that it reads, `users`, or columns of them, `orders.total`. */
  readonly uses: readonly string[];
  readonly note: string | null;
  readonly owner: string | null;
  readonly source: SourceLocation;
}

/** What declared systems use of the objects that the release touches. */
export function externalReferences(
  systems: readonly ExternalSystem[],
  touched: readonly TouchedObject[],
): readonly CodeReference[] {
  return systems.flatMap((system) =>
    touched
      .filter(({ object }) => system.uses.some((use) => isUse(use, object)))
      .map(({ object }): CodeReference => {
        const { source } = system;
        return { object, kind: 'external', certainty: 'declared', source, text: textOf(system) };
      }),
  );
}

/** Whoever uses a table uses each column of it, and whoever uses a column uses its table. */
function isUse(use: string, { table, name }: TouchedObject['object']): boolean {
  if (table === null) return use === name || use.startsWith(`${name}.`);
  return use === table || use === `${table}.${name}`;
}

function textOf({ name, owner, note }: ExternalSystem): string {
  return `${name}${owner === null ? '' : ` (owner: ${owner})`}${note === null ? '' : `: ${note}`}`;
}

/** Where the configuration declares a system. */
export function placeOfSystem(config: string, path: string, name: string): SourceLocation {
  const lines = config.split('\n');
  const isNamed = (line: string) => /\bname\s*:/.test(line) && line.includes(name);
  const line = Math.max(0, lines.findIndex(isNamed)) + 1;
  return { path, line, column: (lines[line - 1]?.search(/\S/) ?? 0) + 1, endLine: line };
}
