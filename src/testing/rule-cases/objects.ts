import { check, column, index, view as plainView, table } from '../build.ts';
import {
  addCheck,
  addColumn,
  addIndex,
  changeRows,
  createTable,
  dropColumn,
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
const where = {
  source: { path: 'db/migrate/20260101000000_change.rb', line: 1, column: 1, endLine: 1 },
  reason: 'remove_column without a type',
};

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

const process: readonly RuleCase[] = [
  rule('raw-sql-opaque').hit(
    'not understood',
    pg(),
    lines({
      kind: 'opaque',
      text: 'execute(sql)',
      language: 'ruby',
      reason: 'sql is computed',
      touches: ['users'],
    }),
    'because sql is computed; it names users',
  ),
  rule('raw-sql-opaque').miss(
    'understood',
    pg(),
    lines({ kind: 'runSql', text: 'ANALYZE', purpose: 'statistics' }),
  ),
  rule('irreversible').hit(
    'no way back',
    pg(),
    lines(dropColumn('users', 'name')),
    'Change has no way back',
    { migration: { down: { kind: 'none', irreversible: [] } } },
  ),
  rule('irreversible').hit(
    'one statement',
    pg(),
    lines(dropColumn('users', 'name')),
    'remove_column without a type',
    { migration: { down: { kind: 'change', irreversible: [where] } } },
  ),
  rule('irreversible').miss('another statement', pg(), lines(dropColumn('users', 'name')), {
    migration: {
      down: { kind: 'change', irreversible: [{ ...where, source: { ...where.source, line: 9 } }] },
    },
  }),
  rule('non-idempotent-nontransactional').hit(
    'two statements',
    my(),
    lines(addColumn('users', column('a', 'text')), addColumn('users', column('b', 'text'))),
    '_change.rb:1 did stays',
    OUTSIDE,
  ),
  rule('non-idempotent-nontransactional').miss(
    'the first can be repeated',
    my(),
    lines(
      addColumn('users', column('a', 'text'), { ifNotExists: true }),
      addColumn('users', column('b', 'text')),
    ),
    OUTSIDE,
  ),
  rule('non-idempotent-nontransactional').hit(
    'said once of three',
    my(),
    lines(
      addColumn('users', column('a', 'text')),
      addColumn('users', column('b', 'text')),
      addColumn('users', column('c', 'text')),
    ),
    '_change.rb:1 did stays',
    OUTSIDE,
  ),
  rule('non-idempotent-nontransactional').miss(
    'a constraint that is dropped first where it is there',
    pg(),
    lines(
      { kind: 'dropCheckConstraint', table: 'users', checkConstraint: 'adult', ifExists: true },
      addCheck('users', check('adult', 'age > 17', false)),
      { kind: 'validateConstraint', table: 'users', constraint: 'adult' },
    ),
    OUTSIDE,
  ),
  rule('non-idempotent-nontransactional').miss(
    'a constraint that is not there yet, and is dropped first',
    pg(),
    lines(
      {
        kind: 'runSql',
        text: 'ALTER TABLE users DROP CONSTRAINT IF EXISTS adult',
        purpose: 'would drop a constraint of users that is not there',
      },
      addCheck('users', check('adult', 'age > 17', false)),
      { kind: 'validateConstraint', table: 'users', constraint: 'adult' },
    ),
    OUTSIDE,
  ),
  rule('non-idempotent-nontransactional').miss(
    'in a transaction',
    pg(),
    lines(addColumn('users', column('a', 'text')), addColumn('users', column('b', 'text'))),
  ),
  rule('statements-after-ael').hit(
    'check after a drop',
    pg(),
    lines(dropColumn('users', 'name'), addCheck('orders', check('c', 'total > 0'))),
    'users is locked against reads and writes since',
  ),
  rule('statements-after-ael').miss(
    'the table waits for the statement itself in any case',
    pg(),
    lines(dropColumn('users', 'name'), addCheck('users', check('c', 'age > 0'))),
  ),
  rule('statements-after-ael').miss(
    'an index, whose own rule says what waits along',
    pg(),
    lines(dropColumn('users', 'name'), addIndex('orders', index('i', ['total']))),
  ),
  rule('statements-after-ael').miss(
    'the other way round',
    pg(),
    lines(addCheck('orders', check('c', 'total > 0')), dropColumn('orders', 'total')),
  ),
  rule('multi-table-locks').hit(
    'two tables',
    pg(),
    lines(addColumn('users', column('a', 'text')), addColumn('orders', column('b', 'text'))),
    'locks users, orders one after the other',
  ),
  rule('multi-table-locks').hit(
    'three tables are one finding',
    pg({ tables: [users, orders, posts] }),
    lines(
      addColumn('users', column('a', 'text')),
      addColumn('orders', column('b', 'text')),
      addColumn('posts', column('c', 'text')),
    ),
    'locks users, orders, posts one after the other',
  ),
  rule('multi-table-locks').miss(
    'a table under its new name is the same',
    pg(),
    lines(
      { kind: 'renameTable', from: 'orders', to: 'sales' },
      addColumn('sales', column('a', 'text')),
    ),
  ),
  rule('multi-table-locks').miss(
    'outside of a transaction',
    pg(),
    lines(addColumn('users', column('a', 'text')), addColumn('orders', column('b', 'text'))),
    OUTSIDE,
  ),
];

export const objectCases: readonly RuleCase[] = [...tables, ...rows, ...types, ...code, ...process];
