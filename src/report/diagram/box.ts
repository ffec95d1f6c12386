import { keysOf } from '../keys.ts';
import type { TableView } from '../tables.ts';
import type { DiagramBox, DiagramRow } from '../types.ts';

/** A box of an unchanged table shows its keys alone; of a changed one, up to this many columns. */
const ROW_LIMIT = 16;

/** What a box shows: keys and changed columns first of all, in the table's order. */
export function diagramBox(view: TableView, link: string | null, bare: boolean): DiagramBox {
  const all = view.columns.map(({ part, mark }): DiagramRow => {
    const keys = keysOf(view.table, part.name).filter((key) => key !== 'IX');
    return { name: part.name, type: part.type, keys, mark, nullable: part.nullable };
  });
  const rows = bare ? [] : shownRows(view, all);
  return { table: view.name, mark: view.mark, link, rows, omitted: all.length - rows.length };
}

function shownRows(view: TableView, all: readonly DiagramRow[]): readonly DiagramRow[] {
  const needed = all.filter((row) => row.keys.length > 0 || row.mark !== 'none');
  if (view.mark === 'none') return needed;
  const room = Math.max(0, ROW_LIMIT - needed.length);
  const others = all.filter((row) => !needed.includes(row)).slice(0, room);
  return all.filter((row) => needed.includes(row) || others.includes(row));
}
