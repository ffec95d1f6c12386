import { describe, expect, test } from 'vitest';
import { applyAll, applyOperation } from '../../apply/index.ts';
import { ENGINES } from '../../model/engine.ts';
import type { OperationBody } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import { check, column, index, operation, schema, table } from '../../testing/build.ts';
import { shop } from '../../testing/shop.ts';
import { shopOperations } from '../../testing/shop-operations.ts';
import { objectSql, operationSql, schemaSql } from './index.ts';

function sent(before: Schema, body: OperationBody): readonly string[] {
  return operationSql(operation(body), before, applyOperation(before, operation(body)));
}

describe.each(ENGINES)('%s', (engine) => {
  test('the golden file shows every operation, and the schema, as SQL', async () => {
    const operations = shopOperations(engine).map(({ name, body, first }) => {
      const before = applyAll(
        shop(engine),
        first.map((each) => operation(each)),
      );
      return [`-- # ${name}`, ...sent(before, body)].join('\n');
    });
    const text = ['-- # the schema', ...schemaSql(shop(engine)), '', operations.join('\n\n'), ''];
    await expect(text.join('\n')).toMatchFileSnapshot(`golden/${engine}.sql`);
  });

  test('every statement ends with a semicolon or is a comment', () => {
    for (const { body, first } of shopOperations(engine)) {
      const before = applyAll(
        shop(engine),
        first.map((each) => operation(each)),
      );
      for (const text of sent(before, body)) expect(text).toMatch(/;$|^--/);
    }
  });

  test('a table is created whole, with its indexes', () => {
    const [customers] = shop(engine).tables;
    if (!customers) throw new Error('the shop has no table');
    const text = objectSql('table', customers, null, shop(engine)).join('\n');
    for (const { name } of customers.columns) expect(text).toContain(name);
    for (const { name } of customers.indexes) expect(text).toContain(name);
    expect(text).toContain('balance_is_sane');
  });
});

describe('quoting', () => {
  test('a name with a quote stays one name, a schema and its table are two', () => {
    const odd = schema('postgresql', [table('billing.od"d', [column('a"b', 'text')])]);
    expect(
      sent(odd, {
        kind: 'setColumnComment',
        table: 'billing.od"d',
        column: 'a"b',
        comment: "it's",
      }),
    ).toEqual([`COMMENT ON COLUMN "billing"."od""d"."a""b" IS 'it''s';`]);
  });

  test('an index is dropped in the schema of its table', () => {
    const before = schema('postgresql', [
      table('billing.bills', [column('a', 'text')], { indexes: [index('by_a', ['a'])] }),
    ]);
    expect(
      sent(before, {
        kind: 'dropIndex',
        table: 'billing.bills',
        index: 'by_a',
        ifExists: false,
        concurrently: true,
      }),
    ).toEqual(['DROP INDEX CONCURRENTLY "billing"."by_a";']);
  });
});

describe('PostgreSQL', () => {
  test('a constraint that was never validated is added behind its table', () => {
    const bills = table('bills', [column('n', 'integer')], {
      checkConstraints: [check('positive', 'n > 0', false), check('small', 'n < 9')],
    });
    expect(objectSql('table', bills, null, schema('postgresql', []))).toEqual([
      'CREATE TABLE "bills" (\n  "n" integer,\n  CONSTRAINT "small" CHECK (n < 9)\n);',
      'ALTER TABLE "bills" ADD CONSTRAINT "positive" CHECK (n > 0) NOT VALID;',
    ]);
  });

  test('a redefined column states its type, and only what else changed', () => {
    const before = schema('postgresql', [
      table('t', [column('n', 'integer', { default: { kind: 'literal', value: 1 } })]),
    ]);
    expect(
      sent(before, {
        kind: 'setColumn',
        table: 't',
        column: column('n', 'bigint', { nullable: false }),
        using: 'n::bigint',
        position: null,
      }),
    ).toEqual([
      'ALTER TABLE "t" ALTER COLUMN "n" TYPE bigint USING n::bigint, ALTER COLUMN "n" DROP DEFAULT, ALTER COLUMN "n" SET NOT NULL;',
    ]);
  });

  test('an integer column that gets numbers of its own goes on behind the highest', () => {
    const before = schema('postgresql', [table('t', [column('n', 'integer')])]);
    const statements = sent(before, {
      kind: 'setColumn',
      table: 't',
      column: column('n', 'integer', { autoIncrement: 'sequence' }),
      using: null,
      position: null,
    });
    expect(statements.slice(1)).toEqual([
      'CREATE SEQUENCE "t_n_seq" AS integer OWNED BY "t"."n";',
      `SELECT setval('"t_n_seq"', COALESCE(MAX("n"), 0) + 1, false) FROM "t";`,
      `ALTER TABLE "t" ALTER COLUMN "n" SET DEFAULT nextval('"t_n_seq"'::regclass);`,
    ]);
  });

  test('functions come before tables, unless they take the row of one', () => {
    const functions = [
      { name: 'code', definition: 'CREATE FUNCTION code() RETURNS text AS $$ SELECT t FROM t $$' },
      { name: 'label', definition: 'CREATE FUNCTION label(t) RETURNS text AS $$ SELECT 1 $$' },
    ];
    const texts = schemaSql(
      schema('postgresql', [table('t', [column('t', 'text')])], { functions }),
    );
    expect(texts.map((text) => text.split('(')[0])).toEqual([
      'SET check_function_bodies = false;',
      'CREATE FUNCTION code',
      'CREATE TABLE "t" ',
      'CREATE FUNCTION label',
    ]);
  });
});

describe('what is already as wanted', () => {
  test('nothing is sent for an object that Active Record finds missing or present', () => {
    for (const engine of ENGINES) {
      expect(
        sent(shop(engine), {
          kind: 'dropIndex',
          table: 'orders',
          index: 'nothing',
          ifExists: true,
          concurrently: false,
        }),
      ).toEqual([]);
      expect(
        sent(shop(engine), {
          kind: 'addColumn',
          table: 'orders',
          column: column('note', 'text'),
          ifNotExists: true,
          position: null,
        }),
      ).toEqual([]);
    }
  });
});

describe('text that is no SQL', () => {
  test('stays as a comment, every line of it', () => {
    const ruby = {
      kind: 'changeRows',
      table: null,
      verb: 'unknown',
      scope: 'unknown',
      text: 'User.find_each do |user|\n  user.touch\nend',
      language: 'ruby',
      batched: true,
    } as const;
    expect(sent(shop('mysql'), ruby)).toEqual([
      '-- Ruby, not SQL:\n--   User.find_each do |user|\n--     user.touch\n--   end',
    ]);
  });
});
