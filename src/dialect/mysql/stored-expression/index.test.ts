import { describe, expect, test } from 'vitest';
import type { Column } from '../../../model/schema.ts';
import type { DatabaseServer, StoredExpressionContext } from '../../dialect.ts';
import { storedExpression } from './index.ts';

const column = (name: string): Column => ({
  name,
  type: 'int',
  nullable: true,
  default: null,
  autoIncrement: null,
  generated: null,
  collation: null,
  comment: null,
  extraOptions: [],
});

const columns = ['age', 'Years', 'name', 'flag', 'at'].map(column);

function stored(
  sql: string,
  place: StoredExpressionContext['place'],
  server: DatabaseServer | null,
): string {
  return storedExpression(sql, { place, columns, enums: [], server });
}

describe('MariaDB prints as few parentheses as its grammar needs', () => {
  // Each pair was read from SHOW CREATE TABLE of MariaDB 10.11.
  test.each([
    ['(age >= 1 AND years < 2) OR age = 5', '`age` >= 1 and `Years` < 2 or `age` = 5'],
    ['age >= 1 AND (years < 2 OR age = 5)', '`age` >= 1 and (`Years` < 2 or `age` = 5)'],
    ['NOT (age = 1 OR years = 2)', '`age` <> 1 and `Years` <> 2'],
    ['age = 1 AND NOT (age = 3 OR years = 4)', '`age` = 1 and `age` <> 3 and `Years` <> 4'],
    ['NOT flag', '`flag` = 0'],
    ['flag AND age > 1', '`flag` <> 0 and `age` > 1'],
    ['flag = TRUE', '`flag` = 1'],
    ['NOT age IS NULL', '`age` is not null'],
    ['age IN (1)', '`age` = 1'],
    ['age NOT IN (1, 2)', '`age` not in (1,2)'],
    ["name NOT LIKE 'x%'", "`name`  not like 'x%'"],
    ["name RLIKE '^[a-z]+$'", "`name` regexp '^[a-z]+$'"],
    ['age - (years - 1) > 3', '`age` - (`Years` - 1) > 3'],
    ['(age * years) + 2', '`age` * `Years` + 2'],
    ['MOD(age, 2) = 0', '`age` MOD 2 = 0'],
    ['age > .5', '`age` > 0.5'],
    ['age = - 1', '`age` = -1'],
    ['(age IS NULL) + (years IS NULL) = 1', '(`age` is null) + (`Years` is null) = 1'],
    ['(age IS NULL) <> (years IS NULL)', '`age` is null <> (`Years` is null)'],
    ['(age = 1) IN (0,1)', '(`age` = 1) in (0,1)'],
    ["CONCAT(name, ':', IFNULL(at, ''))", "concat(`name`,':',ifnull(`at`,''))"],
    ['LOWER(TRIM(name))', 'lcase(trim(`name`))'],
    ['LENGTH(name)', 'octet_length(`name`)'],
    ["INSTR(name, 'a')", "locate('a',`name`)"],
    ['DATE(at)', 'cast(`at` as date)'],
    ['CAST(age AS CHAR(10))', 'cast(`age` as char(10) charset utf8mb4)'],
    ['CAST(name AS UNSIGNED INTEGER)', 'cast(`name` as unsigned)'],
    [
      'CASE WHEN flag = 1 AND age > 2 THEN 1 ELSE NULL END',
      'case when `flag` = 1 and `age` > 2 then 1 else NULL end',
    ],
    ["CASE name WHEN 'a' THEN 1 END", "case `name` when 'a' then 1 end"],
    ["name = 'it''s'", "`name` = 'it\\'s'"],
    ['name != "dq"', "`name` <> 'dq'"],
    ["name LIKE '%\\_%'", "`name` like '%\\\\_%'"],
    ["CONCAT('a', 'b' 'c')", "concat('a','bc')"],
  ])('%s', (sql, printed) => {
    expect(stored(sql, 'generated', 'mariadb')).toBe(printed);
  });

  test('prints what it printed before as it is', () => {
    const printed = "`age` >= 1 and (`Years` < 2 or `name` in ('x','y'))";
    expect(stored(printed, 'generated', 'mariadb')).toBe(printed);
  });
});

describe('MySQL puts each operation into parentheses', () => {
  test.each([
    ["IF(flag, NULL, CONCAT(name, '-', age))", "if(`flag`,NULL,concat(`name`,_utf8mb4'-',`age`))"],
    ['IF(name IS NULL, false, true)', 'if((`name` is null),false,true)'],
    ['age + years * 2', '(`age` + (`Years` * 2))'],
    ['LOWER(name)', 'lower(`name`)'],
  ])('%s', (sql, printed) => {
    expect(stored(sql, 'generated', 'mysql')).toBe(printed);
  });

  test('of which Active Record takes the outer ones off a check', () => {
    expect(stored('age > 1 AND years < 9', 'check', 'mysql')).toBe('(`age` > 1) and (`Years` < 9)');
  });

  test.each(['age > -1', 'NOT flag', 'flag AND age > 1', "name NOT LIKE 'x'", "name = 'it''s'"])(
    '%s stays, since no source shows what it becomes',
    (sql) => {
      expect(stored(sql, 'generated', 'mysql')).toBe(sql);
    },
  );
});

describe('where the server is not known', () => {
  test('a check as MySQL printed it, outer parentheses and all, stays as it is', () => {
    expect(stored('(`age` in (0,1))', 'check', null)).toBe('(`age` in (0,1))');
  });

  test.each([
    ['age>0', '`age` > 0'],
    ['AGE != years', '`age` <> `Years`'],
    ['`age` IS NOT NULL', '`age` is not null'],
    ['age in (1, 2,3)', '`age` in (1,2,3)'],
    ['age BETWEEN 1 AND 5', '`age` between 1 and 5'],
  ])('the check %s is given back as %s, which both print', (sql, printed) => {
    expect(stored(sql, 'check', null)).toBe(printed);
  });

  test('calls of columns are given back as both print them', () => {
    expect(stored('IF(flag, NULL, CONCAT(name, age))', 'generated', null)).toBe(
      'if(`flag`,NULL,concat(`name`,`age`))',
    );
  });

  test.each(["age > '0'", 'age > -1', 'length(age) > 1', 'age > 0 and age < 9', 'not age'])(
    'the check %s stays as it is, since the servers differ',
    (sql) => {
      expect(stored(sql, 'check', null)).toBe(sql);
    },
  );

  test('a generated column of an operation stays as it is', () => {
    expect(stored('age > 0', 'generated', null)).toBe('age > 0');
  });
});

test.each([
  'other > 0',
  'age > (SELECT 1)',
  'made_up(age)',
  'age -- the years',
  "name -> '$.a'",
  'age > 0 )',
])('%s stays as it is, since it is not understood', (sql) => {
  expect(stored(sql, 'check', 'mariadb')).toBe(sql);
});

test('Active Record takes a first and a last parenthesis off a check, though they are no pair', () => {
  expect(stored('(age = 1 OR age = 2) AND (flag = 1 OR age = 3)', 'check', 'mariadb')).toBe(
    '`age` = 1 or `age` = 2) and (`flag` = 1 or `age` = 3',
  );
});

test('Active Record takes runs of spaces and pairs of backslashes out of a check', () => {
  expect(stored("name NOT LIKE 'x\\_%'", 'check', 'mariadb')).toBe("`name` not like 'x_%'");
});

describe('a default', () => {
  test.each([
    ['CURRENT_TIMESTAMP', 'current_timestamp()'],
    ['now(6)', 'current_timestamp(6)'],
    [
      'CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP',
      'current_timestamp() ON UPDATE current_timestamp()',
    ],
    ['JSON_OBJECT()', 'json_object()'],
  ])('%s is %s on MariaDB', (sql, printed) => {
    expect(stored(sql, 'default', 'mariadb')).toBe(printed);
  });

  test.each([
    ['now()', 'CURRENT_TIMESTAMP'],
    ['current_timestamp(6)', 'CURRENT_TIMESTAMP(6)'],
    ['(JSON_OBJECT())', '(json_object())'],
  ])('%s is %s on MySQL', (sql, printed) => {
    expect(stored(sql, 'default', 'mysql')).toBe(printed);
  });

  test('stays where the server is not known', () => {
    expect(stored('now()', 'default', null)).toBe('now()');
  });
});
