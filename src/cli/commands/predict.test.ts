import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { migdocs } from '../../testing/command-line.ts';
import { type TestProject, testProject } from '../../testing/project.ts';

let project: TestProject;

afterEach(() => {
  project.remove();
});

function migration(name: string, ...lines: readonly string[]): string {
  const body = lines.map((line) => `    ${line}\n`).join('');
  return `class ${name} < ActiveRecord::Migration[7.1]\n  def change\n${body}  end\nend\n`;
}

const SCHEMA = `ActiveRecord::Schema[7.1].define(version: 2026_01_03_000000) do
  # These are extensions that must be enabled in order to support this database
  enable_extension "plpgsql"

  create_table "users", force: :cascade do |t|
    t.string "name", null: false
    t.string "email"
    t.index ["email"], name: "index_users_on_email"
  end

end
`;

const FILES = {
  'Gemfile.lock': '    activerecord (7.1.3)\n    pg (1.5.0)\n',
  'db/migrate/20260101000000_create_users.rb': migration(
    'CreateUsers',
    'create_table(:users) { |t| t.string :name, null: false }',
  ),
  'db/migrate/old/20260102000000_add_email.rb': migration(
    'AddEmail',
    'add_column :users, :email, :string, index: true',
    'add_index :users, :email',
  ),
};

describe('migdocs predict', () => {
  test.each([
    [
      'a condition on rows',
      ['add_column :users, :many, :string if User.count > 5'],
      'it runs only if User.count > 5, which the files do not decide',
    ],
    [
      'a block of a method that nobody knows',
      ['perhaps { add_column :users, :many, :string }'],
      'it runs only if `perhaps` runs its block, which the files do not decide',
    ],
    [
      'a line that runs in a loop',
      ['%w[a b c].each { |name| execute "REPAIR #{name}" }'],
      'PostgreSQL cannot read it: syntax error at or near "REPAIR" (3 times)',
    ],
    ['an exit', ['exit 1'], 'the migration raises `SystemExit`'],
    [
      'a message of several lines',
      ['raise <<~TEXT', '  These are', '  too old.', 'TEXT'],
      'the migration raises `These are too old.`',
    ],
  ])('says on stderr what is not known: %s', async (_, lines, reason) => {
    const added = 'db/migrate/20260201000000_step.rb';
    project = testProject({
      ...FILES,
      'db/schema.rb': SCHEMA,
      [added]: migration('Step', ...lines),
    });
    const { exitCode, stdout, stderr } = await migdocs('predict', '--root', project.root);
    expect(stderr).toContain(`, because ${reason}\n`);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: SCHEMA.replace('2026_01_03', '2026_02_01'),
    });
  });
});

describe('migdocs predict --from-scratch', () => {
  test('runs every migration, those in folders of db/migrate too, and finds the schema file equal', async () => {
    project = testProject({ ...FILES, 'db/schema.rb': SCHEMA });
    const { exitCode, stdout, stderr } = await migdocs(...args(), '--strict');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    // The extension, the table, its primary key, three columns, an index.
    expect(stdout).toBe('7 of 7 objects are in db/schema.rb as 2 migrations make them (100.0 %)\n');
  });

  test('says what it takes from the schema file, since no migration holds it', async () => {
    project = testProject({
      'Gemfile.lock': '    activerecord (7.1.3)\n    mysql2 (0.5.6)\n',
      'db/migrate/20100101000000_create_users.rb':
        'class CreateUsers < ActiveRecord::Migration\n  def self.up\n    create_table :users\n  end\nend\n',
      'db/schema.rb': `ActiveRecord::Schema[7.1].define(version: 2010_01_01_000000) do
  create_table "users", charset: "utf8mb3", collation: "utf8mb3_bin", force: :cascade do |t|
  end
end
`,
    });
    const { exitCode, stdout } = await migdocs(...args(), '--strict');
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`3 of 3 objects are in db/schema.rb as 1 migrations make them (100.0 %)

Taken from db/schema.rb, since no migration holds it
  new tables have charset utf8mb3, collation utf8mb3_bin, because most tables have them
  keys of migrations older than 5.1 are bigint, because most of their tables have such
`);
  });

  test('names what differs, what only one side has, what does not apply and what was not understood', async () => {
    project = testProject({
      ...FILES,
      'db/schema.rb': SCHEMA.replace('"name", null: false', '"name"').replace(
        '  end\n\nend',
        '  end\n\n  create_table "teams", force: :cascade do |t|\n  end\n\nend',
      ),
      'db/migrate/20260103000000_drop_notes.rb': migration('DropNotes', 'drop_table :notes'),
      'db/migrate/20260104000000_call.rb': migration(
        'Call',
        'Importer.run',
        'add_column :users, :age, :integer',
      ),
    });
    const { exitCode, stdout } = await migdocs(...args(), '--strict');
    expect(exitCode).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "6 of 11 objects are in db/schema.rb as 4 migrations make them (54.5 %)

      Differ (as the migrations make it, as the file has it)
        column users.name: nullable false, true

      Only in db/schema.rb
        table teams

      Only made by the migrations
        column users.age

      Passed over, because they do not apply
        db/migrate/20260103000000_drop_notes.rb: there is no table "notes"

      Not understood
        db/migrate/20260104000000_call.rb:3: migdocs does not know what \`run\` does
      "
    `);
  });

  test('--out writes the schema file as the migrations make it', async () => {
    project = testProject({ ...FILES, 'db/schema.rb': SCHEMA.replace(', null: false', '') });
    const out = `${project.root}/from-scratch.rb`;
    await migdocs(...args(), '--out', out);
    expect(readFileSync(out, 'utf8')).toBe(SCHEMA);
  });

  test('takes no migrations and no base', async () => {
    project = testProject({ ...FILES, 'db/schema.rb': SCHEMA });
    const { exitCode, stderr } = await migdocs(...args(), '--base', 'main');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--from-scratch runs all migrations');
  });
});

function args(): readonly string[] {
  return ['predict', '--from-scratch', '--root', project.root];
}
