import { ENGINES } from '../../model/engine.ts';
import type { OperationOf } from '../../model/operation.ts';
import { columnsMade } from '../columns-made.ts';
import { defineRule } from '../rule.ts';

/**
 * Names that Active Record refuses as attributes, or that hide a method which every record has.
 *
 * @see {@link https://api.rubyonrails.org/classes/ActiveRecord/DangerousAttributeError.html | DangerousAttributeError}
 */
const DANGEROUS_NAMES = new Set([
  'attributes',
  'association',
  'changed',
  'changes',
  'connection',
  'delete',
  'destroy',
  'errors',
  'frozen',
  'hash',
  'logger',
  'reload',
  'save',
  'transaction',
  'update',
  'valid',
]);

export const addColumnDangerousName = defineRule({
  id: 'add-column-dangerous-name',
  title: 'Column hides a method of Active Record',
  engines: ENGINES,
  severity: 'warning',
  on: ['addColumn', 'createTable', 'renameColumn'],
  docs: {
    why: 'An attribute of the name of an Active Record method raises DangerousAttributeError as soon as the model is loaded.',
    instead: 'Choose another name before the migration is merged.',
    reference: 'https://api.rubyonrails.org/classes/ActiveRecord/DangerousAttributeError.html',
  },
  check(operation) {
    const { table, names } = named(operation);
    return names
      .filter((name) => DANGEROUS_NAMES.has(name))
      .map((name) => ({
        table,
        message: `A column called ${name} in ${table} hides a method of Active Record, and its model does not load.`,
        instead: `Choose another name than ${name} before the migration is merged.`,
      }));
  },
});

function named(operation: OperationOf<'addColumn' | 'createTable' | 'renameColumn'>): {
  readonly table: string;
  readonly names: readonly string[];
} {
  if (operation.kind === 'renameColumn') return { table: operation.table, names: [operation.to] };
  const { table, columns } = columnsMade(operation);
  return { table, names: columns.map(({ name }) => name) };
}
