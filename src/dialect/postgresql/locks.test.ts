import { describe, expect, test } from 'vitest';
import type { OperationBody } from '../../model/operation.ts';
import { emptySchema, type Schema } from '../../model/schema.ts';
import { defaultServer } from '../../model/server.ts';
import {
  check,
  column,
  foreignKey,
  index,
  indexPart,
  operation,
  schema,
  table,
} from '../../testing/build.ts';
import {
  addCheck,
  addColumn,
  addForeignKey,
  addIndex,
  changeRows,
  createTable,
  dropColumn,
  dropForeignKey,
  dropIndex,
  dropTable,
  expression,
  literal,
  renameColumn,
  renameTable,
  setColumn,
  setColumnDefault,
  setColumnNull,
  validate,
} from '../../testing/operations.ts';
import { locksOf } from './locks.ts';

// The tables of the measurements: o is the parent of t, t the parent of c.
const o = table('o', [column('id', 'bigint'), column('k', 'bigint')]);
const t = table(
  't',
  [
    column('id', 'bigint', { nullable: false }),
    column('a', 'integer'),
    column('b', 'character varying(20)'),
    column('c', 'text'),
    column('d', 'numeric(10,2)'),
    column('e', 'timestamp without time zone'),
    column('g', 'integer', { nullable: false }),
    column('h', 'bigint'),
    column('bo', 'boolean'),
  ],
  {
    indexes: [index('t_b', ['b'])],
    foreignKeys: [
      foreignKey('h', 'o', { name: 'fk', toColumns: ['k'] }),
      foreignKey('h', 'o', { name: 'fk_nv', toColumns: ['k'], validated: false }),
    ],
    checkConstraints: [check('a_nn', 'a IS NOT NULL'), check('ck_nv', 'a > 0', false)],
  },
);
const c = table('c', [column('id', 'bigint'), column('t_id', 'bigint')], {
  foreignKeys: [foreignKey('t_id', 't', { name: 'c_fk' })],
});
const posint = {
  name: 'posint',
  type: 'integer',
  nullable: true,
  default: null,
  checkConstraints: [check('positive', 'VALUE > 0')],
};
const before: Schema = schema('postgresql', [o, t, c], {
  domains: [posint],
  views: [
    { name: 'mv', materialized: true, definition: 'SELECT 1', indexes: [], comment: null },
    { name: 'vw', materialized: false, definition: 'SELECT 1', indexes: [], comment: null },
  ],
  triggers: [{ name: 'tr', table: 't', definition: '' }],
});

/** `t accessExclusive rewrite`, one a claim. */
function locks(body: OperationBody): readonly string[] {
  return locksOf(operation(body), before, before, defaultServer('postgresql')).map(
    ({ table: name, level, work }) =>
      `${name} ${level.engine === 'postgresql' ? level.mode : '?'} ${work}`,
  );
}

const n = (type: string, rest = {}) => addColumn('t', column('n', type, rest));
const to = (name: string, type: string) =>
  setColumn('t', column(name, type, { nullable: name !== 'g' }));

describe('locks as pg_locks showed them on 15.18 and 18.6', () => {
  const AE = 'accessExclusive';
  const SRE = 'shareRowExclusive';
  const SUE = 'shareUpdateExclusive';
  const cases: readonly (readonly [string, OperationBody, readonly string[]])[] = [
    ['add column n int', n('integer'), [`t ${AE} catalog`]],
    [
      '… not null default 5',
      n('integer', { nullable: false, default: literal(5) }),
      [`t ${AE} catalog`],
    ],
    [
      '… default now()',
      n('timestamp with time zone', { default: expression('now()') }),
      [`t ${AE} catalog`],
    ],
    [
      '… default clock_timestamp()',
      n('timestamp with time zone', { default: expression('clock_timestamp()') }),
      [`t ${AE} rewrite`],
    ],
    ['… serial', n('integer', { autoIncrement: 'sequence' }), [`t ${AE} rewrite`]],
    ['… identity', n('bigint', { autoIncrement: 'identityAlways' }), [`t ${AE} rewrite`]],
    [
      '… generated stored',
      n('integer', { generated: { expression: 'a+1', stored: true } }),
      [`t ${AE} rewrite`],
    ],
    [
      '… generated virtual',
      n('integer', { generated: { expression: 'a+1', stored: false } }),
      [`t ${AE} catalog`],
    ],
    [
      '… of a domain with a check, default 5',
      n('posint', { default: literal(5) }),
      [`t ${AE} rewrite`],
    ],
    ['drop column c', dropColumn('t', 'c'), [`t ${AE} catalog`]],
    ['drop column h, a foreign key', dropColumn('t', 'h'), [`t ${AE} catalog`, `o ${AE} catalog`]],
    ['set not null', setColumnNull('t', 'c', false), [`t ${AE} scan`]],
    ['set not null with a validated check', setColumnNull('t', 'a', false), [`t ${AE} catalog`]],
    ['drop not null', setColumnNull('t', 'g', true), [`t ${AE} catalog`]],
    ['set default', setColumnDefault('t', 'c', literal('x')), [`t ${AE} catalog`]],
    ['type int to bigint', to('g', 'bigint'), [`t ${AE} rewrite`]],
    [
      'type of a column with a foreign key',
      to('h', 'integer'),
      [`t ${AE} rewrite`, `o ${AE} scan`],
    ],
    ['varchar(20) to varchar(40)', to('b', 'character varying(40)'), [`t ${AE} catalog`]],
    ['varchar(20) to varchar(10)', to('b', 'character varying(10)'), [`t ${AE} rewrite`]],
    [
      'collation of an indexed column',
      setColumn('t', column('b', 'character varying(20)', { collation: 'C' })),
      [`t ${AE} indexBuild`],
    ],
    ['rename column', renameColumn('t', 'c', 'c2'), [`t ${AE} catalog`]],
    ['rename table', renameTable('t', 't2'), [`t ${AE} catalog`]],
    ['rename index', { kind: 'renameIndex', table: 't', from: 't_b', to: 't_b2' }, []],
    ['add check', addCheck('t', check('ck', 'a > 0')), [`t ${AE} scan`]],
    ['add check not valid', addCheck('t', check('ck', 'a > 0', false)), [`t ${AE} catalog`]],
    ['validate check', validate('t', 'ck_nv'), [`t ${SUE} scan`]],
    [
      'add foreign key',
      addForeignKey('t', foreignKey('h', 'o')),
      [`t ${SRE} scan`, `o ${SRE} scan`],
    ],
    [
      'add foreign key not valid',
      addForeignKey('t', foreignKey('h', 'o', { validated: false })),
      [`t ${SRE} catalog`, `o ${SRE} catalog`],
    ],
    ['validate foreign key', validate('t', 'fk_nv'), [`t ${SUE} scan`, 'o rowShare scan']],
    ['drop foreign key', dropForeignKey('t', 'fk_nv'), [`t ${AE} catalog`, `o ${AE} catalog`]],
    ['create index', addIndex('t', index('i', ['a'])), ['t share indexBuild']],
    ['create index concurrently', addIndex('t', index('i', ['a']), true), [`t ${SUE} indexBuild`]],
    ['drop index', dropIndex('t', 't_b'), [`t ${AE} catalog`]],
    [
      'create trigger',
      { kind: 'createTrigger', trigger: { name: 'tr2', table: 't', definition: '' } },
      [`t ${SRE} catalog`],
    ],
    [
      'drop trigger',
      { kind: 'dropTrigger', trigger: 'tr', table: null, ifExists: false },
      [`t ${AE} catalog`],
    ],
    [
      'create or replace view',
      {
        kind: 'createView',
        view: { name: 'vw', materialized: false, definition: '', indexes: [], comment: null },
        replace: true,
      },
      [`vw ${AE} catalog`],
    ],
    [
      'create view',
      {
        kind: 'createView',
        view: { name: 'v2', materialized: false, definition: '', indexes: [], comment: null },
        replace: false,
      },
      [],
    ],
    [
      'refresh materialized view',
      { kind: 'refreshView', view: 'mv', concurrently: false },
      [`mv ${AE} rewrite`],
    ],
    [
      'refresh concurrently',
      { kind: 'refreshView', view: 'mv', concurrently: true },
      ['mv exclusive scan'],
    ],
    [
      'comment on table',
      { kind: 'setTableComment', table: 't', comment: 'x' },
      [`t ${SUE} catalog`],
    ],
    [
      'set (fillfactor)',
      { kind: 'setTableOptions', table: 't', options: 'WITH (fillfactor=70)' },
      [`t ${SUE} catalog`],
    ],
    ['set unlogged', { kind: 'setTableOptions', table: 't', unlogged: true }, [`t ${AE} rewrite`]],
    [
      'truncate cascade',
      changeRows('o', 'truncate', { text: 'truncate o cascade' }),
      [`o ${AE} catalog`, `t ${AE} catalog`, `c ${AE} catalog`],
    ],
    [
      'drop table cascade',
      dropTable('t', true),
      [`t ${AE} catalog`, `o ${AE} catalog`, `c ${AE} catalog`],
    ],
    ['drop table c', dropTable('c'), [`c ${AE} catalog`, `t ${AE} catalog`]],
    ['update', changeRows('t', 'update'), ['t rowExclusive scan']],
    [
      'create table with a foreign key',
      createTable(
        table('n', [column('t_id', 'bigint')], { foreignKeys: [foreignKey('t_id', 't')] }),
      ),
      [`t ${SRE} catalog`],
    ],
    ['create table', createTable(table('n', [])), []],
    [
      'add enum value',
      { kind: 'addEnumValue', enum: 'mood', value: 'x', position: null, ifNotExists: false },
      [],
    ],
  ];

  test.each(cases)('%s', (_, body, expected) => {
    expect(locks(body)).toEqual(expected);
  });
});

test('ACCESS EXCLUSIVE blocks reads, SHARE blocks writes alone, SHARE UPDATE EXCLUSIVE neither', () => {
  const blocks = (body: OperationBody) =>
    locksOf(operation(body), before, before, defaultServer('postgresql')).map((lock) => [
      lock.blocksReads,
      lock.blocksWrites,
    ]);
  expect(blocks(dropColumn('t', 'c'))).toEqual([[true, true]]);
  expect(blocks(addIndex('t', index('i', ['a'])))).toEqual([[false, true]]);
  expect(blocks(validate('t', 'ck_nv'))).toEqual([[false, false]]);
});

test.each([
  [
    'an expression',
    index('i', [], { parts: [indexPart('b', { column: null, expression: 'lower(b)' })] }),
    true,
  ],
  ['a WHERE', index('i', ['a'], { where: 'b IS NOT NULL' }), true],
  ['the column and a WHERE', index('i', ['b'], { where: 'a > 0' }), true],
  ['a WHERE of others', index('i', ['a'], { where: 'a > 0' }), false],
] as const)('an index on %s is built anew at a change of type', (_, built, isBuilt) => {
  const indexed = schema('postgresql', [{ ...t, indexes: [built] }, o]);
  const [own] = locksOf(operation(to('b', 'text')), indexed, indexed, defaultServer('postgresql'));
  expect(own?.work).toBe(isBuilt ? 'indexBuild' : 'catalog');
});

test('a table that is not there is not locked', () => {
  expect(
    locksOf(
      operation(dropTable('gone')),
      emptySchema('postgresql'),
      before,
      defaultServer('postgresql'),
    ),
  ).toEqual([]);
});
