import { expect, test } from 'vitest';
import { loadRubyParser } from '../source.ts';
import { migrationFinder } from './find-file.ts';

const migration = (name: string): string =>
  `class ${name} < ActiveRecord::Migration[8.1]\ndef change\nend\nend\n`;

const FILES: { readonly [path: string]: string } = {
  'db/migrate/1_dont_add_flag.rb': migration('DontAddFlag'),
  'db/migrate/2_add_flag.rb': migration('AddFlag'),
  'db/migrate/3_create_parts.engine.rb': migration('CreateParts'),
  'db/migrate/4_odd.rb': migration('AddURLToParts'),
};

async function pathOf(name: string): Promise<string | undefined> {
  const project = {
    read: (path: string) => FILES[path] ?? null,
    list: () => Object.keys(FILES),
  };
  return migrationFinder([], project, await loadRubyParser())(name)?.source.path;
}

test.each([
  ['AddFlag', 'db/migrate/2_add_flag.rb'],
  ['CreateParts', 'db/migrate/3_create_parts.engine.rb'],
  ['Old::AddFlag', 'db/migrate/2_add_flag.rb'],
  ['AddURLToParts', 'db/migrate/4_odd.rb'],
  ['Nothing', undefined],
])('the migration %s is found at %s', async (name, path) => {
  expect(await pathOf(name)).toBe(path);
});
