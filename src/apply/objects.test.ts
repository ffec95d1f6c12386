import { describe, expect, test } from 'vitest';
import type { OperationBody } from '../model/operation.ts';
import { findTable, type Schema, type SchemaObject } from '../model/schema.ts';
import { column, operation, schema, table } from '../testing/build.ts';
import { applyAll } from './index.ts';

const object = (
  type: SchemaObject['type'],
  name: string,
  owner: string | null,
  definition: string,
): SchemaObject => ({ type, name, table: owner, definition });

const trigger = {
  name: 'touched',
  table: 'users',
  definition: 'CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch()',
};

/** A complete schema, as a SQL file gives it. */
function database(): Schema {
  const users = table('users', [
    column('id', 'bigint', { nullable: false, autoIncrement: 'sequence' }),
    column('email', 'text'),
    column('mood', 'mood'),
  ]);
  const logs = table('logs', [column('at', 'date')], { options: 'PARTITION BY RANGE (at)' });
  const rest = table('logs_rest', [column('at', 'date')], {
    partition: { parent: 'logs', bound: 'DEFAULT' },
  });
  return {
    ...schema('postgresql', [{ ...users, clusteredBy: 'by_email' }, logs, rest], {
      enums: [{ name: 'mood', values: ['good'] }],
      functions: [{ name: 'touch', definition: 'CREATE FUNCTION touch() RETURNS trigger' }],
      triggers: [trigger],
    }),
    complete: true,
    objects: [
      object('rule', 'keep', 'users', 'CREATE RULE keep AS ON DELETE TO users DO INSTEAD NOTHING'),
      object('comment', 'TRIGGER touched', 'users', "COMMENT ON TRIGGER touched ON users IS 'x'"),
      object('comment', 'FUNCTION touch()', null, "COMMENT ON FUNCTION touch() IS 'touch()'"),
      object('grant', 'TABLE users', null, 'GRANT SELECT(email) ON TABLE users TO users'),
      object(
        'setting',
        'COLUMN email OPTIONS',
        'users',
        'ALTER TABLE ONLY users ALTER COLUMN email SET (n_distinct=5)',
      ),
      object('statistics', 'pairs', null, 'CREATE STATISTICS pairs ON email, mood FROM users'),
      object('cast', 'mood AS integer', null, 'CREATE CAST (mood AS integer) WITH INOUT'),
    ],
  };
}

function applied(...bodies: readonly OperationBody[]): Schema {
  return applyAll(
    database(),
    bodies.map((body) => operation(body)),
  );
}

function names({ objects = [] }: Schema): readonly string[] {
  return objects.map(({ type, name }) => `${type} ${name}`);
}

const dropTable = { kind: 'dropTable', ifExists: false, cascade: false } as const;

describe('what is kept by its statement', () => {
  test('goes with the table that it is about, and the list with its last object', () => {
    const { objects } = applied({ ...dropTable, table: 'users' });
    expect(names({ ...database(), objects: objects ?? [] })).toEqual([
      'comment FUNCTION touch()',
      'cast mood AS integer',
    ]);
    const empty = applied(
      { ...dropTable, table: 'users' },
      { kind: 'dropFunction', function: 'touch', ifExists: false },
      { kind: 'dropEnum', enum: 'mood', ifExists: false, cascade: true },
    );
    expect('objects' in empty).toBe(false);
  });

  test('goes with the trigger, function or column that it is about', () => {
    const dropped = applied({
      kind: 'dropTrigger',
      trigger: 'touched',
      table: 'users',
      ifExists: false,
    });
    expect(names(dropped)).not.toContain('comment TRIGGER touched');
    const column = {
      kind: 'dropColumn',
      table: 'users',
      column: 'email',
      ifExists: false,
      cascade: false,
    } as const;
    expect(names(applied(column))).toEqual([
      'rule keep',
      'comment TRIGGER touched',
      'comment FUNCTION touch()',
      'grant TABLE users',
      'cast mood AS integer',
    ]);
  });

  test('follows the table and the column in name, table and statement', () => {
    const { objects } = applied(
      { kind: 'renameTable', from: 'users', to: 'people', keepsNames: true },
      { kind: 'renameColumn', table: 'people', from: 'email', to: 'mail' },
    );
    expect(objects?.map(({ name, table: owner, definition }) => [name, owner, definition])).toEqual(
      [
        ['keep', 'people', 'CREATE RULE keep AS ON DELETE TO people DO INSTEAD NOTHING'],
        ['TRIGGER touched', 'people', "COMMENT ON TRIGGER touched ON people IS 'x'"],
        ['FUNCTION touch()', null, "COMMENT ON FUNCTION touch() IS 'touch()'"],
        ['TABLE people', null, 'GRANT SELECT(mail) ON TABLE people TO users'],
        [
          'COLUMN mail OPTIONS',
          'people',
          'ALTER TABLE ONLY people ALTER COLUMN mail SET (n_distinct=5)',
        ],
        ['pairs', null, 'CREATE STATISTICS pairs ON mail, mood FROM people'],
        ['mood AS integer', null, 'CREATE CAST (mood AS integer) WITH INOUT'],
      ],
    );
  });

  test('is refused twice, replaced on demand, and missed by name', () => {
    const [rule] = database().objects ?? [];
    if (!rule) throw new Error('there is no rule');
    expect(() => applied({ kind: 'createObject', object: rule, replace: false })).toThrow(
      'there is already a rule "keep" of users',
    );
    const other = { ...rule, definition: 'CREATE RULE keep AS ON UPDATE TO users DO NOTHING' };
    expect(applied({ kind: 'createObject', object: other, replace: true }).objects?.[0]).toEqual(
      other,
    );
    const drop = { kind: 'dropObject', type: 'rule', name: 'kept', table: 'users' } as const;
    expect(() => applied({ ...drop, ifExists: false })).toThrow('there is no rule "kept" of users');
    expect(applied({ ...drop, ifExists: true })).toEqual(database());
  });
});

describe('the sequence of a serial column', () => {
  test('keeps its name when SQL renames the table, and follows when Rails does', () => {
    const renameTable = { kind: 'renameTable', from: 'users', to: 'people' } as const;
    const bySql = findTable(applied({ ...renameTable, keepsNames: true }), 'people');
    expect(bySql?.columns[0]?.sequence).toEqual({ name: 'users_id_seq', options: '' });
    expect(bySql?.primaryKey?.name).toBe('users_pkey');
    const byRails = findTable(applied(renameTable), 'people');
    expect(byRails?.columns[0]?.sequence).toBeUndefined();
    expect(byRails?.primaryKey?.name).toBeNull();
  });

  test('moves with its table, and is as the server makes it when it is renamed to that', () => {
    const moved = findTable(
      applied(
        { kind: 'createNamespace', namespace: 'crm' },
        { kind: 'renameTable', from: 'users', to: 'crm.users', keepsNames: true },
      ),
      'crm.users',
    );
    expect(moved?.columns[0]?.sequence).toBeUndefined();
    const back = applied(
      { kind: 'renameColumn', table: 'users', from: 'id', to: 'uid' },
      {
        kind: 'renameObject',
        type: 'sequence',
        table: null,
        from: 'users_id_seq',
        to: 'users_uid_seq',
      },
    );
    expect(findTable(back, 'users')?.columns[0]?.sequence).toBeUndefined();
  });
});

describe('DROP', () => {
  test('of a partitioned table takes its partitions along', () => {
    const { tables } = applied({ ...dropTable, table: 'logs' });
    expect(tables.map(({ name }) => name)).toEqual(['users']);
  });

  test('is refused while something depends on the object, and takes it along with CASCADE', () => {
    const drop = { kind: 'dropFunction', function: 'touch', ifExists: false } as const;
    expect(() => applied(drop)).toThrow(
      'function "touch" cannot be dropped: trigger touched of users depends on it',
    );
    const cascaded = applied({ ...drop, cascade: true });
    expect(cascaded.triggers).toEqual([]);
    expect(names(cascaded)).not.toContain('comment TRIGGER touched');
  });

  test('of a type with CASCADE takes its columns and casts along', () => {
    const dropped = applied({ kind: 'dropEnum', enum: 'mood', ifExists: false, cascade: true });
    expect(findTable(dropped, 'users')?.columns.map(({ name }) => name)).toEqual(['id', 'email']);
    expect(names(dropped)).not.toContain('cast mood AS integer');
    expect(names(dropped)).not.toContain('statistics pairs');
  });

  test('leaves no table clustered by an index that is not there', () => {
    const dropped = applied({
      kind: 'dropTrigger',
      trigger: 'touched',
      table: 'users',
      ifExists: false,
    });
    expect(findTable(dropped, 'users')?.clusteredBy).toBeUndefined();
  });

  test('of a schema with something in it is refused without CASCADE', () => {
    const inside = [
      { kind: 'createNamespace', namespace: 'crm' },
      { kind: 'createTable', table: table('crm.leads', []), ifNotExists: false },
    ] as const;
    const drop = { kind: 'dropNamespace', namespace: 'crm', ifExists: false } as const;
    expect(() => applied(...inside, { ...drop, restrict: true })).toThrow('crm.leads is in it');
    expect(applied(...inside, drop).tables).toHaveLength(database().tables.length);
  });
});

test('a detached partition keeps the checks of its parent', () => {
  const check = { name: 'recent', expression: "at > '2020-01-01'::date", validated: true };
  const detached = applied(
    { kind: 'addCheckConstraint', table: 'logs', checkConstraint: check, ifNotExists: false },
    { kind: 'detachPartition', table: 'logs_rest', concurrently: false },
  );
  const found = findTable(detached, 'logs_rest');
  expect(found?.partition).toBeUndefined();
  expect(found?.checkConstraints.map(({ name }) => name)).toEqual(['recent']);
});

test('functions of one name are told apart by the types of their arguments', () => {
  const overload = (list: string) =>
    ({
      kind: 'createFunction',
      function: { name: 'add', definition: `CREATE FUNCTION add(${list}) RETURNS integer` },
      replace: true,
    }) as const;
  const both = [overload('a integer, b text'), overload('a text'), overload('c int, d text')];
  expect(applied(...both).functions.filter(({ name }) => name === 'add')).toHaveLength(2);
  const drop = { kind: 'dropFunction', ifExists: false } as const;
  expect(() => applied(...both, { ...drop, function: 'add' })).toThrow('is not unique');
  const left = applied(...both, { ...drop, function: 'add(integer, text)' });
  expect(left.functions.map(({ definition }) => definition).at(-1)).toContain('add(a text)');
});
