import { describe, expect, test } from 'vitest';
import { applyOperation } from '../../apply/index.ts';
import { diffSchemas } from '../../diff/index.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import { applied, check, column, foreignKey, index, schema, table } from '../../testing/build.ts';
import {
  addColumn,
  addIndex,
  dropColumn,
  dropIndex,
  dropTable,
  lines,
  renameColumn,
  renameTable,
  setColumn,
} from '../../testing/operations.ts';
import { findDependencies } from './index.ts';

const users = table(
  'users',
  [
    column('id', 'bigint', { nullable: false }),
    column('email', 'text'),
    column('status', 'user_status'),
    column('mail_length', 'integer', { generated: { expression: 'length(email)', stored: true } }),
  ],
  {
    indexes: [
      index('by_email', ['email']),
      index('by_lower', [], {
        parts: [
          {
            column: null,
            expression: 'lower(email)',
            order: 'asc',
            nulls: null,
            opclass: null,
            length: null,
            collation: null,
          },
        ],
      }),
    ],
    checkConstraints: [check('has_at', "email LIKE '%@%'"), check('other', "status <> 'email'")],
    uniqueConstraints: [
      { name: 'one_email', columns: ['email'], deferrable: null, nullsNotDistinct: false },
    ],
  },
);
const orders = table('orders', [column('id', 'bigint'), column('user_id', 'bigint')], {
  foreignKeys: [foreignKey('user_id', 'users')],
});
const before = schema('postgresql', [users, orders], {
  enums: [{ name: 'user_status', values: ['a'] }],
  views: [
    {
      name: 'mails',
      materialized: false,
      definition: 'SELECT users.email FROM users',
      indexes: [],
      comment: null,
    },
    {
      name: 'not_it',
      materialized: false,
      definition: "SELECT 'email' FROM users_old",
      indexes: [],
      comment: null,
    },
  ],
  triggers: [
    {
      name: 'audit',
      table: 'users',
      definition: 'CREATE TRIGGER audit AFTER INSERT ON users EXECUTE FUNCTION log()',
    },
  ],
  functions: [
    { name: 'log', definition: 'CREATE FUNCTION log() … $$ INSERT INTO l VALUES (NEW.email) $$' },
  ],
  policies: [
    {
      name: 'own',
      table: 'users',
      definition: 'CREATE POLICY own ON users USING (email = current_user)',
    },
  ],
});

function dependencies(operations: readonly Operation[], from: Schema = before) {
  const steps = applied(from, operations, applyOperation);
  const after = steps.at(-1)?.after ?? from;
  return findDependencies(diffSchemas(from, after, { renames: operations }), from, after, steps);
}

/** What is found for the objects that an operation removes or renames, without the parts of a table. */
function found(operations: readonly Operation[], type: string) {
  return dependencies(operations)
    .filter(({ object }) => object.type === type)
    .map(
      ({ relation, direction, other, certainty }) =>
        `${relation} ${direction} ${other} (${certainty})`,
    );
}

describe('the dependencies of a column', () => {
  test('are all that names it, with how sure that is', () => {
    const operations = lines(setColumn('users', column('email', 'character varying')));
    expect(found(operations, 'column')).toEqual([
      'index usedBy by_email (declared)',
      'index usedBy by_lower (textual)',
      'checkConstraint usedBy has_at (textual)',
      'uniqueConstraint usedBy one_email (declared)',
      'generatedColumn usedBy users.mail_length (textual)',
      'view usedBy mails (textual)',
      'function usedBy log (textual)',
      'policy usedBy own (textual)',
    ]);
  });

  test('say what becomes of an index that goes with it, and of one that the release drops', () => {
    const bare = schema('postgresql', [{ ...orders, indexes: [index('i', ['user_id'])] }, users]);
    const effects = (operations: readonly Operation[]) =>
      dependencies(operations, bare)
        .filter(({ object, relation }) => object.type === 'column' && relation === 'index')
        .map(({ effect }) => effect);
    expect(effects(lines(dropColumn('orders', 'user_id')))).toEqual([
      'The index is dropped with the column.',
    ]);
    expect(effects(lines(dropIndex('orders', 'i'), dropColumn('orders', 'user_id')))).toEqual([
      'The release drops it too.',
    ]);
    const again = addIndex('orders', index('i', ['user_id'], { unique: true }));
    const retyped = setColumn('orders', column('user_id', 'integer'));
    expect(effects(lines(retyped, dropIndex('orders', 'i'), again))).toEqual([
      'The release drops it, and makes one of its name anew.',
    ]);
  });

  test('are looked up under the name before, of the column and of its table', () => {
    const operations = lines(
      renameTable('users', 'people'),
      renameColumn('people', 'email', 'mail'),
    );
    expect(found(operations, 'column')).toContain('index usedBy by_email (declared)');
  });

  test('of one that is added are what it uses', () => {
    const operations = lines(addColumn('orders', column('status', 'user_status')));
    expect(found(operations, 'column')).toEqual(['enum uses user_status (declared)']);
  });
});

describe('the dependencies of a table', () => {
  test('are foreign keys in both directions', () => {
    expect(found(lines(renameTable('users', 'people')), 'table')).toContain(
      'foreignKey usedBy orders.user_id → users.id (declared)',
    );
    expect(found(lines(renameTable('orders', 'sales')), 'table')).toEqual([
      'foreignKey uses orders.user_id → users.id (declared)',
    ]);
  });

  test('are the views, triggers and functions that name it', () => {
    const names = found(lines(renameTable('users', 'people')), 'table');
    expect(names).toContain('view usedBy mails (textual)');
    expect(names).toContain('trigger usedBy audit (declared)');
    expect(names.join()).not.toContain('not_it');
  });

  test('say that a foreign key still points at a table that is renamed', () => {
    const [first] = dependencies(lines(renameTable('users', 'people'))).filter(
      ({ relation }) => relation === 'foreignKey',
    );
    expect(first?.effect).toBe('The foreign key still points at the table, whose name changes.');
  });
});

describe('what surrounds a table of which a part changes', () => {
  const around = (operations: readonly Operation[]) =>
    dependencies(operations)
      .filter(({ object }) => object.type === 'table')
      .map(
        ({ relation, direction, other, effect }) => `${relation} ${direction} ${other}: ${effect}`,
      );

  test('are its foreign keys both ways, views, triggers, functions and policies', () => {
    expect(around(lines(addColumn('users', column('nick', 'text'))))).toEqual([
      'foreignKey usedBy orders.user_id → users.id: Rows there refer to this table; the foreign key is not changed.',
      'view usedBy mails: The view reads the table, and does not name what changes.',
      'trigger usedBy audit: The trigger fires on the table as before.',
      'policy usedBy own: The policy holds for the table as before.',
    ]);
    expect(around(lines(addColumn('orders', column('note', 'text'))))).toEqual([
      'foreignKey uses orders.user_id → users.id: The foreign key is not changed.',
    ]);
  });

  test('is not told again when the change itself concerns it', () => {
    const operations = lines(setColumn('users', column('email', 'character varying')));
    expect(around(operations).join()).not.toMatch(/mails|own/);
  });

  test('names every change of a part of the table', () => {
    const operations = lines(
      addColumn('users', column('a', 'text')),
      addColumn('users', column('b', 'text')),
    );
    const [first] = dependencies(operations).filter(({ object }) => object.type === 'table');
    expect(first?.changes).toEqual([0, 1]);
  });
});

describe('findDependencies', () => {
  test('names each pair once, with every change that concerns it', () => {
    const all = dependencies(lines(dropTable('orders')));
    const keys = all.map((each) =>
      JSON.stringify([each.object, each.relation, each.direction, each.other]),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(all.length).toBeGreaterThan(0);
    for (const { changes, effect } of all) {
      expect(changes.length).toBeGreaterThan(0);
      expect(effect).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('finds nothing when nothing changes', () => {
    expect(findDependencies([], before, before, [])).toEqual([]);
  });

  test('finds nothing for a comment', () => {
    const operations = lines({
      kind: 'setColumnComment',
      table: 'users',
      column: 'email',
      comment: 'x',
    });
    expect(dependencies(operations)).toEqual([]);
  });
});
