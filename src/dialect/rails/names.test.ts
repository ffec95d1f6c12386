import { describe, expect, test } from 'vitest';
import {
  defaultCheckConstraintName,
  defaultForeignKeyName,
  defaultIndexName,
  dumperOmitsName,
  foreignKeyColumnFor,
  joinTableName,
  maxIndexNameLength,
  referenceColumnNames,
  referenceIndexName,
} from './names.ts';

const RAILS_6_0 = { major: 6, minor: 0 };
const RAILS_7_0 = { major: 7, minor: 0 };
const RAILS_7_1 = { major: 7, minor: 1 };

describe('default index names', () => {
  test('join the columns with _and_', () => {
    expect(defaultIndexName('users', ['last_name', 'email'], RAILS_7_1)).toBe(
      'index_users_on_last_name_and_email',
    );
  });

  test('take the words of an expression', () => {
    expect(defaultIndexName('users', "lower(name), (data->>'a')", RAILS_7_1)).toBe(
      'index_users_on_lower_name_data_a',
    );
  });

  const table = 'subscription_entitlements';
  const columns = ['organization_identifier', 'product_code'];
  const long = 'index_subscription_entitlements_on_organization_identifier_and_product_code';

  test('stay long up to Rails 7.0', () => {
    expect(defaultIndexName(table, columns, RAILS_7_0)).toBe(long);
  });

  test('give way to a short one above 62 bytes since Rails 7.1', () => {
    const name = defaultIndexName(table, columns, RAILS_7_1);
    expect(name).toBe('idx_on_organization_identifier_product_code_d5fdd1d423');
    const longer = defaultIndexName(table, [...columns, 'effective_from_date'], RAILS_7_1);
    expect(longer).toHaveLength(62);
    expect(longer).toMatch(/^idx_on_organization_identifier_product_code_effecti_[0-9a-f]{10}$/);
  });

  test('are kept at exactly 62 bytes', () => {
    const column = 'c'.repeat(62 - 'index_users_on_'.length);
    expect(defaultIndexName('users', [column], RAILS_7_1)).toBe(`index_users_on_${column}`);
    expect(defaultIndexName('users', [`${column}c`], RAILS_7_1)).toMatch(/^idx_on_/);
  });
});

test('the index of a polymorphic reference is named after the reference since Rails 6.1', () => {
  const name = (rails: { major: number; minor: number }) =>
    referenceIndexName('events', 'subject', { polymorphic: true, rails });
  expect(name(RAILS_6_0)).toBe('index_events_on_subject_type_and_subject_id');
  expect(name(RAILS_7_0)).toBe('index_events_on_subject');
  expect(referenceColumnNames('subject', true)).toEqual(['subject_type', 'subject_id']);
});

test('constraint names hash the table with what the constraint is on', () => {
  // The name that the documentation of add_foreign_key shows for articles.author_id.
  expect(defaultForeignKeyName('articles', ['author_id'])).toBe('fk_rails_e74ce85cbc');
  expect(defaultForeignKeyName('orders', ['cart_shop_id', 'cart_user_id'])).toBe(
    'fk_rails_1422d03244',
  );
  expect(defaultCheckConstraintName('products', 'price > 0')).toBe('chk_rails_50b1a1153c');
});

test('the dumper leaves out names of the form that Rails makes, and no others', () => {
  expect(dumperOmitsName('foreignKey', 'fk_rails_e74ce85cbc')).toBe(true);
  expect(dumperOmitsName('foreignKey', 'fk_rails_e74ce85cb')).toBe(false);
  expect(dumperOmitsName('checkConstraint', 'fk_rails_e74ce85cbc')).toBe(false);
});

test('join tables take both names in order, and a shared prefix once', () => {
  expect(joinTableName('users', 'roles')).toBe('roles_users');
  expect(joinTableName('catalog_products', 'catalog_categories')).toBe(
    'catalog_categories_products',
  );
});

test('the default column of a foreign key is the table in the singular, without its schema', () => {
  expect(foreignKeyColumnFor('people')).toBe('person_id');
  expect(foreignKeyColumnFor('billing.invoices', 'number')).toBe('invoice_number');
});

test('SQLite allowed two characters less up to Rails 6.0', () => {
  expect(maxIndexNameLength('sqlite', RAILS_6_0)).toBe(62);
  expect(maxIndexNameLength('sqlite', RAILS_7_0)).toBe(64);
  expect(maxIndexNameLength('postgresql', RAILS_7_0)).toBe(63);
});
