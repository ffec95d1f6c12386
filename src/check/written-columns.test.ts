import { expect, test } from 'vitest';
import { operation } from '../testing/build.ts';
import { changeRows } from '../testing/operations.ts';
import { writtenColumns } from './written-columns.ts';

const cases: readonly (readonly [string, 'ruby' | 'sql', readonly string[]])[] = [
  ['Order.update_all(state: "new", kind: 1)', 'ruby', ['state', 'kind']],
  ['order.update_columns(state:)', 'ruby', ['state']],
  ['Order.update_all state: Order::NEW', 'ruby', ['state']],
  ['Order.update_all("state = kind")', 'ruby', ['state']],
  ['batch.update_all(values)', 'ruby', []],
  ['UPDATE orders o SET state = x.state, o.kind = 1 FROM x', 'sql', ['state', 'kind']],
];

test.each(cases)('%s gives values to its columns', (text, language, columns) => {
  const written = operation(changeRows('orders', 'update', { text, language }));
  expect(writtenColumns(written, 'postgresql')).toEqual(columns);
});

test('rows that are deleted get no values', () => {
  expect(writtenColumns(operation(changeRows('orders', 'delete')), 'postgresql')).toEqual([]);
});
