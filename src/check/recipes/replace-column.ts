import type { Engine } from '../../model/engine.ts';
import { code, columnType, symbol, text } from '../ruby.ts';
import { sqlName } from '../sql-name.ts';
import { batchedUpdate, isNull } from './backfill.ts';

/** Replaces a column by another over several releases, while old code and new code both run. */
export function replaceColumn(
  table: string,
  from: string,
  to: string,
  type: string,
  engine: Engine,
): string {
  return code(
    `# Release 1: the new column; the application writes both ${from} and ${to}`,
    `add_column ${symbol(table)}, ${symbol(to)}, ${columnType(type)}`,
    '',
    '# Release 1, next migration: fills the rows that are there',
    ...batchedUpdate(table, text(`${sqlName(to, engine)} = ${sqlName(from, engine)}`), isNull(to)),
    '',
    `# Release 2: the application reads ${to}; in the model:`,
    `self.ignored_columns += [${text(from)}]`,
    '',
    '# Release 3',
    `remove_column ${symbol(table)}, ${symbol(from)}`,
  );
}
