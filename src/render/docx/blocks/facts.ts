import type { Table } from 'docx';
import type { Fact } from '../../../report/types.ts';
import { INK } from '../colours.ts';
import { columnWidths } from '../column-widths.ts';
import { runs } from '../inline.ts';
import type { Place } from '../place.ts';
import { STYLE } from '../styles.ts';
import { cellContent, drawTable } from '../table.ts';

/**
 * Label and value side by side, a row a fact. The first stands with the second: LibreOffice 7.4 loses
 * rows of a table that breaks right behind its first row under a heading.
 */
export function factsTable(facts: readonly Fact[], place: Place): Table {
  const widths = columnWidths([27, 73], [0, 0], place.width);
  const rows = facts.map(({ label, value }, position) => ({
    cells: [
      {
        content: [...runs(label)],
        style: STYLE.tableLabel,
        align: 'left' as const,
        fill: INK.headerFill,
      },
      {
        content: cellContent(value, place),
        style: STYLE.tableText,
        align: 'left' as const,
        fill: null,
      },
    ],
    header: false,
    whole: true,
    withNext: position === 0 && facts.length > 1,
  }));
  return drawTable(rows, widths, { firstColumn: true });
}
