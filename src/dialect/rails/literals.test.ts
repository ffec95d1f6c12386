import { describe, expect, test } from 'vitest';
import { castToForm } from './literals.ts';

describe('decimals are written as BigDecimal prints them', () => {
  test.each([
    [0, null, '0.0'],
    ['1.50', null, '1.5'],
    ['-0.0', 2, '0.0'],
    ['-12.340', 2, '-12.34'],
    ['9.995', 2, '10.0'],
    ['0.004', 2, '0.0'],
    [1e21, null, '1000000000000000000000.0'],
    ['1.5e-3', null, '0.0015'],
    ['100', 0, '100'],
    ['00100', 0, '100'],
    ['2.5', 0, '3'],
    ['.5', 1, '0.5'],
  ])('%s with scale %s is %s', (value, scale, expected) => {
    expect(castToForm(value, { kind: 'decimal', scale })).toBe(expected);
  });

  test('what is no number stays as it is', () => {
    expect(castToForm('NaN', { kind: 'decimal', scale: null })).toBe('NaN');
  });
});

test('integers are cast as Ruby does, and kept as text beyond what a double holds', () => {
  const cast = (value: string | number | boolean) => castToForm(value, { kind: 'integer' });
  expect([cast('12'), cast('12abc'), cast(3.9), cast(true), cast('')]).toEqual([
    12,
    12,
    3,
    1,
    null,
  ]);
  expect(cast('9223372036854775807')).toBe('9223372036854775807');
});

test('only the values that Active Model lists are false', () => {
  const cast = (value: string | number) => castToForm(value, { kind: 'boolean' });
  expect([cast('f'), cast('0'), cast('off'), cast(0)]).toEqual([false, false, false, false]);
  expect([cast('no'), cast('1'), cast('t')]).toEqual([true, true, true]);
  expect(cast('')).toBeNull();
});

test('dates and times get the parts that the dumper writes', () => {
  expect(castToForm('2024-02-29', { kind: 'datetime' })).toBe('2024-02-29 00:00:00');
  expect(castToForm('2024-02-29T08:15:30.123Z', { kind: 'datetime' })).toBe('2024-02-29 08:15:30');
  expect(castToForm('2024-02-29 08:15:30', { kind: 'date' })).toBe('2024-02-29');
  expect(castToForm('08:15', { kind: 'time' })).toBe('2000-01-01 08:15:00');
});

test('items of an array are cast one by one', () => {
  expect(castToForm(['1', 2], { kind: 'array', of: { kind: 'integer' } })).toEqual([1, 2]);
});

test('a string for a JSON column stays one, as Active Record stores it', () => {
  expect(castToForm('{}', { kind: 'json' })).toBe('{}');
});
