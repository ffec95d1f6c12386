import { describe, expect, test } from 'vitest';
import { camelize, classify, pluralize, singularize, tableize, underscore } from './inflections.ts';

describe('pluralize and singularize are each other’s inverse for words that Rails knows', () => {
  test.each([
    ['user', 'users'],
    ['category', 'categories'],
    ['address', 'addresses'],
    ['status', 'statuses'],
    ['box', 'boxes'],
    ['bus', 'buses'],
    ['person', 'people'],
    ['child', 'children'],
    ['salesman', 'salesmen'],
    ['move', 'moves'],
    ['matrix', 'matrices'],
    ['vertex', 'vertices'],
    ['datum', 'data'],
    ['analysis', 'analyses'],
    ['mouse', 'mice'],
    ['quiz', 'quizzes'],
    ['half', 'halves'],
    ['movie', 'movies'],
    ['order_item', 'order_items'],
    ['equipment', 'equipment'],
  ])('%s ↔ %s', (singular, plural) => {
    expect(pluralize(singular)).toBe(plural);
    expect(singularize(plural)).toBe(singular);
  });
});

test('a plural stays as it is when made plural again', () => {
  expect(['users', 'people', 'oxen', 'octopi'].map((word) => pluralize(word))).toEqual([
    'users',
    'people',
    'oxen',
    'octopi',
  ]);
});

test('a word that cannot be counted is told by its start, which an underscore hides', () => {
  expect(pluralize('price information')).toBe('price information');
  expect(pluralize('price_information')).toBe('price_informations');
});

test('singularize has the faults of Rails’ own rules, since default column names come from them', () => {
  expect(singularize('drives')).toBe('drife');
  expect(singularize('bonus')).toBe('bonu');
});

test('class and table names follow from each other', () => {
  expect(classify('billing.order_items')).toBe('OrderItem');
  expect(tableize('Admin::OrderItem')).toBe('admin/order_items');
  expect(camelize('admin/user_profile')).toBe('Admin::UserProfile');
  expect(underscore('HTMLPage2Go')).toBe('html_page2_go');
  expect(underscore('already_there')).toBe('already_there');
});
