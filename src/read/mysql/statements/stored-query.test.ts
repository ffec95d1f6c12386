import { expect, test } from 'vitest';
import { UNKNOWN_SERVER } from '../server.ts';
import { readMysqlStructure } from '../structure/index.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { storedQuery } from './stored-query.ts';

const { schema } = await readMysqlStructure(
  'CREATE TABLE people (id int, fullName varchar(9), `odd``name` int);',
  'schema.sql',
);

function stored(sql: string): string | null {
  return storedQuery(tokenize(sql, 0, sql.length, UNKNOWN_SERVER).tokens, schema);
}

test.each([
  [
    'SELECT id, fullName AS n FROM people',
    'select `people`.`id` AS `id`,`people`.`fullName` AS `n` from `people`',
  ],
  ['select p.id key_id from people p', 'select `p`.`id` AS `key_id` from `people` `p`'],
  ['select people.id from people as `q`', null],
  ['SELECT `odd``name` FROM `people`', 'select `people`.`odd``name` AS `odd``name` from `people`'],
  [
    'SELECT * FROM people',
    'select `people`.`id` AS `id`,`people`.`fullName` AS `fullName`,`people`.`odd``name` AS `odd``name` from `people`',
  ],
  ['SELECT DISTINCT id FROM people', null],
  ['SELECT id + 1 FROM people', null],
  ['SELECT id FROM people WHERE id > 1', null],
  ['SELECT id FROM people, people', null],
  ['SELECT id FROM people JOIN people', null],
  ['SELECT gone FROM people', null],
  ['SELECT id FROM gone', null],
  ['SELECT 1', null],
])('%s is kept as %s', (sql, expected) => {
  expect(stored(sql)).toBe(expected);
});
