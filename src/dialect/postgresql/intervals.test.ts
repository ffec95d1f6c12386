import { expect, test } from 'vitest';
import { isoInterval } from './intervals.ts';

// Printed by PostgreSQL 15 under both settings of intervalstyle.
test.each([
  ['30 days', 'P30D'],
  ['1 mon', 'P1M'],
  ['1 year 2 mons', 'P1Y2M'],
  ['07:00:00', 'PT7H'],
  ['00:15:00', 'PT15M'],
  ['100:00:00', 'PT100H'],
  ['00:00:00', 'PT0S'],
  ['00:00:01.5', 'PT1.5S'],
  ['1 year 2 mons 3 days 04:05:06', 'P1Y2M3DT4H5M6S'],
  ['-7 days', 'P-7D'],
  ['-01:30:00', 'PT-1H-30M'],
  ['1 day -02:00:00', 'P1DT-2H'],
  ['-1 mons +3 days', 'P-1M3D'],
  ['-1 days -02:03:00', 'P-1DT-2H-3M'],
])('%s is %s in ISO 8601', (printed, iso) => {
  expect(isoInterval(printed)).toBe(iso);
});

test.each([[''], ['P1M'], ['2 weeks'], ['about a day']])(
  '"%s" is not as PostgreSQL prints it',
  (text) => {
    expect(isoInterval(text)).toBeNull();
  },
);
