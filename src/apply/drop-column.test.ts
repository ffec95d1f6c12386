import { describe, expect, test } from 'vitest';
import type { Engine } from '../model/engine.ts';
import { findTable, type Schema, type Table } from '../model/schema.ts';
import {
  check,
  column,
  foreignKey,
  index,
  indexPart,
  operation,
  schema,
  table,
  view,
} from '../testing/build.ts';
import { applyOperation } from './index.ts';

function dropFrom(before: Schema, name: string, cascade = false): Table {
  const after = dropped(before, name, cascade);
  const found = findTable(after, 't');
  if (!found) throw new Error('the table is gone');
  return found;
}

function dropped(before: Schema, name: string, cascade = false): Schema {
  return applyOperation(
    before,
    operation({ kind: 'dropColumn', table: 't', column: name, ifExists: false, cascade }),
  );
}

function base(engine: Engine, rest: Partial<Omit<Table, 'name' | 'columns'>>): Schema {
  const columns = ['id', 'a', 'b'].map((name) => column(name, 'int'));
  return schema(engine, [table('t', columns, rest), table('p', [column('id', 'int')])]);
}

const names = (parts: readonly { readonly name: string }[]) => parts.map(({ name }) => name);

describe('a dropped column takes along', () => {
  const indexes = [index('only', ['a']), index('both', ['a', 'b']), index('other', ['b'])];

  test('on PostgreSQL every index that involves it', () => {
    const covering = index('covering', ['b'], { include: ['a'] });
    const partial = index('partial', ['b'], { where: '(a > 0)' });
    const computed = index('computed', [], {
      parts: [{ ...indexPart('x'), column: null, expression: 'lower(a)' }],
    });
    const stays = index('stays', ['b'], { where: "b::text = 'a'" });
    const after = dropFrom(
      base('postgresql', { indexes: [...indexes, covering, partial, computed, stays] }),
      'a',
    );
    expect(names(after.indexes)).toEqual(['other', 'stays']);
  });

  test.each(['mysql', 'sqlite'] as const)(
    'on %s its place in indexes, the last one with them',
    (engine) => {
      const after = dropFrom(base(engine, { indexes }), 'a');
      expect(after.indexes).toEqual([index('both', ['b']), index('other', ['b'])]);
    },
  );

  test('on PostgreSQL its checks, unique and exclusion constraints, and the whole primary key', () => {
    const after = dropFrom(
      base('postgresql', {
        primaryKey: { name: null, columns: ['a', 'id'] },
        checkConstraints: [
          check('one', 'a > 0'),
          check('two', 'a > b'),
          check('three', "b <> 'a'"),
        ],
        uniqueConstraints: [
          { name: 'u', columns: ['b', 'a'], deferrable: null, nullsNotDistinct: false },
        ],
        exclusionConstraints: [
          { name: 'e', expression: 'a WITH =', using: 'gist', where: null, deferrable: null },
        ],
      }),
      'a',
    );
    expect(after.primaryKey).toBeNull();
    expect(names(after.checkConstraints)).toEqual(['three']);
    expect(after.uniqueConstraints).toEqual([]);
    expect(after.exclusionConstraints).toEqual([]);
  });

  test.each(['postgresql', 'sqlite'] as const)('on %s its foreign keys', (engine) => {
    const after = dropFrom(
      base(engine, { foreignKeys: [foreignKey('a', 'p'), foreignKey('b', 'p')] }),
      'a',
    );
    expect(after.foreignKeys.map(({ columns }) => columns)).toEqual([['b']]);
  });

  test('on MySQL a check over it alone', () => {
    const after = dropFrom(base('mysql', { checkConstraints: [check('one', '`a` > 0')] }), 'a');
    expect(after.checkConstraints).toEqual([]);
  });

  test('the sequence that it owns', () => {
    const before = {
      ...base('postgresql', {}),
      sequences: [{ name: 's', ownedBy: 't.a', options: '' }],
    };
    expect(dropped(before, 'a').sequences).toEqual([]);
    expect(dropped(before, 'b').sequences).toHaveLength(1);
  });

  test('on SQLite, where Rails copies the table, the triggers of the table', () => {
    const triggers = [{ name: 'touch', table: 't', definition: 'CREATE TRIGGER touch' }];
    expect(dropped({ ...base('sqlite', {}), triggers }, 'a').triggers).toEqual([]);
    expect(dropped({ ...base('postgresql', {}), triggers }, 'a').triggers).toEqual(triggers);
  });
});

describe('a column is not dropped', () => {
  test('on MySQL while a foreign key needs it', () => {
    const before = base('mysql', {
      foreignKeys: [foreignKey('a', 'p')],
      indexes: [index('fk_a_p', ['a'])],
    });
    expect(() => dropped(before, 'a')).toThrow(
      't.a cannot be dropped: foreign key "fk_a_p" needs it',
    );
  });

  test('on MySQL while a check over other columns too uses it', () => {
    const before = base('mysql', { checkConstraints: [check('two', 'a > b')] });
    expect(() => dropped(before, 'a')).toThrow('check constraint "two" uses it');
  });

  test.each(['mysql', 'sqlite'] as const)('on %s while an index computes with it', (engine) => {
    const before = base(engine, { indexes: [index('partial', ['b'], { where: 'a > 0' })] });
    expect(() => dropped(before, 'a')).toThrow('index "partial" computes with it');
  });
});

describe('what depends on the column from outside', () => {
  const child = table('c', [column('t_id', 'int')], { foreignKeys: [foreignKey('t_id', 't')] });
  const generated = column('g', 'int', { generated: { expression: 'a * 2', stored: true } });

  test('refuses: a foreign key of another table', () => {
    const before = schema('postgresql', [...base('postgresql', {}).tables, child]);
    expect(() => dropped(before, 'id')).toThrow('foreign key "fk_t_id_t" of c refers to it');
    expect(findTable(dropped(before, 'id', true), 'c')?.foreignKeys).toEqual([]);
  });

  test('refuses: a generated column, which goes with CASCADE', () => {
    const before = schema('postgresql', [table('t', [column('a', 'int'), generated])]);
    expect(() => dropped(before, 'a')).toThrow('the generated column t.g computes with it');
    expect(dropFrom(before, 'a', true).columns).toEqual([]);
  });

  test('CASCADE takes the views along that name the column', () => {
    const views = [view('v', 'SELECT x.a FROM t x'), view('w', 'SELECT x.b FROM t x')];
    const before = { ...base('postgresql', {}), views };
    expect(names(dropped(before, 'a', true).views)).toEqual(['w']);
  });
});
