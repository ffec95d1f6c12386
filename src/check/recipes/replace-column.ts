import type { Engine } from '../../model/engine.ts';
import { code, columnType, symbol, text } from '../ruby.ts';
import { sqlName } from '../sql-name.ts';
import { batchedUpdate, isNull } from './backfill.ts';

/**
 * Replaces a column by another over several releases, while old code and new code both run.
 *
 * @param converts - true when the two are of different types.
 */
export function replaceColumn(
  table: string,
  from: string,
  to: string,
  type: string,
  engine: Engine,
  converts = false,
): string {
  const old = sqlName(from, engine);
  // PostgreSQL assigns between some types alone; a cast says it for all.
  const value = converts && engine === 'postgresql' ? `${old}::${type}` : old;
  return code(
    `# Release 1: the new column; the application writes both ${from} and ${to}`,
    `add_column ${symbol(table)}, ${symbol(to)}, ${columnType(type)}`,
    '',
    '# Release 1, next migration: fills the rows that are there',
    ...batchedUpdate(table, text(`${sqlName(to, engine)} = ${value}`), isNull(to)),
    '',
    `# Release 2: the application reads ${to}; in the model:`,
    `self.ignored_columns += [${text(from)}]`,
    '',
    '# Release 3',
    `remove_column ${symbol(table)}, ${symbol(from)}`,
  );
}
