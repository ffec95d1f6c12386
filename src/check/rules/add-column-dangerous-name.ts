import { ENGINES } from '../../model/engine.ts';
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
    return namesOf(operation)
      .filter((name) => DANGEROUS_NAMES.has(name))
      .map((name) => {
        const table = operation.kind === 'createTable' ? operation.table.name : operation.table;
        return {
          table,
          message: `A column called ${name} in ${table} hides a method of Active Record, and its model does not load.`,
          instead: `Choose another name than ${name} before the migration is merged.`,
        };
      });
  },
});

type Naming =
  | { readonly kind: 'addColumn'; readonly column: { readonly name: string } }
  | {
      readonly kind: 'createTable';
      readonly table: { readonly columns: readonly { readonly name: string }[] };
    }
  | { readonly kind: 'renameColumn'; readonly to: string };

function namesOf(operation: Naming): readonly string[] {
  if (operation.kind === 'createTable') return operation.table.columns.map(({ name }) => name);
  return [operation.kind === 'addColumn' ? operation.column.name : operation.to];
}
