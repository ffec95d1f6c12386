class DropImports < ActiveRecord::Migration[7.2]
  def change
    drop_table :import_rows do |t|
      t.references :import_batch, null: false, foreign_key: true
      t.jsonb :row, null: false
    end
    drop_table :import_batches do |t|
      t.references :account, type: :uuid, null: false, foreign_key: true
      t.string :source, null: false
      t.timestamps
    end
  end
end
