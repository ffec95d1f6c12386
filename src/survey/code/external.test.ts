import { expect, test } from 'vitest';
import type { TouchedObject } from '../../model/touched-objects.ts';
import { type ExternalSystem, externalReferences, placeOfSystem } from './external.ts';

const CONFIG =
  'external:\n  - name: Ledger\n    uses: [a]\n  - name: Data warehouse\n    uses: [b]\n';

const system: ExternalSystem = {
  name: 'Data warehouse',
  uses: ['users', 'orders.total'],
  note: 'nightly copy',
  owner: 'Data team',
  source: placeOfSystem(CONFIG, 'migdocs.yml', 'Data warehouse'),
};

function usesOf(object: TouchedObject['object']) {
  return externalReferences([system], [{ object, changes: [0] }]).map(({ text }) => text);
}

const TEXT = 'Data warehouse (owner: Data team): nightly copy';

test.each([
  [{ type: 'table', table: null, name: 'users' } as const],
  [{ type: 'column', table: 'users', name: 'email' } as const],
  [{ type: 'column', table: 'orders', name: 'total' } as const],
  [{ type: 'table', table: null, name: 'orders' } as const],
])('a declared system uses %o', (object) => {
  expect(usesOf(object)).toEqual([TEXT]);
});

test.each([
  [{ type: 'column', table: 'orders', name: 'status' } as const],
  [{ type: 'table', table: null, name: 'users_old' } as const],
])('and does not use %o', (object) => {
  expect(usesOf(object)).toEqual([]);
});

test('it is found at its line of the configuration', () => {
  expect(system.source).toEqual({ path: 'migdocs.yml', line: 4, column: 3, endLine: 4 });
});
