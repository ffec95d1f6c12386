import type { ReportContext } from '../context.ts';
import { stepOrders } from '../order.ts';
import type { Sheet, SheetColumn } from '../types.ts';
import { filled, idCell, sheet } from './cells.ts';
import { SHEETS } from './names.ts';

const COLUMNS: readonly SheetColumn[] = [
  filled('order', 'Order', 8, { type: 'number' }),
  filled('step', 'Step', 8),
  filled('migration', 'Migration', 12),
  filled('table', 'Table', 22),
  filled('words', 'What it does', 60),
  filled('after', 'Must come after', 18),
  filled('blocks', 'Must come before', 18),
];

export function orderSheet(context: ReportContext): Sheet {
  const orders = stepOrders(context);
  return sheet({
    name: SHEETS.order,
    purpose:
      'The steps in the order in which they run, and which of them the objects tie together.',
    columns: COLUMNS,
    values: context.facts.steps.map((step, position) => ({
      anchor: step.id,
      values: {
        order: position + 1,
        step: step.id,
        migration: step.migration,
        table: step.table,
        words: step.words,
        after: idCell(SHEETS.order, orders[position]?.after ?? []),
        blocks: idCell(SHEETS.order, orders[position]?.blocks ?? []),
      },
    })),
  });
}
