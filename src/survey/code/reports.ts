import type { Engine } from '../../model/engine.ts';
import type { Vocabulary } from '../../read/code-uses.ts';
import { sqlUses } from '../../read/sql-uses.ts';
import type { CodeFiles } from './files.ts';
import { languageOf } from './files.ts';
import { placed } from './placed.ts';
import type { TextSearch } from './text-uses.ts';
import type { PlacedUse } from './verdict.ts';

/** What the files of reports name: SQL by its parser, all others by words. */
export function reportUses(
  reports: CodeFiles,
  vocabulary: Vocabulary,
  engine: Engine,
  search: TextSearch,
): { readonly uses: readonly PlacedUse[]; readonly unreadable: readonly string[] } {
  const uses: PlacedUse[] = [];
  const unreadable: string[] = [];
  for (const path of reports.list()) {
    const text = reports.read(path);
    if (text === null) {
      unreadable.push(path);
      continue;
    }
    const isSql = languageOf(path) === 'sql';
    const found = isSql
      ? sqlUses({ text, tables: null, selectsAll: true }, vocabulary, engine)
      : search(text, path, 'text');
    uses.push(
      ...placed(
        found.map((use) => ({ ...use, kind: 'report' as const })),
        path,
        text,
      ),
    );
  }
  return { uses, unreadable };
}
