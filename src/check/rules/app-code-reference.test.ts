import { expect, test } from 'vitest';
import { dropColumn, lines } from '../../testing/operations.ts';
import { casesOf, checkCase } from '../../testing/rule-cases/case.ts';
import { looked } from '../../testing/rule-cases/code.ts';
import { pg } from '../../testing/rule-cases/schemas.ts';

function severityIn(path: string): string | undefined {
  const reference = {
    object: { type: 'column', table: 'users', name: 'name' },
    kind: 'query',
    certainty: 'parsed',
    source: { path, line: 8, column: 1, endLine: 8 },
    text: 'User.pluck(:name)',
  } as const;
  const project = looked({ references: [reference] });
  const dropped = casesOf('app-code-reference').hit(
    path,
    pg(),
    lines(dropColumn('users', 'name')),
    'still named',
    { options: { project } },
  );
  return checkCase(dropped).find(({ rule }) => rule === 'app-code-reference')?.severity;
}

test.each([
  ['app/models/user.rb', 'danger'],
  ['lib/tasks/users.rake', 'danger'],
  ['script/fixes/12_names.rb', 'warning'],
  ['db/seeds.rb', 'warning'],
])('a column that %s still names is a %s', (path, severity) => {
  expect(severityIn(path)).toBe(severity);
});
