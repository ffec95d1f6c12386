import { expect, test } from 'vitest';
import { column, foreignKey, index, table } from '../../testing/build.ts';
import { literal } from '../../testing/operations.ts';
import { replaceColumn } from './replace-column.ts';

const state = column('state', 'text', { nullable: false, default: literal('open') });

test('what the old column has besides its values is named, and comes once the rows are filled', () => {
  const tickets = table('tickets', [state], { indexes: [index('by_state', ['state'])] });
  const steps = replaceColumn(
    { table: tickets, old: state, name: 'status', type: 'text' },
    'postgresql',
  );
  expect(steps).toContain('add_column :tickets, :status, :text\n');
  expect(steps.indexOf('in_batches')).toBeLessThan(
    steps.indexOf(
      '# Release 1, after that: status gets the default "open", NOT NULL, the index by_state',
    ),
  );
});

test('the old column is dropped in a way that Rails can turn around', () => {
  const steps = replaceColumn(
    { table: table('tickets', [state]), old: state, name: 'status', type: 'text' },
    'postgresql',
  );
  expect(steps).toContain('remove_column :tickets, :state, :text, default: "open", null: false');
});

test('a default of the type before is none for the new type', () => {
  const steps = replaceColumn(
    { table: table('tickets', [state]), old: state, name: 'state_new', type: 'integer' },
    'postgresql',
  );
  expect(steps).not.toContain('the default');
  expect(steps).toContain('state_new = state::integer');
});

test('a column with nothing of its own needs no more than its values', () => {
  const plain = column('note', 'text', { nullable: true });
  const other = column('user_id', 'bigint', { nullable: true });
  const notes = table('notes', [plain, other], { foreignKeys: [foreignKey('user_id', 'users')] });
  const steps = (old: typeof plain) =>
    replaceColumn({ table: notes, old, name: 'other', type: old.type }, 'mysql');
  expect(steps(plain)).not.toContain('after that');
  expect(steps(other)).toContain('other gets the foreign key fk_user_id_users');
});
