class ChangeMuch < ActiveRecord::Migration[7.1]
  disable_ddl_transaction!
  KINDS = %w[a b].freeze

  class User < ActiveRecord::Base; end

  def change
    create_table :posts, if_not_exists: true do |t|
      t.references :user, null: false, foreign_key: { on_delete: :cascade }, index: { unique: true }
      t.string :title, default: "it's #{KINDS.join('-')}", comment: 'words'
      KINDS.each_with_index { |kind, number| t.integer "#{kind}_#{number}", default: number * 2 + 1 }
      t.timestamps precision: 6
    end
    change_table :users, bulk: true do |t|
      t.rename :total, :sum
      t.change :sum, :bigint, default: 10**3
    end
    add_index :posts, [:title, :user_id], name: 'two', where: "title <> ''", algorithm: :concurrently unless index_exists?(:posts, :title)
    reversible do |dir|
      dir.up do
        execute <<~SQL.squish
          ALTER TABLE users ADD COLUMN extra text DEFAULT 'x' NOT NULL, DROP COLUMN IF EXISTS gone CASCADE;
          CREATE VIEW named AS SELECT id, sum FROM users WHERE sum > 0;
        SQL
        User.where(age: nil).in_batches { |users| users.update_all(age: 1) }
      end
      dir.down { raise ActiveRecord::IrreversibleMigration }
    end
    case connection.adapter_name when /postg/i then enable_extension(:citext) else say('no') end
    add_check_constraint :posts, 'user_id > 0', validate: false if table_exists?('posts') && !Rails.env.test?
  end
end
