import type { UniqueConstraint } from '../../model/schema.ts';
import { code, outsideTransaction, symbol, symbols, text } from '../ruby.ts';

/**
 * A unique constraint that is made from an index which was built while the table was written.
 *
 * @param first - number of the first of its two migrations.
 */
export function uniqueByIndex(
  table: string,
  { name, columns }: Pick<UniqueConstraint, 'name' | 'columns'>,
  first = 1,
): string {
  const index = `index_${table.replaceAll('.', '_')}_on_${columns.join('_and_')}`;
  const target = symbol(table);
  return code(
    `# Migration ${first}`,
    ...outsideTransaction(
      `add_index ${target}, ${symbols(columns)}, unique: true, name: ${text(index)}, algorithm: :concurrently`,
    ),
    '',
    `# Migration ${first + 1}`,
    'def up',
    [`add_unique_constraint ${target}, name: ${text(name)}, using_index: ${text(index)}`],
    'end',
    '',
    'def down',
    [`remove_unique_constraint ${target}, name: ${text(name)}`],
    'end',
  );
}
