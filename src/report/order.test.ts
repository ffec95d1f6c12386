import { expect, test } from 'vitest';
import { sampleProposal, unchangedProposal } from '../testing/proposal.ts';
import { buildContext } from './context.ts';
import { stepOrders } from './order.ts';

const orders = stepOrders(buildContext(sampleProposal(), ''));

test('a step comes after the last one that touched what it names', () => {
  const after = Object.fromEntries(orders.map((order) => [order.step, order.after.join()]));
  // The table needs its enum, the key its two tables, the type change the table's last change.
  expect(after['S2']).toBe('S1');
  expect(after['S3']).toBe('S2');
  expect(after['S4']).toBe('S3');
  expect(after['S9']).toBe('S8');
  expect(after['S10']).toBe('');
});

test('blocks is the other side of after', () => {
  for (const { step, after } of orders) {
    for (const earlier of after) {
      expect(orders.find((order) => order.step === earlier)?.blocks).toContain(step);
    }
  }
  expect(orders.flatMap((order) => order.blocks)).toHaveLength(
    orders.flatMap((order) => order.after).length,
  );
});

test('without steps there is no order', () => {
  expect(stepOrders(buildContext(unchangedProposal(), ''))).toEqual([]);
});
