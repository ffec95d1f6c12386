/** Makes a Rails project of a given size, for timings: the same files for the same number. */
export interface LargeProject {
  readonly schema: string;
  readonly migrationName: string;
  readonly migration: string;
}

const COLUMNS_PER_TABLE = 14;

export function largeProject(tables: number): LargeProject {
  const names = Array.from(
    { length: tables },
    (_, index) => `entity_${String(index).padStart(4, '0')}s`,
  );
  const body = names.map((name, index) => table(name, index)).join('\n');
  const keys = names
    .slice(1)
    .map(
      (name, index) =>
        `  add_foreign_key "${name}", "${names[Math.floor(index / 3)]}", column: "parent_id"`,
    );
  const schema = `ActiveRecord::Schema[7.1].define(version: 2026_01_01_000000) do
  # These are extensions that must be enabled in order to support this database
  enable_extension "plpgsql"

${body}
${keys.join('\n')}
end
`;
  const [first, second] = names;
  const migration = `class ChangeALittle < ActiveRecord::Migration[7.1]
  def change
    add_column :${first}, :order_status, :string, limit: 20
    add_index :${first}, :order_status
    change_column_null :${second}, :column_03, false
  end
end
`;
  return { schema, migrationName: '20260201000000_change_a_little.rb', migration };
}

const TYPES = ['string', 'text', 'integer', 'boolean', 'datetime', 'jsonb', 'bigint'];

function table(name: string, index: number): string {
  const columns = Array.from({ length: COLUMNS_PER_TABLE }, (_, position) => {
    const type = TYPES[(position + index) % TYPES.length];
    return `    t.${type} "column_${String(position).padStart(2, '0')}"`;
  });
  return `  create_table "${name}", force: :cascade do |t|
    t.bigint "parent_id"
${columns.join('\n')}
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["column_02"], name: "index_${name}_on_column_02"
    t.index ["parent_id"], name: "index_${name}_on_parent_id"
  end
`;
}
