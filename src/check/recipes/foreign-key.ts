import type { ForeignKey, ReferentialAction } from '../../model/schema.ts';
import { code, symbol, symbols, text } from '../ruby.ts';

const ACTIONS: { readonly [A in ReferentialAction]: string | null } = {
  noAction: null,
  restrict: ':restrict',
  cascade: ':cascade',
  setNull: ':nullify',
  setDefault: null,
};

/** `add_foreign_key` as the author could write it, with further options. */
export function addForeignKeyLine(
  table: string,
  key: ForeignKey,
  ...options: readonly string[]
): string {
  const { onDelete, onUpdate, deferrable } = key;
  const all = [
    `column: ${symbols(key.columns)}`,
    ...(key.toColumns.join() === 'id' ? [] : [`primary_key: ${symbols(key.toColumns)}`]),
    `name: ${text(key.name)}`,
    ...(ACTIONS[onDelete] === null ? [] : [`on_delete: ${ACTIONS[onDelete]}`]),
    ...(ACTIONS[onUpdate] === null ? [] : [`on_update: ${ACTIONS[onUpdate]}`]),
    ...(deferrable === null ? [] : [`deferrable: :${deferrable}`]),
    ...options,
  ];
  return `add_foreign_key ${symbol(table)}, ${symbol(key.toTable)}, ${all.join(', ')}`;
}

/**
 * A foreign key that is first held for new rows, then validated while both tables are written.
 *
 * @param first - number of the first of its two migrations.
 */
export function foreignKeyInTwoSteps(table: string, key: ForeignKey, first = 1): string {
  return code(
    `# Migration ${first}: new rows are checked, old ones are not looked at`,
    addForeignKeyLine(table, key, 'validate: false'),
    '',
    `# Migration ${first + 1}: the scan lets reads and writes through`,
    `validate_foreign_key ${symbol(table)}, name: ${text(key.name)}`,
  );
}
