import { keysOf } from '../keys.ts';
import type { TableView } from '../tables.ts';
import type { DiagramBox, DiagramRow } from '../types.ts';

/** A box of a table that is drawn in full shows up to this many columns. */
const ROW_LIMIT = 16;

/** How much of a table a box shows: its name, its keys and what changes, or most columns. */
export type BoxDetail = 'name' | 'changes' | 'columns';

/** What a box shows: keys and changed columns first of all, in the table's order. */
export function diagramBox(view: TableView, link: string | null, detail: BoxDetail): DiagramBox {
  const all = view.columns.map(({ part, mark }): DiagramRow => {
    const keys = keysOf(view.table, part.name).filter((key) => key !== 'IX');
    return { name: part.name, type: part.type, keys, mark, nullable: part.nullable };
  });
  const rows = detail === 'name' ? [] : shownRows(all, detail);
  return { table: view.name, mark: view.mark, link, rows, omitted: all.length - rows.length };
}

function shownRows(all: readonly DiagramRow[], detail: BoxDetail): readonly DiagramRow[] {
  const needed = all.filter((row) => row.keys.length > 0 || row.mark !== 'none');
  if (detail === 'changes') return needed;
  const room = Math.max(0, ROW_LIMIT - needed.length);
  const others = all.filter((row) => !needed.includes(row)).slice(0, room);
  return all.filter((row) => needed.includes(row) || others.includes(row));
}
