import { describe, expect, test } from 'vitest';
import { applyOperation } from '../../apply/index.ts';
import type { OperationBody } from '../../model/operation.ts';
import { applied, column, operation, schema, table } from '../../testing/build.ts';
import { planRollback } from './index.ts';

const before = schema('postgresql', [
  table('people', [column('id', 'bigint'), column('nick', 'text', { nullable: true })]),
]);

/** The steps of the plan in the order in which the operations ran. */
function stepsOf(...bodies: readonly OperationBody[]) {
  const operations = bodies.map((body) => operation(body));
  return planRollback(applied(before, operations, applyOperation)).steps.toReversed();
}

function update(name: string): OperationBody {
  const text = `UPDATE ${name} SET nick = NULL`;
  return {
    kind: 'changeRows',
    table: name,
    verb: 'update',
    scope: 'whole',
    text,
    language: 'sql',
    batched: false,
  };
}

function dropColumn(name: string, dropped: string): OperationBody {
  return { kind: 'dropColumn', table: name, column: dropped, ifExists: false, cascade: false };
}

const create: OperationBody = {
  kind: 'createTable',
  table: table('visits', [column('id', 'bigint'), column('note', 'text', { nullable: true })]),
  ifNotExists: false,
};

describe('copies are made before the first step', () => {
  test('by the names of then, and are put back under the names that the step found', () => {
    const [, , step] = stepsOf(
      { kind: 'renameTable', from: 'people', to: 'members' },
      { kind: 'renameColumn', table: 'members', from: 'nick', to: 'alias' },
      dropColumn('members', 'alias'),
    );
    expect(step?.saveFirst).toEqual([
      'CREATE TABLE "_saved_people_nick" AS SELECT "id", "nick" FROM "people";',
    ]);
    expect(step?.sql.join('\n')).toContain(
      'UPDATE "members" SET "alias" = (SELECT "_saved_people_nick"."nick" FROM "_saved_people_nick" WHERE "_saved_people_nick"."id" = "members"."id")',
    );
  });

  test('once for all steps that need them', () => {
    const [first, second] = stepsOf(update('people'), update('people'));
    expect(first?.saveFirst[0]).toBe('CREATE TABLE "_saved_people" AS SELECT * FROM "people";');
    expect(second?.saveFirst).toEqual([
      `-- Kept by the copy for an earlier step: ${first?.saveFirst[0]}`,
    ]);
  });

  test('never of a table that the release itself creates, nor of a column that it adds', () => {
    const added: OperationBody = {
      kind: 'addColumn',
      table: 'people',
      column: column('age', 'integer', { nullable: true }),
      ifNotExists: false,
      position: null,
    };
    const steps = stepsOf(
      create,
      update('visits'),
      dropColumn('visits', 'note'),
      added,
      dropColumn('people', 'age'),
    );
    expect(steps.flatMap(({ saveFirst }) => saveFirst)).toEqual([]);
  });

  test('not of a dropped table for a new one of its name', () => {
    const drop: OperationBody = {
      kind: 'dropTable',
      table: 'people',
      ifExists: false,
      cascade: false,
    };
    const again: OperationBody = {
      kind: 'createTable',
      table: table('people', [column('id', 'bigint')]),
      ifNotExists: false,
    };
    const [dropped, , changed] = stepsOf(drop, again, update('people'));
    expect(dropped?.saveFirst[0]).toContain('CREATE TABLE "_saved_people"');
    expect(changed?.saveFirst).toEqual([]);
  });

  test('of values and of NULLs of one column under two names', () => {
    const [filled, dropped] = stepsOf(
      {
        kind: 'setColumnNull',
        table: 'people',
        column: 'nick',
        nullable: false,
        backfill: { kind: 'literal', value: '' },
      },
      dropColumn('people', 'nick'),
    );
    expect(filled?.saveFirst[0]).toContain('"_saved_people_nick_nulls"');
    expect(dropped?.saveFirst[0]).toContain('"_saved_people_nick"');
  });
});
