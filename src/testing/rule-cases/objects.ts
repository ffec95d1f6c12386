import { check, column, view as plainView, table } from '../build.ts';
import {
  addColumn,
  changeRows,
  createTable,
  dropTable,
  lines,
  oneStatement,
  renameTable,
} from '../operations.ts';
import { casesOf, OUTSIDE, type RuleCase } from './case.ts';
import { auditFunction, lite, my, orders, pg, posts, trigger, users, view } from './schemas.ts';

const rule = casesOf;
const policy = {
  name: 'own',
  table: 'users',
  definition: 'CREATE POLICY own ON users USING (true)',
};
const partition = table('log_2026', [column('id', 'bigint')], {
  options: 'PARTITION OF log FOR VALUES FROM (1) TO (2)',
});
const scored = {
  name: 'score(bigint)',
  definition: 'CREATE FUNCTION score(bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT $1 $$',
};
const log = table('log', [column('id', 'bigint')]);

const tables: readonly RuleCase[] = [
  rule('drop-table').hit(
    'in use',
    pg(),
    lines(dropTable('orders')),
    'Dropping orders (size unknown',
  ),
  rule('drop-table').hit(
    'virtual table',
    lite({ virtualTables: [{ name: 'search', module: 'fts5', arguments: ['body'] }] }),
    lines({ kind: 'dropVirtualTable', virtualTable: 'search' }),
    'Dropping the virtual table search deletes what it holds',
  ),
  rule('drop-table').miss(
    'created by the release',
    pg(),
    lines(createTable(posts), dropTable('posts')),
  ),
  rule('create-table-force').hit(
    'table is there',
    pg(),
    oneStatement(dropTable('orders'), createTable(orders)),
    'create_table with force: deletes orders',
  ),
  rule('create-table-force').miss(
    'two statements',
    pg(),
    lines(dropTable('orders'), createTable(orders)),
  ),
  rule('rename-table').hit(
    'in use',
    pg(),
    lines(renameTable('orders', 'sales')),
    'Renaming orders to sales breaks',
  ),
  rule('rename-table').miss(
    'created by the release',
    pg(),
    lines(createTable(posts), renameTable('posts', 'articles')),
  ),
  rule('partition-create').hit(
    'parent in use',
    pg({ tables: [log] }),
    lines(createTable(partition)),
    'locks log with all of its partitions',
  ),
  rule('partition-create').miss('ordinary table', pg(), lines(createTable(posts))),
  rule('mysql-table-options').hit(
    'engine',
    my(),
    lines({ kind: 'setTableOptions', table: 'users', options: 'ENGINE=InnoDB' }),
    'rebuilds it',
  ),
  rule('mysql-table-options').miss(
    'collation alone',
    my(),
    lines({ kind: 'setTableOptions', table: 'users', collation: 'utf8mb4_bin' }),
  ),
  rule('set-unlogged-tablespace-cluster-vacuumfull').hit(
    'unlogged',
    pg(),
    lines({ kind: 'setTableOptions', table: 'users', unlogged: true }),
    'rewrites it',
  ),
  rule('set-unlogged-tablespace-cluster-vacuumfull').miss(
    'fillfactor',
    pg(),
    lines({ kind: 'setTableOptions', table: 'users', options: 'WITH (fillfactor=70)' }),
  ),
];

const rows: readonly RuleCase[] = [
  rule('truncate').hit(
    'truncate',
    pg(),
    lines(changeRows('orders', 'truncate')),
    'TRUNCATE deletes all rows of orders',
  ),
  rule('truncate').miss('insert', pg(), lines(changeRows('orders', 'insert'))),
  rule('data-delete').hit(
    'delete',
    pg(),
    lines(changeRows('orders', 'delete', { scope: 'part' })),
    'deletes rows of orders',
  ),
  rule('data-delete').miss('update', pg(), lines(changeRows('orders', 'update'))),
  rule('backfill-unbatched').hit(
    'one update',
    pg(),
    lines(changeRows('orders', 'update')),
    'writes every row of orders',
  ),
  rule('backfill-unbatched').hit(
    'in batches that one transaction holds together',
    pg(),
    lines(changeRows('orders', 'update', { batched: true })),
    'Batches write every row of orders (size unknown, taken as large) in one transaction',
  ),
  rule('backfill-unbatched').hit(
    'record by record in one transaction',
    pg(),
    lines(changeRows('orders', 'update', { language: 'ruby', text: 'order.update!(total: 1)' })),
    'A statement for each row writes every row of orders',
  ),
  rule('backfill-unbatched').miss(
    'record by record, each committed by itself',
    my(),
    lines(changeRows('orders', 'update', { language: 'ruby', text: 'order.update!(total: 1)' })),
    OUTSIDE,
  ),
  rule('backfill-unbatched').miss(
    'in batches',
    pg(),
    lines(changeRows('orders', 'update', { batched: true })),
    OUTSIDE,
  ),
  rule('ddl-and-dml-mixed').hit(
    'same migration',
    pg(),
    lines(
      addColumn('orders', column('note', 'text')),
      changeRows('orders', 'update', { batched: true }),
    ),
    'changes the schema of orders',
  ),
  rule('ddl-and-dml-mixed').hit(
    'rows first',
    pg(),
    lines(
      changeRows('orders', 'update', { batched: true }),
      addColumn('orders', column('note', 'text')),
    ),
    'and then changes the schema of orders',
  ),
  rule('ddl-and-dml-mixed').hit(
    'several row changes are one finding',
    pg(),
    lines(
      addColumn('orders', column('note', 'text')),
      changeRows('orders', 'update'),
      changeRows('users', 'update'),
    ),
    'writes rows of orders (size unknown, taken as large), users (size unknown, taken as large)',
  ),
  rule('ddl-and-dml-mixed').miss(
    'MySQL commits at each statement, so that no lock is held along',
    my(),
    lines(addColumn('orders', column('note', 'text')), changeRows('orders', 'update')),
  ),
  rule('ddl-and-dml-mixed').miss(
    'outside of a transaction',
    pg(),
    lines(
      addColumn('orders', column('note', 'text')),
      changeRows('orders', 'update', { batched: true }),
    ),
    OUTSIDE,
  ),
  rule('ddl-and-dml-mixed').miss('rows alone', pg(), lines(changeRows('orders', 'update'))),
];

const types: readonly RuleCase[] = [
  rule('enum-add-value').hit(
    'cannot be removed',
    pg(),
    lines({
      kind: 'addEnumValue',
      enum: 'order_status',
      value: 'lost',
      position: null,
      ifNotExists: false,
    }),
    'The value "lost" can never be removed',
  ),
  rule('enum-add-value').hit(
    'used in the same transaction',
    pg(),
    lines(
      {
        kind: 'addEnumValue',
        enum: 'order_status',
        value: 'lost',
        position: null,
        ifNotExists: false,
      },
      changeRows('users', 'update'),
    ),
    'cannot be used in the transaction',
  ),
  rule('enum-add-value').miss(
    'new enum',
    pg(),
    lines({ kind: 'createEnum', enum: { name: 'size', values: ['s'] } }),
  ),
  rule('enum-rename-value').hit(
    'in use',
    pg(),
    lines({ kind: 'renameEnumValue', enum: 'order_status', from: 'new', to: 'open' }),
    'still says new fail',
  ),
  rule('enum-rename-value').miss(
    'the type itself',
    pg(),
    lines({ kind: 'renameEnum', from: 'order_status', to: 'status' }),
  ),
  rule('enum-drop-or-recreate').hit(
    'no column has it',
    pg({ tables: [orders] }),
    lines({ kind: 'dropEnum', enum: 'order_status', ifExists: false }),
    'order_status is dropped with its values',
  ),
  rule('enum-drop-or-recreate').miss(
    'not there',
    pg({ enums: [], tables: [orders] }),
    lines({ kind: 'dropEnum', enum: 'order_status', ifExists: true }),
  ),
  rule('rename-schema').hit(
    'namespace',
    pg({ namespaces: ['billing'] }),
    lines({ kind: 'renameNamespace', from: 'billing', to: 'sales' }),
    'Renaming the schema billing',
  ),
  rule('rename-schema').miss(
    'new namespace',
    pg(),
    lines({ kind: 'createNamespace', namespace: 'sales' }),
  ),
  rule('drop-schema-database').hit(
    'namespace',
    pg({ namespaces: ['billing'] }),
    lines({ kind: 'dropNamespace', namespace: 'billing', ifExists: false }),
    'Dropping the schema billing',
  ),
  rule('drop-schema-database').miss(
    'new namespace',
    pg(),
    lines({ kind: 'createNamespace', namespace: 'sales' }),
  ),
  rule('extension').hit(
    'dropped',
    pg({ extensions: [{ name: 'citext', version: null }] }),
    lines({ kind: 'dropExtension', extension: 'citext', cascade: true }),
    'drops every column',
  ),
  rule('extension').miss('namespace', pg(), lines({ kind: 'createNamespace', namespace: 'sales' })),
  rule('sequence').hit(
    'dropped',
    pg({ sequences: [{ name: 'numbers', ownedBy: null, options: '' }] }),
    lines({ kind: 'dropSequence', sequence: 'numbers', ifExists: false }),
    'loses the number it stands at',
  ),
  rule('sequence').miss(
    'created',
    pg(),
    lines({ kind: 'createSequence', sequence: { name: 'numbers', ownedBy: null, options: '' } }),
  ),
];

const code: readonly RuleCase[] = [
  rule('view-change').hit(
    'replaced',
    pg({ views: [view] }),
    lines({
      kind: 'createView',
      view: { ...view, definition: 'SELECT users.id FROM users' },
      replace: true,
    }),
    'active_users gets another query',
  ),
  rule('view-change').miss('new', pg(), lines({ kind: 'createView', view, replace: false })),
  rule('matview-refresh').hit(
    'locks readers',
    pg({ views: [plainView('totals', 'SELECT 1', { materialized: true })] }),
    lines({ kind: 'refreshView', view: 'totals', concurrently: false }),
    'Nobody can read totals',
  ),
  rule('matview-refresh').miss(
    'concurrently',
    pg({ views: [plainView('totals', 'SELECT 1', { materialized: true })] }),
    lines({ kind: 'refreshView', view: 'totals', concurrently: true }),
  ),
  rule('create-trigger').hit(
    'existing table',
    pg(),
    lines({ kind: 'createTrigger', trigger }),
    'every write to users that audit_users is for',
  ),
  rule('create-trigger').miss(
    'new table',
    pg(),
    lines(createTable(posts), { kind: 'createTrigger', trigger: { ...trigger, table: 'posts' } }),
  ),
  rule('function-change').hit(
    'replaced',
    pg({ functions: [auditFunction], triggers: [trigger] }),
    lines({ kind: 'createFunction', function: auditFunction, replace: true }),
    'audit_users names it',
  ),
  rule('function-change').hit(
    'with arguments, which a check and a view call',
    pg({
      functions: [scored],
      views: [plainView('scores', 'SELECT score(id) FROM users')],
      tables: [{ ...users, checkConstraints: [check('low', 'score(id) < 9')] }],
    }),
    lines({ kind: 'createFunction', function: scored, replace: true }),
    'score(bigint) gets another body; low, scores name it',
  ),
  rule('function-change').miss(
    'new',
    pg(),
    lines({ kind: 'createFunction', function: auditFunction, replace: true }),
  ),
  rule('rls-and-policies').hit(
    'created',
    pg(),
    lines({ kind: 'createPolicy', policy }),
    'which rows of users each role sees',
  ),
  rule('rls-and-policies').miss(
    'new table',
    pg(),
    lines(createTable(posts), { kind: 'createPolicy', policy: { ...policy, table: 'posts' } }),
  ),
];

export const objectCases: readonly RuleCase[] = [...tables, ...rows, ...types, ...code];
