import { beforeAll, expect, test } from 'vitest';
import { nodesOf } from '../nodes.ts';
import { loadPostgresqlParser, parsePostgresql } from '../parse.ts';
import { columnNames } from './index-columns.ts';

beforeAll(loadPostgresqlParser);

// The middle of the names that PostgreSQL 15 gives to indexes on a table of these columns.
test.each([
  ['(array[a, b])', ['array']],
  ['(case when a > 0 then c else lower(c) end)', ['lower']],
  ['(case when a > 0 then c end)', ['case']],
  ['(c::varchar)', ['c']],
  ["(('x' || c)::varchar)", ['varchar']],
  ['(d[1])', ['d']],
  ['(greatest(a, b)), (nullif(a, b))', ['greatest', 'nullif']],
  ['(c collate "C")', ['c']],
  ['(a), (a + b), (b + a)', ['a', 'expr', 'expr1']],
])('an index on %s', (columns, names) => {
  const [statement] = parsePostgresql(`create index on t (${columns})`);
  const [index] = nodesOf(statement?.node ? [statement.node] : [], 'IndexStmt');
  expect(columnNames(nodesOf(index?.indexParams, 'IndexElem'))).toEqual(names);
});
