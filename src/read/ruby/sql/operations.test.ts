import { beforeAll, expect, test } from 'vitest';
import { loadPostgresqlParser } from '../../postgresql/parse.ts';
import { readSchemaRb } from '../schema/read.ts';
import { Session } from '../session.ts';
import { sqlOperations } from './operations.ts';

beforeAll(loadPostgresqlParser);

const file = await readSchemaRb(
  `ActiveRecord::Schema[8.0].define(version: 1) do
  create_table "users", force: :cascade do |t|
    t.integer "age"
    t.index ["age"], name: "index_users_on_age"
    t.check_constraint "age > 0", name: "grown"
  end
end
`,
  'db/schema.rb',
  { engine: 'postgresql', rails: null },
);

function operations(sql: string) {
  const session = new Session(file.schema, {
    rails: { major: 8, minor: 0 },
    dumped: false,
    project: null,
  });
  return [...sqlOperations(sql, session)];
}

test.each([
  [
    'ALTER TABLE users ALTER COLUMN age TYPE geometry(LineString, 4326) USING ST_SetSRID(age, 4326)',
    {
      kind: 'setColumn',
      column: {
        type: 'geometry',
        extraOptions: [{ name: 'limit', text: '{srid: 4326, type: "line_string"}' }],
      },
      using: 'ST_SetSRID(age, 4326)',
    },
  ],
  [
    'ALTER TABLE users ADD COLUMN home geography(PointZ)',
    {
      kind: 'addColumn',
      column: {
        type: 'geography',
        extraOptions: [
          { name: 'limit', text: '{srid: 4326, type: "st_point", has_z: true, geographic: true}' },
        ],
      },
    },
  ],
  [
    "ALTER TABLE users ADD CONSTRAINT c CHECK (age <= 9 AND age::text || 'x' !~ '^\\d')",
    {
      kind: 'addCheckConstraint',
      checkConstraint: { expression: "age <= 9 AND age::text || 'x' !~ '^\\d'" },
    },
  ],
  [
    "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok' AFTER 'sad'",
    {
      kind: 'addEnumValue',
      enum: 'mood',
      value: 'ok',
      position: { after: 'sad' },
      ifNotExists: true,
    },
  ],
  [
    'CREATE UNIQUE INDEX CONCURRENTLY by_age ON users USING btree (age DESC) WHERE age > 1',
    {
      kind: 'addIndex',
      table: 'users',
      concurrently: true,
      index: { name: 'by_age', unique: true, using: null, where: 'age > 1' },
    },
  ],
  [
    'DROP INDEX CONCURRENTLY index_users_on_age',
    { kind: 'dropIndex', table: 'users', index: 'index_users_on_age', concurrently: true },
  ],
  [
    'ALTER TABLE users DROP CONSTRAINT grown',
    { kind: 'dropCheckConstraint', checkConstraint: 'grown' },
  ],
  [
    'ALTER TABLE ONLY public.users ADD CONSTRAINT c CHECK (age < 9) NOT VALID',
    {
      kind: 'addCheckConstraint',
      checkConstraint: { name: 'c', expression: 'age < 9', validated: false },
    },
  ],
  [
    'ALTER TABLE users ADD CONSTRAINT k FOREIGN KEY (age) REFERENCES ages (n) ON DELETE SET NULL',
    {
      kind: 'addForeignKey',
      foreignKey: { toTable: 'ages', toColumns: ['n'], onDelete: 'setNull' },
    },
  ],
  [
    'ALTER TABLE users ALTER COLUMN age SET NOT NULL',
    { kind: 'setColumnNull', column: 'age', nullable: false },
  ],
  [
    "ALTER TABLE users ADD COLUMN name varchar(20) NOT NULL DEFAULT 'x'",
    {
      kind: 'addColumn',
      column: {
        name: 'name',
        type: 'character varying(20)',
        nullable: false,
        default: { kind: 'literal', value: 'x' },
      },
    },
  ],
  [
    'ALTER TABLE users ALTER age TYPE bigint USING age::bigint',
    { kind: 'setColumn', column: { type: 'bigint' }, using: 'age::bigint' },
  ],
  [
    "COMMENT ON COLUMN users.age IS 'in years'",
    { kind: 'setColumnComment', column: 'age', comment: 'in years' },
  ],
  [
    'REFRESH MATERIALIZED VIEW CONCURRENTLY totals',
    { kind: 'refreshView', view: 'totals', concurrently: true },
  ],
  ["SET lock_timeout = '5s'", { kind: 'runSql' }],
  [
    'WITH old AS (SELECT 1) DELETE FROM users',
    { kind: 'changeRows', table: 'users', verb: 'delete' },
  ],
  [
    'ALTER TABLE users ADD COLUMN old boolean GENERATED ALWAYS AS (age > 60) STORED',
    {
      kind: 'addColumn',
      column: { name: 'old', type: 'boolean', generated: { expression: 'age > 60', stored: true } },
    },
  ],
  ['DROP INDEX IF EXISTS gone', { kind: 'runSql' }],
])('%s', (sql, expected) => {
  expect(operations(sql)).toMatchObject([expected]);
});

test('several statements are told apart, semicolons in strings and bodies are not ends', () => {
  const sql =
    "UPDATE users SET age = 1; CREATE FUNCTION f() RETURNS int AS $$ BEGIN; END; $$ LANGUAGE plpgsql; INSERT INTO users VALUES (';')";
  expect(operations(sql).map((operation) => operation.kind)).toEqual([
    'changeRows',
    'createFunction',
    'changeRows',
  ]);
});

test.each([
  "SELECT create_hypertable('users', 'age')",
  'DO $$ BEGIN IF true THEN ALTER TABLE users ADD y int; END IF; END $$',
])('%s is opaque and names its table', (sql) => {
  expect(operations(sql)).toMatchObject([
    { kind: 'opaque', language: 'sql', touches: ['users'], text: sql },
  ]);
});
