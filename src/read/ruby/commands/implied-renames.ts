import { defaultIndexName } from '../../../dialect/rails/names.ts';
import type { Index } from '../../../model/schema.ts';
import type { Call } from '../evaluate/call.ts';
import type { Session } from '../session.ts';

/**
 * After a rename Rails renames the indexes that bear the default name of the old table or column
 * (`rename_table_indexes`, `rename_column_indexes`). `to` is the table as it is called now;
 * `columns` gives the names that an index' columns had before.
 */
export function renameDefaultNamedIndexes(
  renaming: {
    readonly from: string;
    readonly to: string;
    readonly columns: (columns: readonly string[]) => readonly string[];
  },
  call: Call,
  session: Session,
): void {
  if (session.conditions.length > 0) return;
  const { from, to } = renaming;
  const name = (table: string, columns: readonly string[] | string): string =>
    defaultIndexName(table.slice(table.lastIndexOf('.') + 1), columns, session.rails);
  for (const index of session.findTable(to)?.indexes ?? []) {
    const now = indexedNames(index);
    const before = typeof now === 'string' ? now : renaming.columns(now);
    const wanted = name(to, now);
    if (index.name !== name(from, before) || index.name === wanted) continue;
    const table = to;
    session.emit({ kind: 'renameIndex', table, from: index.name, to: wanted }, call, call.name);
  }
}

/** The columns of an index, or its expression. */
export function indexedNames(index: Index): readonly string[] | string {
  const expression = index.parts.find((part) => part.expression !== null)?.expression;
  return expression ?? index.parts.map((part) => part.column ?? '');
}
