import { describe, expect, test } from 'vitest';
import { railsType } from '../rails/type.ts';
import { fromRails, primaryKeyColumn, toRails } from './rails-types.ts';
import { canonicalType } from './types.ts';

const VERSIONS = ['5.0', '5.1', '5.2', '6.0', '6.1', '7.0', '7.1', '7.2', '8.0', '8.1'].map(
  (text) => {
    const [major = 0, minor = 0] = text.split('.').map(Number);
    return { major, minor };
  },
);
const RAILS_5_2 = { major: 5, minor: 2 };
const RAILS_7_0 = { major: 7, minor: 0 };

test.each([
  ...[
    'varchar(255)',
    'varchar(20)',
    'tinytext',
    'text',
    'mediumtext',
    'longtext',
    'tinyblob',
    'blob',
  ],
  ...['mediumblob', 'longblob', 'varbinary(16)', 'tinyint(1)', 'tinyint', 'smallint', 'mediumint'],
  ...[
    'int',
    'int unsigned',
    'bigint',
    'bigint unsigned',
    'float',
    'double',
    'decimal(10,0)',
    'json',
  ],
  ...['decimal(8,2) unsigned', 'date', 'time', 'time(3)', 'datetime', 'datetime(3)', 'datetime(6)'],
])('%s comes back from its Rails type in every version', (type) => {
  for (const rails of VERSIONS) expect(fromRails(toRails(type, rails), rails)).toBe(type);
});

describe('sizes of text', () => {
  test('are a limit in bytes up to Rails 5.2 and a size since 6.0', () => {
    expect(toRails('mediumtext', RAILS_5_2)).toEqual(railsType('text', { limit: 16777215 }));
    expect(toRails('mediumtext', RAILS_7_0)).toEqual(railsType('text', { size: 'medium' }));
    expect(toRails('text', { major: 5, minor: 0 })).toEqual(railsType('text', { limit: 65535 }));
    expect(toRails('text', RAILS_5_2)).toEqual(railsType('text'));
    expect(toRails('tinyblob', RAILS_5_2)).toEqual(railsType('blob', { limit: 255 }));
  });

  test('follow a limit in any version', () => {
    const spelt = [255, 256, 65536, 4294967295].map((limit) =>
      fromRails(railsType('text', { limit }), RAILS_7_0),
    );
    expect(spelt).toEqual(['tinytext', 'text', 'mediumtext', 'longtext']);
  });
});

test('a list of values is SQL for t.column since Rails 6.0, and a string before', () => {
  expect(toRails("enum('a','long one')", RAILS_7_0).name).toBe("enum('a','long one')");
  expect(toRails("enum('a','long one')", RAILS_5_2)).toEqual(railsType('string', { limit: 8 }));
});

test('a timestamp is a datetime up to Rails 5.0', () => {
  expect(toRails('timestamp', { major: 5, minor: 0 }).name).toBe('datetime');
  expect(toRails('timestamp', RAILS_5_2)).toEqual(railsType('timestamp'));
});

test('a string that no VARCHAR holds is a text', () => {
  const string = (limit: number) => fromRails(railsType('string', { limit }), RAILS_7_0);
  expect([65_535, 65_536, 16_777_215, 2_147_483_647].map(string)).toEqual([
    'varchar(65535)',
    'mediumtext',
    'longtext',
    'longtext',
  ]);
});

test('binary is VARBINARY up to 4095 bytes and a blob above', () => {
  expect(fromRails(railsType('binary', { limit: 4095 }), RAILS_7_0)).toBe('varbinary(4095)');
  expect(fromRails(railsType('binary', { limit: 4096 }), RAILS_7_0)).toBe('blob');
});

test('primary keys of integers count up, unsigned ones too', () => {
  const type = railsType('integer', { unsigned: true });
  expect(primaryKeyColumn('id', type, RAILS_7_0)).toMatchObject({
    type: 'int unsigned',
    autoIncrement: 'autoIncrement',
  });
  expect(primaryKeyColumn('id', railsType('uuid'), RAILS_7_0).autoIncrement).toBeNull();
});

test.each([
  ['INT(11) UNSIGNED', 'int unsigned'],
  ['tinyint(1)', 'tinyint(1)'],
  ['tinyint(4)', 'tinyint'],
  ['BOOL', 'tinyint(1)'],
  ['NUMERIC(8)', 'decimal(8,0)'],
  ['decimal', 'decimal(10,0)'],
  ['float(30)', 'double'],
  ['double precision', 'double'],
  ['DATETIME(0)', 'datetime'],
  ['char', 'char(1)'],
  ["ENUM('It''s (a)', 'B')", "enum('It''s (a)', 'B')"],
  ['serial', 'bigint unsigned'],
])('%s is shown as %s', (sql, canonical) => {
  expect(canonicalType(sql)).toBe(canonical);
});
