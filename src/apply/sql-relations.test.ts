import { describe, expect, test } from 'vitest';
import {
  mentionsSubject,
  renameFunctionInSql,
  renameInHead,
  renameSequenceInSql,
  renameSubjectInSql,
  renameTableInSql,
} from './sql-relations.ts';

const engine = 'postgresql';

test('a renamed table follows in FROM, JOIN and qualifiers, and nowhere else', () => {
  const query =
    "SELECT u.users, users.id, 'users' FROM public.users JOIN accounts a ON a.users = users.id";
  expect(renameTableInSql(query, 'users', 'people', engine)).toBe(
    "SELECT u.users, people.id, 'users' FROM public.people JOIN accounts a ON a.users = people.id",
  );
});

test('a table of that name in another schema is another table', () => {
  const query = 'SELECT 1 FROM billing.users JOIN users ON true';
  expect(renameTableInSql(query, 'users', 'people', engine)).toBe(
    'SELECT 1 FROM billing.users JOIN people ON true',
  );
});

test('a table that moves gets or loses its schema, but for the qualifiers of columns', () => {
  const query = 'SELECT users.id FROM users WHERE users.id > 0';
  const moved = 'SELECT users.id FROM billing.users WHERE users.id > 0';
  expect(renameTableInSql(query, 'users', 'billing.users', engine)).toBe(moved);
  expect(renameTableInSql(moved, 'billing.users', 'users', engine)).toBe(query);
});

describe('a table in a statement that is about it', () => {
  const cases = [
    ["COMMENT ON CONSTRAINT c ON users IS 'users'", "COMMENT ON CONSTRAINT c ON people IS 'users'"],
    ['COMMENT ON COLUMN users.name IS NULL', 'COMMENT ON COLUMN people.name IS NULL'],
    ['GRANT SELECT ON TABLE users TO users', 'GRANT SELECT ON TABLE people TO users'],
    [
      'CREATE RULE r AS ON DELETE TO users DO INSTEAD NOTHING',
      'CREATE RULE r AS ON DELETE TO people DO INSTEAD NOTHING',
    ],
    ['CREATE STATISTICS s ON a, b FROM users', 'CREATE STATISTICS s ON a, b FROM people'],
    ['TRIGGER users ON users', 'TRIGGER users ON people'],
  ] as const;

  test.each(cases)('%s', (before, after) => {
    expect(renameSubjectInSql(before, 'users', 'people', engine)).toBe(after);
    expect(mentionsSubject(before, 'users', engine)).toBe(true);
    expect(mentionsSubject(before, 'orders', engine)).toBe(false);
  });
});

test('a function follows where it is called and where a trigger runs it', () => {
  expect(
    renameFunctionInSql("EXECUTE FUNCTION touch(); touch, 'touch()'", 'touch', 'stamp', engine),
  ).toBe("EXECUTE FUNCTION stamp(); touch, 'touch()'");
  expect(renameFunctionInSql('audit.touch(1) + touch(1)', 'touch', 'stamp', engine)).toBe(
    'audit.touch(1) + stamp(1)',
  );
});

test('a sequence follows where it is a constant of its own type', () => {
  expect(renameSequenceInSql("nextval('a'::regclass) || 'a'", 'a', 'billing.Odd', engine)).toBe(
    `nextval('billing."Odd"'::regclass) || 'a'`,
  );
});

test('only the first mention is the name of the object itself', () => {
  expect(renameInHead('CREATE POLICY own ON notes USING (own = 1)', 'own', 'mine', engine)).toBe(
    'CREATE POLICY mine ON notes USING (own = 1)',
  );
});
