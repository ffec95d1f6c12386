import { expect, test } from 'vitest';
import { type DiffOrigin, originFacts } from './facts.ts';

function factOf(label: string, over: Partial<DiffOrigin>): string | undefined {
  const facts = originFacts({
    engine: {
      engine: 'mysql',
      version: '8.0',
      server: { name: 'mysql', version: [8, 0], decidedBy: 'migdocs.yml says so' },
      decidedBy: 'migdocs.yml says so',
    },
    base: 'db/schema.rb as it is in the working tree',
    migrations: [],
    target: null,
    ...over,
  });
  return facts.find((fact) => fact.label === label)?.value;
}

test('the engine is named with its version and what decided', () => {
  expect(factOf('Engine', {})).toBe('MySQL 8.0, because migdocs.yml says so');
});

test('a few migrations are named, of many the first and the last', () => {
  expect(factOf('Migrations', {})).toBe('none');
  expect(factOf('Migrations', { migrations: ['a.rb', 'b.rb'] })).toBe('a.rb\nb.rb');
  const many = ['a.rb', 'b.rb', 'c.rb', 'd.rb', 'e.rb', 'f.rb'];
  expect(factOf('Migrations', { migrations: many })).toBe('6 files:\na.rb to\nf.rb');
});

test('a schema file that is compared with stands in the place of migrations', () => {
  expect(factOf('Target', { target: 'next.rb' })).toBe('next.rb');
  expect(factOf('Migrations', { target: 'next.rb' })).toBeUndefined();
});
