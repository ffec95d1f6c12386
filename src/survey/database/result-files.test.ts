import { describe, expect, test } from 'vitest';
import { InputError } from '../../model/errors.ts';
import { surveyOf } from './facts.ts';
import { factRowsOf } from './result-files.ts';

const CSV = `kind,name,value
server,postgresql,16.4
taken_at,,2026-11-20T08:15:00Z
counted_since,,2026-01-01T00:00:00Z
activity,long_transactions,2
kind,table_name,partition_of,row_count,bytes,index_bytes,dead_rows,writes,analyzed_at
table,users,,1200000,400000000,90000000,12,5,2026-11-19T01:02:03Z
table,new,,,8192,0,0,0,
kind,table_name,name,bytes,scans,valid
index,users,users_pkey,30000000,77,t
index,users,half_built,0,0,f
kind,table_name,name,row_count,nulls,distinct_values,longest,pattern_1,matching_1
column,users,email,1200000,3,1199990,64,"a,""b""
c",9
`;

function read(text: string) {
  return surveyOf(factRowsOf(text, 'survey.csv'), null);
}

function report(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InputError) return error.report;
    throw error;
  }
  return 'read';
}

describe('results of psql', () => {
  test('are one survey', () => {
    expect(read(CSV)).toMatchObject({
      server: { name: 'postgresql', version: '16.4' },
      takenAt: '2026-11-20T08:15:00Z',
      countedSince: '2026-01-01T00:00:00Z',
      activity: { longTransactions: 2, publications: null },
      tables: [
        { name: 'new', rows: null, analyzedAt: null },
        {
          name: 'users',
          rows: 1_200_000,
          rowsAre: 'counted',
          bytes: 400_000_000,
          indexes: [
            { name: 'half_built', valid: false },
            { name: 'users_pkey', bytes: 30_000_000, scans: 77, valid: true },
          ],
        },
      ],
      columns: [
        {
          rows: 1_200_000,
          nulls: 3,
          distinct: 1_199_990,
          longest: 64,
          matching: [{ pattern: 'a,"b"\nc', rows: 9 }],
        },
      ],
    });
  });

  test('may have the line ends of Windows, quotes everywhere, and what psql says of BEGIN', () => {
    const quoted = CSV.replace('server,postgresql,16.4', '"server","postgresql","16.4"');
    const windows = quoted.replaceAll('\n', '\r\n').replace('b""\r\nc', 'b""\nc');
    expect(read(`BEGIN\r\nSET\r\n${windows}ROLLBACK\r\n`)).toEqual(read(CSV));
  });

  test('may be those of a client that writes NULL', () => {
    expect(read(CSV.replaceAll(',,', ',NULL,').replaceAll(',,', ',NULL,'))).toEqual(read(CSV));
  });

  test('may come in a file a query, in any order', () => {
    const [server = '', tables = '', ...rest] = CSV.split(/^(?=kind,)/m);
    const texts = [tables, server, ...rest];
    const rows = texts.flatMap((text, index) => factRowsOf(text, `${index}.csv`));
    expect(surveyOf(rows, null)).toEqual(read(CSV));
  });
});

test('results of mysql --batch have tabs, NULL and escapes', () => {
  const survey = read(`kind\tname\tvalue
server\tmysql\t8.0.36
taken_at\tNULL\t2026-11-20T08:15:00Z
kind\ttable_name\trow_count\tbytes\tindex_bytes
table\tusers\tNULL\t16384\t0
kind\ttable_name\tname
index\tusers\tPRIMARY
kind\ttable_name\tname\tbytes
index_statistics\tusers\tPRIMARY\t16384
index_statistics\tgone\tPRIMARY\t16384
kind\ttable_name\twrites
table_statistics\tusers\t5
table_statistics\tgone\t5
kind\ttable_name\tname\trow_count\tlongest\tpattern_1\tmatching_1
column\tusers\tnote\t0\tNULL\ta\\tb\\\\n\t0
`);
  expect(survey.tables).toEqual([
    {
      name: 'users',
      rows: 0,
      rowsAre: 'counted',
      bytes: 16384,
      indexBytes: 0,
      deadRows: null,
      writes: 5,
      analyzedAt: null,
      indexes: [{ name: 'PRIMARY', bytes: 16384, scans: null, valid: true }],
    },
  ]);
  expect(survey.columns).toEqual([
    {
      table: 'users',
      column: 'note',
      rows: 0,
      longest: null,
      matching: [{ pattern: 'a\tb\\n', rows: 0 }],
    },
  ]);
});

test('partitions are added up, at any depth, and an unknown one makes the sum unknown', () => {
  const { tables } = read(`kind,name,value
server,postgresql,16.4
taken_at,,2026-11-20T08:15:00Z
kind,table_name,partition_of,row_count,bytes
table,events,,,0
table,events_2025,events,10,8192
table,events_2026,events,,0
table,events_2026_01,events_2026,5,8192
table,logs,,,0
table,logs_1,logs,3,8192
table,logs_2,logs,,8192
`);
  expect(tables.map(({ name, rows, bytes }) => [name, rows, bytes])).toEqual([
    ['events', 15, 16384],
    ['events_2025', 10, 8192],
    ['events_2026', 5, 8192],
    ['events_2026_01', 5, 8192],
    ['logs', null, 16384],
    ['logs_1', 3, 8192],
    ['logs_2', null, 8192],
  ]);
});

describe('what is no result of the queries is refused with its line', () => {
  test.each([
    ['', /^survey\.csv holds no results/],
    ['SELECT 1;\n', /^survey\.csv:1: a row stands before the names/],
    [
      CSV.replace('table,users,,1200000,', 'table,users,,many,'),
      /^survey\.csv:7: .*row_count is a count, and stands as "many"/,
    ],
    [
      CSV.replace('table,users,,', 'table,users,'),
      /^survey\.csv:7: this row has 8 fields, and 9 columns/,
    ],
    [
      CSV.replace('index,users,users_pkey', 'idnex,users,users_pkey'),
      /^survey\.csv:10: .*kind is one of server, /,
    ],
    [CSV.replace('77,t', '77,maybe'), /^survey\.csv:10: .*valid is true or false/],
    [CSV.replace('2026-11-19T01:02:03Z', '19.11.2026'), /^survey\.csv:7: .*analyzed_at is a time/],
    [CSV.replace('table,users,', 'table,"users,'), /^survey\.csv:\d+: a field of the CSV/],
    [
      CSV.replace('server,postgresql', 'server,oracle'),
      /^survey\.csv:2: .*name is one of postgresql/,
    ],
    [CSV.split('\n').slice(5).join('\n'), /do not tell the server/],
  ])('%#', (text, message) => {
    expect(report(text)).toMatch(message);
  });
});
