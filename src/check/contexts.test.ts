import { expect, test } from 'vitest';
import { applyOperation } from '../apply/index.ts';
import type { OperationBody } from '../model/operation.ts';
import { applied, column, index, rowsOf } from '../testing/build.ts';
import {
  addColumn,
  addIndex,
  createTable,
  dropColumn,
  dropTable,
  lines,
  renameColumn,
  renameTable,
} from '../testing/operations.ts';
import { pg, posts } from '../testing/rule-cases/schemas.ts';
import type { CheckOptions, RuleContext, WayBack } from './context.ts';
import { backContextsOf } from './contexts.ts';

const OPTIONS = {
  engine: 'postgresql',
  rows: rowsOf({ users: 12, posts: 5_000_000 }),
  sizes: { small: 100, large: 1000 },
} as const;

interface Given {
  readonly path: string;
  readonly up: readonly OperationBody[];
  readonly down: readonly OperationBody[];
  readonly refused?: true;
}

/** The contexts of the ways back of migrations, the last one's first. */
function back(...migrations: readonly Given[]): readonly (readonly RuleContext[])[] {
  let schema = pg();
  const forward = migrations.map(({ path, up }) => {
    const before = schema;
    const steps = applied(schema, lines(...up), applyOperation, { path });
    schema = steps.at(-1)?.after ?? schema;
    return { steps, before, after: schema };
  });
  const wayBack = migrations.toReversed().flatMap(({ path, down, refused, up }, position) => {
    const own = forward[migrations.length - 1 - position];
    if (!own) return [];
    const found = schema;
    const steps = applied(found, refused ? [] : lines(...down), applyOperation, { path });
    const left = steps.at(-1)?.after ?? found;
    schema = refused ? own.before : left;
    const [migration] = [...steps, ...own.steps].map((step) => step.migration);
    if (!migration) return [];
    const { before, after } = own;
    const way: WayBack = {
      migration,
      forward: { before, after, operations: lines(...up) },
      found,
      left,
      applied: steps,
      refused: refused ? [{ source: SOURCE, reason: 'it raises' }] : [],
    };
    return [way];
  });
  const options: CheckOptions = { ...OPTIONS, wayBack };
  return backContextsOf(
    forward.flatMap(({ steps }) => steps),
    options,
  );
}

const SOURCE = { path: 'db/migrate/2.rb', line: 1, column: 1, endLine: 1 };

test('a table is as large as it was under the name of before', () => {
  const [[context] = []] = back({
    path: 'db/migrate/1.rb',
    up: [renameTable('users', 'people')],
    down: [dropColumn('people', 'name'), renameTable('people', 'users')],
  });
  expect(context?.direction).toBe('down');
  expect(context?.sizeOf('people').rows).toBe(12);
  expect(context?.isNewTable('people')).toBe(false);
});

test('what the release made is new on the way back, whatever its size is said to be', () => {
  const [[context] = []] = back({
    path: 'db/migrate/1.rb',
    up: [createTable(posts), addColumn('users', column('nick', 'text'))],
    down: [dropTable('posts'), dropColumn('users', 'nick')],
  });
  expect(context?.isNewTable('posts')).toBe(true);
  expect(context?.sizeOf('posts').rows).toBe(0);
  expect(context?.isNewColumn('users', 'nick')).toBe(true);
  expect(context?.isNewColumn('users', 'name')).toBe(false);
});

test('a column that up renamed is the one of before', () => {
  const [[context] = []] = back({
    path: 'db/migrate/1.rb',
    up: [renameColumn('users', 'name', 'title')],
    down: [dropColumn('users', 'title')],
  });
  expect(context?.originalColumn('users', 'title')).toBe('name');
  expect(context?.isNewColumn('users', 'title')).toBe(false);
});

test('a table that the way back makes anew is empty', () => {
  const [[, context] = []] = back({
    path: 'db/migrate/1.rb',
    up: [dropTable('orders')],
    down: [
      createTable({ ...posts, name: 'orders' }),
      addIndex('orders', index('index_orders_on_title', ['title'])),
    ],
  });
  expect(context?.isNewTable('orders')).toBe(true);
});

test('names go on from the later ways back, and skip one that refuses', () => {
  const first: Given = {
    path: 'db/migrate/1.rb',
    up: [addColumn('users', column('nick', 'text'))],
    down: [dropColumn('users', 'nick')],
  };
  const rename = [renameColumn('users', 'name', 'title')];
  const undone = back(first, {
    path: 'db/migrate/2.rb',
    up: rename,
    down: [renameColumn('users', 'title', 'name')],
  });
  const refused = back(first, { path: 'db/migrate/2.rb', up: rename, down: [], refused: true });
  for (const contexts of [undone, refused]) {
    expect(contexts[1]?.[0]?.originalColumn('users', 'name')).toBe('name');
    expect(contexts[1]?.[0]?.originalColumn('users', 'nick')).toBeNull();
  }
  expect(refused[0]).toEqual([]);
});
