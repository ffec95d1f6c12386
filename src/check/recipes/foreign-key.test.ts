import { expect, test } from 'vitest';
import { foreignKey } from '../../testing/build.ts';
import { foreignKeyInTwoSteps } from './foreign-key.ts';

test('a foreign key in two steps is checked when the author wanted it checked', () => {
  const key = foreignKey('user_id', 'users', { name: 'by_user', deferrable: 'deferred' });
  expect(foreignKeyInTwoSteps('orders', key)).toContain(
    'name: "by_user", deferrable: :deferred, validate: false',
  );
});
