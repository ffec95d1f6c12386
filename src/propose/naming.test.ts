import { describe, expect, test } from 'vitest';
import type { Migration } from '../model/migration.ts';
import { dateOf, slugOf, titleOf } from './naming.ts';

function migration(name: string): Migration {
  return {
    path: 'db/migrate/1_x.rb',
    tool: 'rails',
    version: '1',
    name,
    rails: null,
    transactional: true,
    operations: [],
    down: { kind: 'change', irreversible: [] },
    text: '',
  };
}

describe('a change is called after its migrations', () => {
  test('one migration gives its class name in words', () => {
    expect(titleOf([migration('AddAPIKeyToUsers')])).toBe('Add api key to users');
  });

  test('several give the first one and the number of the others', () => {
    expect(titleOf([migration('AddA'), migration('AddB')])).toBe('Add a and 1 more migration');
    expect(titleOf([migration('AddA'), migration('AddB'), migration('AddC')])).toBe(
      'Add a and 2 more migrations',
    );
  });
});

describe('the folder name', () => {
  test('holds only lower-case letters, digits and hyphens', () => {
    expect(slugOf('Größe: Add ../../etc “status”')).toBe('gro-e-add-etc-status');
  });

  test('is never empty and never ends in a hyphen, even when cut', () => {
    expect(slugOf('…')).toBe('proposal');
    expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
  });
});

test('the date is the newest one among the versions, and versions that are no dates have none', () => {
  expect(dateOf(['20251231235959', '20260102030405', null])).toBe('2026-01-02');
  expect(dateOf(['42', '20269999000000'])).toBeNull();
});
