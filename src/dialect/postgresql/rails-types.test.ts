import { describe, expect, test } from 'vitest';
import { railsType } from '../rails/type.ts';
import { fromRails, primaryKeyColumn, toRails } from './rails-types.ts';

const VERSIONS = ['5.0', '5.1', '5.2', '6.0', '6.1', '7.0', '7.1', '7.2', '8.0', '8.1'].map(
  (text) => {
    const [major = 0, minor = 0] = text.split('.').map(Number);
    return { major, minor };
  },
);
const RAILS_6_1 = { major: 6, minor: 1 };
const RAILS_7_0 = { major: 7, minor: 0 };

const TYPES = [
  ...['character varying', 'character varying(20)', 'character varying(5)[]', 'text', 'text[]'],
  ...['smallint', 'integer', 'bigint', 'bigint[]', 'numeric', 'numeric(10,0)', 'numeric(10,2)'],
  ...['double precision', 'boolean', 'bytea', 'date', 'time without time zone', 'interval(3)'],
  ...['time(3) without time zone', 'timestamp without time zone', 'timestamp(0) without time zone'],
  ...['timestamp(3) without time zone', 'timestamp(6) without time zone', 'uuid', 'uuid[]', 'xml'],
  ...['json', 'jsonb', 'hstore', 'citext', 'ltree', 'inet', 'cidr', 'macaddr', 'money', 'oid'],
  ...['bit(1)', 'bit(8)', 'bit varying', 'bit varying(8)', 'tsvector', 'int4range', 'tstzrange'],
  ...['point', 'line', 'lseg', 'box', 'path', 'polygon', 'circle', 'vector(1536)', 'geography'],
];

test.each(TYPES)('%s comes back from its Rails type in every version', (type) => {
  for (const rails of VERSIONS) expect(fromRails(toRails(type, rails), rails)).toBe(type);
});

describe('datetime', () => {
  test('has no precision up to Rails 6.1 and 6 since 7.0, unless it says otherwise', () => {
    expect(fromRails(railsType('datetime'), RAILS_6_1)).toBe('timestamp without time zone');
    expect(fromRails(railsType('datetime'), RAILS_7_0)).toBe('timestamp(6) without time zone');
    expect(fromRails(railsType('datetime', { precisionNil: true }), RAILS_7_0)).toBe(
      'timestamp without time zone',
    );
  });

  test('takes limit: where it has no precision, and so do all times', () => {
    expect(fromRails(railsType('datetime', { limit: 3 }), RAILS_6_1)).toBe(
      'timestamp(3) without time zone',
    );
    expect(fromRails(railsType('datetime', { limit: 3 }), RAILS_7_0)).toBe(
      'timestamp(6) without time zone',
    );
    expect(fromRails(railsType('timestamptz', { limit: 3 }), RAILS_7_0)).toBe(
      'timestamp(3) with time zone',
    );
    expect(fromRails(railsType('interval', { limit: 3 }), RAILS_7_0)).toBe('interval(3)');
  });

  test('says what differs from the default of the version', () => {
    expect(toRails('timestamp(6) without time zone', RAILS_6_1)).toEqual(
      railsType('datetime', { precision: 6 }),
    );
    expect(toRails('timestamp(6) without time zone', RAILS_7_0)).toEqual(railsType('datetime'));
    expect(toRails('timestamp without time zone', RAILS_7_0)).toEqual(
      railsType('datetime', { precisionNil: true }),
    );
  });

  test('stands for both timestamp types up to Rails 6.1, which has one name for them', () => {
    expect(toRails('timestamp with time zone', RAILS_6_1).name).toBe('datetime');
    expect(toRails('timestamp with time zone', RAILS_7_0).name).toBe('timestamptz');
  });
});

test('types that Rails does not tell apart are written as the common one', () => {
  expect(toRails('character(3)', RAILS_7_0)).toEqual(railsType('string', { limit: 3 }));
  expect(toRails('real', RAILS_7_0)).toEqual(railsType('float'));
});

test('an integer is as wide as its limit asks for', () => {
  const spelt = [1, 2, 3, 4, 5, 8].map((limit) =>
    fromRails(railsType('integer', { limit }), RAILS_7_0),
  );
  expect(spelt).toEqual(['smallint', 'smallint', 'integer', 'integer', 'bigint', 'bigint']);
});

test('a type that Rails does not know is passed on as SQL', () => {
  expect(fromRails(railsType('geometry(Point,4326)'), RAILS_7_0)).toBe('geometry(Point,4326)');
  expect(toRails('geometry(Point,4326)', RAILS_7_0).name).toBe('geometry(Point,4326)');
});

test('an enum is spelt by its name', () => {
  expect(fromRails(railsType('enum', { enumType: 'order_status', array: true }), RAILS_7_0)).toBe(
    'order_status[]',
  );
});

describe('primary keys', () => {
  test('of integers take their numbers from a sequence', () => {
    const column = primaryKeyColumn('id', railsType('primary_key'), RAILS_7_0);
    expect(column).toMatchObject({ type: 'bigint', autoIncrement: 'sequence', nullable: false });
    const old = primaryKeyColumn('id', railsType('primary_key'), { major: 5, minor: 0 });
    expect(old).toMatchObject({ type: 'integer', autoIncrement: 'sequence' });
  });

  test('of uuids call the function of their version', () => {
    const functionOf = (minor: number) =>
      primaryKeyColumn('id', railsType('uuid'), { major: 5, minor }).default;
    expect(functionOf(0)).toEqual({ kind: 'expression', sql: 'uuid_generate_v4()' });
    expect(functionOf(1)).toEqual({ kind: 'expression', sql: 'gen_random_uuid()' });
  });

  test('of other types have neither', () => {
    const column = primaryKeyColumn('code', railsType('string', { limit: 8 }), RAILS_7_0);
    expect(column).toMatchObject({
      type: 'character varying(8)',
      default: null,
      autoIncrement: null,
    });
  });
});
