import { expect, test } from 'vitest';
import { dialectFor } from '../../dialect/index.ts';
import { migration } from '../../testing/build.ts';
import { giveWay } from './lock-timeout.ts';

const dialect = dialectFor('postgresql');

test('holds for the transaction of the migration', () => {
  const inside = migration({ transactional: true });
  expect(giveWay({ dialect, migration: inside })).toEqual([
    `execute "SET LOCAL lock_timeout = '5s'"`,
  ]);
});

test('holds for the session outside of a transaction, where SET LOCAL does nothing', () => {
  const outside = migration({ transactional: false });
  expect(giveWay({ dialect, migration: outside })).toEqual([`execute "SET lock_timeout = '5s'"`]);
});

test('has no line for an engine without such a setting', () => {
  expect(giveWay({ dialect: dialectFor('sqlite'), migration: migration() })).toEqual([]);
});
