import { expect, test } from 'vitest';
import { InputError } from '../../model/errors.ts';
import { emptySchema, findTable, type Schema, type Table } from '../../model/schema.ts';
import { loadPostgresqlParser } from '../../read/postgresql/parse.ts';
import { postgresqlOperations } from '../../read/postgresql/statements/index.ts';
import { applyOperation } from '../index.ts';

await loadPostgresqlParser();

const SOURCE = { path: 'db/migrate/1_change.sql', line: 1, column: 1, endLine: 1 };

/** The schema that the SQL makes of an empty database. */
function made(sql: string): Schema {
  const scope = { schema: { ...emptySchema('postgresql'), complete: true as const } as Schema };
  for (const { body, impliedBy } of postgresqlOperations(sql, scope)) {
    if (body.kind === 'opaque') throw new Error(body.reason);
    const operation = { ...body, source: SOURCE, condition: null, assured: false, impliedBy };
    scope.schema = applyOperation(scope.schema, operation);
  }
  return scope.schema;
}

function tableOf(schema: Schema, name: string): Table {
  const table = findTable(schema, name);
  if (!table) throw new Error(`there is no table ${name}`);
  return table;
}

const names = (parts: readonly { readonly name: string }[]) => parts.map(({ name }) => name);

const CHILDREN = `CREATE TABLE p (a int, b text);
  CREATE TABLE c (b text, x int) INHERITS (p);
  CREATE TABLE d () INHERITS (c);`;

const PARTITIONS = `CREATE TABLE p (a int NOT NULL, b text) PARTITION BY RANGE (a);
  CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10);
  CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (a);
  CREATE TABLE p21 PARTITION OF p2 DEFAULT;`;

// What follows was seen on PostgreSQL 15.18 with its pg_dump.

test('a column that is added reaches children and theirs, in front of their own', () => {
  const after = made(`${CHILDREN} ALTER TABLE p ADD COLUMN n integer DEFAULT 5 NOT NULL;`);
  expect(names(tableOf(after, 'c').columns)).toEqual(['a', 'b', 'n', 'x']);
  expect(tableOf(after, 'd').columns[2]).toMatchObject({
    ...{ name: 'n', type: 'integer', nullable: false },
    default: { kind: 'literal', value: 5 },
  });
});

test('a column that is dropped stays where a child names it itself, and with ONLY', () => {
  const dropped = made(`${CHILDREN} ALTER TABLE p DROP COLUMN a; ALTER TABLE p DROP COLUMN b;`);
  expect(names(tableOf(dropped, 'c').columns)).toEqual(['b', 'x']);
  expect(names(tableOf(dropped, 'd').columns)).toEqual(['b', 'x']);
  const only = made(`${CHILDREN} ALTER TABLE ONLY p DROP COLUMN a;`);
  expect(names(tableOf(only, 'c').columns)).toEqual(['b', 'a', 'x']);
});

test('a rename, a type, a default and a check reach children; the parts of a child follow', () => {
  const after = made(`${CHILDREN} CREATE INDEX on_a ON c (a);
    ALTER TABLE p RENAME COLUMN a TO aa;
    ALTER TABLE p ALTER COLUMN aa TYPE bigint;
    ALTER TABLE p ALTER COLUMN aa SET DEFAULT 7;
    ALTER TABLE p ADD CONSTRAINT positive CHECK (aa > 0);
    ALTER TABLE p ADD CONSTRAINT own CHECK (aa < 9) NO INHERIT;`);
  const child = tableOf(after, 'c');
  expect(child.columns[0]).toMatchObject({
    ...{ name: 'aa', type: 'bigint', default: { kind: 'literal', value: 7 } },
  });
  expect(child.indexes[0]?.parts[0]?.column).toBe('aa');
  expect(names(tableOf(after, 'd').checkConstraints)).toEqual(['positive']);
});

test('a key and indexes of a partitioned table are made on its partitions and go with it', () => {
  const sql = `${PARTITIONS} ALTER TABLE p ADD PRIMARY KEY (a);
    ALTER TABLE p ADD CONSTRAINT both_once UNIQUE (a, b);
    CREATE INDEX by_lower ON p (lower(b));`;
  const after = made(sql);
  expect(tableOf(after, 'p21').primaryKey?.name).toBe('p21_pkey');
  expect(names(tableOf(after, 'p21').uniqueConstraints)).toEqual(['p21_a_b_key']);
  expect(names(tableOf(after, 'p1').indexes)).toEqual(['p1_lower_idx']);
  expect(after.objects?.map(({ definition }) => definition)).toEqual(
    expect.arrayContaining([
      'ALTER INDEX by_lower ATTACH PARTITION p1_lower_idx',
      'ALTER INDEX p2_pkey ATTACH PARTITION p21_pkey',
    ]),
  );
  const without = made(`${sql} DROP INDEX by_lower; ALTER TABLE p DROP CONSTRAINT p_pkey;
    ALTER TABLE p DROP CONSTRAINT both_once;`);
  expect(tableOf(without, 'p21')).toMatchObject({
    ...{ primaryKey: null, uniqueConstraints: [], indexes: [] },
  });
  expect(without.objects).toBeUndefined();
});

test('an index that a partition has like that of its parent is attached', () => {
  const after = made(`${PARTITIONS} CREATE INDEX mine ON p1 (b); CREATE INDEX by_b ON p (b);
    ALTER INDEX by_b RENAME TO renamed;`);
  expect(names(tableOf(after, 'p1').indexes)).toEqual(['mine']);
  expect(after.objects?.map(({ definition }) => definition)).toContain(
    'ALTER INDEX renamed ATTACH PARTITION mine',
  );
});

test('a table that is attached gets what it lacks, and keeps it when it is detached', () => {
  const sql = `CREATE TABLE u (id int PRIMARY KEY);
    CREATE TABLE p (a int NOT NULL, u int REFERENCES u, PRIMARY KEY (a)) PARTITION BY RANGE (a);
    CREATE TABLE x (u int CONSTRAINT mine REFERENCES u, a int NOT NULL);
    ALTER TABLE p ATTACH PARTITION x DEFAULT;`;
  const attached = tableOf(made(sql), 'x');
  expect(attached.primaryKey?.name).toBe('x_pkey');
  expect(attached.foreignKeys).toEqual([]);
  const detached = made(`${sql} ALTER TABLE p DETACH PARTITION x;`);
  expect(tableOf(detached, 'x').primaryKey?.name).toBe('x_pkey');
  expect(tableOf(detached, 'x').foreignKeys).toHaveLength(1);
  expect(detached.objects).toBeUndefined();
});

test.each([
  [CHILDREN, 'ALTER TABLE c DROP COLUMN a', 'has it from its parent'],
  [CHILDREN, 'ALTER TABLE c RENAME COLUMN a TO z', 'has it from its parent'],
  [CHILDREN, 'ALTER TABLE c ALTER COLUMN a TYPE bigint', 'has it from its parent'],
  [CHILDREN, 'ALTER TABLE ONLY p ADD COLUMN z int', 'its children need it'],
  [CHILDREN, 'ALTER TABLE ONLY p RENAME COLUMN a TO z', 'its children have it'],
  [CHILDREN, 'ALTER TABLE ONLY p ADD CHECK (a > 0)', 'its children need it'],
  [CHILDREN, 'ALTER TABLE p ADD COLUMN x text', 'of another type'],
  [PARTITIONS, 'ALTER TABLE p1 ADD COLUMN z int', 'is a partition'],
  [PARTITIONS, 'ALTER TABLE p DROP COLUMN a', 'is partitioned by it'],
  [PARTITIONS, 'ALTER TABLE ONLY p DROP COLUMN b', 'is partitioned'],
  [`${PARTITIONS} CREATE INDEX i ON p (b);`, 'DROP INDEX p1_b_idx', 'i requires it'],
])('%s and then %s is refused', (setup, statement, why) => {
  expect(() => made(`${setup} ${statement};`)).toThrow(InputError);
  expect(() => made(`${setup} ${statement};`)).toThrow(why);
});
