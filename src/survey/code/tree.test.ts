import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeFilesOf, reportFilesOf } from './tree.ts';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'migdocs-tree-'));
  const paths = [
    ...['app/models/user.rb', 'app/views/public/a.html.erb', 'app/a.rb', 'lib/build/b.rb'],
    ...['db/schema.rb', 'db/migrate/1_a.rb', 'db/structure.sql', 'db/views/v_v01.sql'],
    ...['db/old_migrations/2_b.rb', 'expected/schema.after.rb'],
    ...['node_modules/a.js', 'vendor/b.rb', 'public/c.js', 'a.png', 'config/application.rb'],
    ...['config/routes.rb', 'config/routes/admin.rb'],
    ...['reports/a.sql', 'reports/deep/b.sql', 'reports/deep/c.txt', '.git/hooks/d.rb'],
  ];
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), 'x');
  }
  writeFileSync(join(root, 'lib/binary.rb'), Buffer.from([120, 0, 120]));
  symlinkSync('/etc', join(root, 'app/etc'));
  symlinkSync(join(root, 'app/a.rb'), join(root, 'app/link.rb'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the code of a project is listed, and nothing that tools write or a link leads to', () => {
  expect(codeFilesOf(root, ['app/a.rb', 'reports/a.sql']).list()).toEqual([
    'app/models/user.rb',
    'app/views/public/a.html.erb',
    'config/application.rb',
    'lib/binary.rb',
    'lib/build/b.rb',
    'reports/deep/b.sql',
  ]);
});

test('what is no text, a link, or not there has none', () => {
  const files = codeFilesOf(root, []);
  expect(files.read('app/a.rb')).toBe('x');
  expect(['lib/binary.rb', 'app/link.rb', 'nothing.rb'].map(files.read)).toEqual([
    null,
    null,
    null,
  ]);
});

test.each([
  [['reports'], ['reports/a.sql', 'reports/deep/b.sql']],
  [['reports/a.sql'], ['reports/a.sql']],
  [['reports/*.sql'], ['reports/a.sql']],
  [['reports/**/*.sql'], ['reports/a.sql', 'reports/deep/b.sql']],
  [
    ['reports/deep/*', './reports/'],
    ['reports/a.sql', 'reports/deep/b.sql', 'reports/deep/c.txt'],
  ],
])('reports %j are %j', (patterns, paths) => {
  expect(reportFilesOf(root, patterns).list()).toEqual(paths);
});

test('reports that are not there are an error that says so', () => {
  expect(() => reportFilesOf(root, ['report'])).toThrow(
    'migdocs.yml says reports: report, and there is no such file',
  );
});
