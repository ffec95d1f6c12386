import { describe, expect, test } from 'vitest';
import type { Engine, RailsVersion } from '../../../model/engine.ts';
import { emptySchema, findColumn, findTable, type Schema } from '../../../model/schema.ts';
import { readSchemaRb } from '../schema/read.ts';
import { readMigrations } from './read.ts';

const RAILS: RailsVersion = { major: 7, minor: 1 };

/** What came of it all: both tables were made by migrations, one of before 5.1, one of after. */
const LATER = `ActiveRecord::Schema[7.1].define(version: 9) do
  create_table "notes", charset: "utf8mb3", collation: "utf8mb3_bin", force: :cascade do |t|
    t.string "title"
    t.datetime "created_at", precision: nil, null: false
  end
  create_table "tags", charset: "utf8mb3", collation: "utf8mb3_bin", force: :cascade do |t|
    t.datetime "created_at", precision: nil, null: false
  end
end
`;

const SMALL_KEYS = LATER.replace('"notes"', '"notes", id: :integer');

const FILES: { readonly [path: string]: string } = {
  'db/migrate/20100101000000_notes.rb':
    'class Notes < ActiveRecord::Migration\ndef self.up\ncreate_table :notes\nend\nend\n',
  'db/migrate/20200101000000_tags.rb':
    'class Tags < ActiveRecord::Migration[6.0]\ndef change\ncreate_table(:tags) { |t| t.timestamps }\nend\nend\n',
};

async function schemaOf(text: string, engine: Engine = 'mysql'): Promise<Schema> {
  const file = await readSchemaRb(text, 'db/schema.rb', { engine, rails: RAILS });
  return file.schema;
}

interface Run {
  readonly before?: Schema;
  readonly evidence?: Schema;
  /** Of the migration; it has none when this is null. */
  readonly rails?: string | null;
  readonly version?: string;
  readonly head?: string;
  /** Files of the project, by path. */
  readonly project?: { readonly [path: string]: string };
}

/** Runs one migration and tells what comes of it, and why it was refused. */
async function run(
  body: string,
  { before, evidence, rails = null, version, head = '', project = FILES }: Run,
) {
  const base = rails === null ? '' : `[${rails}]`;
  const text = `class Try < ActiveRecord::Migration${base}\n${head}\ndef change\n${body}\nend\nend\n`;
  const reasons: string[] = [];
  const { after, migrations } = await readMigrations(
    [{ path: `db/migrate/${version ?? '20100101000000'}_try.rb`, text }],
    before ?? emptySchema('mysql'),
    {
      rails: RAILS,
      project: {
        read: (path) => project[path] ?? null,
        list: (folder) => (folder === 'db/migrate' ? Object.keys(project) : []),
      },
      ...(evidence ? { evidence } : {}),
      onRefused: (_, reason) => reasons.push(reason),
    },
  );
  const column = (table: string, name: string) => {
    const found = findTable(after, table);
    return found ? findColumn(found, name) : null;
  };
  return { after, column, reasons, migrations, table: (name: string) => findTable(after, name) };
}

const PAPERCLIP = { 'Gemfile.lock': '    kt-paperclip (7.3.0)\n' };

describe('what no migration holds', () => {
  test('new tables have the character set and collation of a dump of later', async () => {
    const evidence = await schemaOf(LATER);
    const { table } = await run('create_table :fresh', { evidence, rails: '7.1' });
    expect(table('fresh')).toMatchObject({ charset: 'utf8mb3', collation: 'utf8mb3_bin' });
    const blind = await run('create_table :fresh', { rails: '7.1' });
    expect(blind.table('fresh')).toMatchObject({ charset: 'utf8mb4' });
  });

  test('utf8 is spelt as the dump spells it, of tables and of columns', async () => {
    const evidence = await schemaOf(LATER);
    const { table, column } = await run(
      `create_table :fresh, charset: 'utf8', collation: 'utf8_unicode_ci' do |t|
        t.string :code, collation: 'utf8_bin'
      end`,
      { evidence, rails: '7.1' },
    );
    expect(table('fresh')).toMatchObject({ charset: 'utf8mb3', collation: 'utf8mb3_unicode_ci' });
    expect(column('fresh', 'code')?.collation).toBe('utf8mb3_bin');
  });

  test('keys of before 5.1 are bigint where those are that such migrations made', async () => {
    const evidence = await schemaOf(LATER);
    expect((await run('create_table :fresh', { evidence })).column('fresh', 'id')?.type).toBe(
      'bigint',
    );
    const small = await schemaOf(SMALL_KEYS);
    const { column } = await run('create_table :fresh', { evidence: small });
    expect(column('fresh', 'id')?.type).toBe('int');
  });

  test('times have no fractions where the newest ones have none', async () => {
    const body = 'create_table(:fresh) { |t| t.timestamps }';
    const evidence = await schemaOf(LATER);
    const whole = await run(body, { evidence, rails: '7.0' });
    expect(whole.column('fresh', 'created_at')?.type).toBe('datetime');
    const fine = await schemaOf(LATER.replaceAll(', precision: nil', ''));
    const { column } = await run(body, { evidence: fine, rails: '7.0' });
    expect(column('fresh', 'created_at')?.type).toBe('datetime(6)');
  });
});

describe('timestamps of migrations without a version', () => {
  const made = (name: string, options = '') =>
    `class Made < ActiveRecord::Migration\ndef self.up\ncreate_table :${name} do |t|\n  t.timestamps${options}\nend\nend\nend\n`;
  const files = (names: readonly string[]) =>
    Object.fromEntries(
      names.map((name, month) => [
        `db/migrate/2012${String(month + 1).padStart(2, '0')}01000000_${name}.rb`,
        made(name),
      ]),
    );
  const table = (name: string, strict: boolean) => `  create_table "${name}", force: :cascade do |t|
    t.datetime "created_at"${strict ? ', null: false' : ''}
    t.datetime "updated_at"${strict ? ', null: false' : ''}
  end
`;
  const dumpOf = (...tables: readonly (readonly [string, boolean])[]) =>
    `ActiveRecord::Schema[7.1].define(version: 9) do\n${tables.map(([name, strict]) => table(name, strict)).join('')}end\n`;

  async function nullableOn(version: string, evidence: Schema, names: readonly string[]) {
    const project = files(names);
    const body = 'create_table(:fresh) { |t| t.timestamps }';
    return (await run(body, { evidence, version, project })).column('fresh', 'created_at')
      ?.nullable;
  }

  test('are NOT NULL in the time of Rails 3.1 and 3.2, which a dump of later shows', async () => {
    const names = ['ants', 'bees', 'cats', 'dogs', 'emus'];
    const evidence = await schemaOf(
      dumpOf(['ants', false], ['bees', true], ['cats', true], ['dogs', true], ['emus', false]),
    );
    const on = (version: string) => nullableOn(version, evidence, names);
    expect([await on('20120115000000'), await on('20120215000000')]).toEqual([true, false]);
    expect([await on('20120315000000'), await on('20120415000000')]).toEqual([false, true]);
  });

  test('tell that the project ran no Rails newer than 3.0 before', async () => {
    const names = ['bees', 'cats', 'dogs'];
    const after = dumpOf(['bees', true], ['cats', true], ['dogs', true]);
    const project = Object.fromEntries(
      Object.entries(files(names)).map(([path, text]) => [path.replace('/2012', '/2013'), text]),
    );
    const body = "create_table :fresh\nremove_index :fresh, name: 'absent'";
    const options = { evidence: await schemaOf(after), project };
    expect((await run(body, { ...options, version: '20121231000000' })).reasons).toEqual([]);
    const within = await run(body, { ...options, version: '20130115000000' });
    expect(within.reasons[0]).toContain('absent');
  });

  test('allow NULL where two tables alone say otherwise', async () => {
    const evidence = await schemaOf(dumpOf(['ants', false], ['bees', true], ['cats', true]));
    expect(await nullableOn('20120215000000', evidence, ['ants', 'bees', 'cats'])).toBe(true);
  });

  test('of before Rails 3.1 allow NULL, whatever a dump shows', async () => {
    const evidence = await schemaOf(dumpOf(['bees', true], ['cats', true], ['dogs', true]));
    const names = ['bees', 'cats', 'dogs'];
    expect(await nullableOn('20100101000000', evidence, names)).toBe(true);
  });
});

describe('a migration that does not apply', () => {
  const body = 'create_table :fresh\ndrop_table :missing\ncreate_table :late';

  test('leaves on MySQL what ran before', async () => {
    const { table, reasons, migrations } = await run(body, { rails: '7.1' });
    expect([table('fresh')?.name, table('late')?.name]).toEqual(['fresh', undefined]);
    expect(reasons).toEqual(['there is no table "missing"']);
    expect(migrations[0]?.operations.map(({ kind }) => kind)).toEqual(['createTable']);
  });

  test('is rolled back where DDL is transactional', async () => {
    const before = emptySchema('postgresql');
    const { table, reasons, migrations } = await run(body, { before, rails: '7.1' });
    expect(table('fresh')).toBeNull();
    expect(reasons).toHaveLength(1);
    expect(migrations).toEqual([]);
  });

  test('is not rolled back with disable_ddl_transaction!', async () => {
    const before = emptySchema('postgresql');
    const head = 'disable_ddl_transaction!';
    const { table } = await run(body, { before, rails: '7.1', head });
    expect(table('fresh')?.name).toBe('fresh');
  });

  test('is an error where nobody asks to be told', async () => {
    const text = `class Try < ActiveRecord::Migration[7.1]\ndef change\n${body}\nend\nend\n`;
    const files = [{ path: 'db/migrate/9_try.rb', text }];
    const project = { read: () => null, list: () => [] };
    await expect(
      readMigrations(files, emptySchema('mysql'), { rails: RAILS, project }),
    ).rejects.toThrow('there is no table "missing"');
  });
});

test("what is done to Active Record's own tables is in no dump", async () => {
  const { after, reasons } = await run('add_column :schema_migrations, :tenant_id, :integer', {
    rails: '7.1',
  });
  expect({ tables: after.tables, reasons }).toEqual({ tables: [], reasons: [] });
});

describe('a migration of a history that names no version', () => {
  const TABLE = `ActiveRecord::Schema[7.1].define(version: 1) do
  create_table "notes", charset: "utf8mb3", collation: "utf8mb3_bin", force: :cascade do |t|
    t.string "title"
    t.index ["title"], name: "index_notes_on_title"
  end
end
`;
  const LONG = `index_notes_on_${'title_'.repeat(10)}`;
  const indexNames = ({ table }: Awaited<ReturnType<typeof run>>) =>
    table('notes')?.indexes.map(({ name }) => name);

  test('has timestamp as another word for datetime, as MySQL had it up to Rails 5.0', async () => {
    const before = await schemaOf(TABLE);
    const body = 'add_column :notes, :seen_at, :timestamp';
    const past = await run(body, { before, evidence: before, version: '20140501000000' });
    expect(past.column('notes', 'seen_at')?.type).toBe('datetime');
    const later = await run(body, { before, evidence: before, rails: '5.2' });
    expect(later.column('notes', 'seen_at')?.type).toBe('timestamp');
  });

  test.each([
    ['20130624000000', 'index_notes_on_title'],
    ['20130625000000', 'index_notes_on_label'],
  ])('of %s leaves the index %s behind, since Rails 4.0 renames it', async (version, name) => {
    const before = await schemaOf(TABLE);
    const body = 'rename_column :notes, :title, :label';
    expect(indexNames(await run(body, { before, evidence: before, version }))).toEqual([name]);
  });

  test.each([
    [`add_index :notes, :title, name: '${LONG}'`, ['index_notes_on_title']],
    ['add_index :notes, :title', ['index_notes_on_title']],
    ['remove_index :notes, :name => "absent"', ['index_notes_on_title']],
    ['remove_index :notes, :body', ['index_notes_on_title']],
    ['remove_index :notes, :title', []],
  ])('of before Rails 3.1 goes on after %s', async (statement, names) => {
    const before = await schemaOf(TABLE);
    const body = `${statement}\nadd_column :notes, :after_it, :string`;
    const past = await run(body, { before, evidence: before, version: '20110830000000' });
    expect(indexNames(past)).toEqual(names);
    expect(past.reasons).toEqual([]);
    expect(past.column('notes', 'after_it')).not.toBeNull();
  });

  test('of after Rails 3.0 is refused a name of an index that is too long', async () => {
    const before = await schemaOf(TABLE);
    const body = `add_index :notes, :title, name: '${LONG}'`;
    const past = await run(body, { before, evidence: before, version: '20110831000000' });
    expect(past.reasons[0]).toContain('is too long');
  });

  test("has paperclip's size in an integer, as it was up to paperclip 6.0", async () => {
    const before = await schemaOf(TABLE);
    const body = 'change_table(:notes) { |t| t.has_attached_file :scan }';
    const { column } = await run(body, { before, evidence: before, project: PAPERCLIP });
    expect(column('notes', 'scan_file_size')?.type).toBe('int');
  });

  test('keeps the key that it defines again, up to Rails 3.2', async () => {
    const evidence = await schemaOf(LATER);
    const body = 'create_table(:fresh) { |t| t.column :id, :int, :null => false }';
    const { table, column } = await run(body, { evidence, version: '013' });
    expect(table('fresh')?.primaryKey?.columns).toEqual(['id']);
    expect(column('fresh', 'id')).toMatchObject({ type: 'bigint', autoIncrement: 'autoIncrement' });
  });
});

test('a type in text can bring AUTO_INCREMENT along', async () => {
  const before = await schemaOf(LATER);
  const body = 'change_column :notes, :id, "bigint auto_increment"';
  const { column, table } = await run(body, { before, rails: '5.0' });
  expect(column('notes', 'id')).toMatchObject({ type: 'bigint', autoIncrement: 'autoIncrement' });
  expect(table('notes')?.primaryKey?.columns).toEqual(['id']);
});
