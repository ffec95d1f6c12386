import { expect, test } from 'vitest';
import { fieldInterval, printedInterval } from './written-intervals.ts';

// Printed by PostgreSQL 15 with intervalstyle at its default.
test.each([
  ['1 week 3 hours', '7 days 03:00:00'],
  ['90 minutes', '01:30:00'],
  ['18 months', '1 year 6 mons'],
  ['12 months', '1 year'],
  ['45 seconds', '00:00:45'],
  ['0 days', '00:00:00'],
  ['7', '00:00:07'],
  ['1.5 hours', '01:30:00'],
  ['2 hrs 5 mins', '02:05:00'],
  ['1 year -3 days', '1 year -3 days'],
  ['-3 days 4:05', '-3 days +04:05:00'],
])('%s is printed %s', (written, printed) => {
  expect(printedInterval(written)).toBe(printed);
});

test.each([['2.5 days'], ['P1D'], ['1 fortnight'], ['1 constructor'], ['']])(
  'how "%s" is printed is not said',
  (text) => {
    expect(printedInterval(text)).toBeNull();
  },
);

test.each([
  ['5', 'day', '5 days'],
  ['18', 'month', '1 year 6 mons'],
  ['90', 'minute', '01:30:00'],
])('%s kept to %ss is %s', (written, field, printed) => {
  expect(fieldInterval(written, field)).toBe(printed);
});

test('how an interval with more than its field is cut is not said', () => {
  expect(fieldInterval('1 day 02:00:00', 'day')).toBeNull();
});
