class CreateTaskWatchers < ActiveRecord::Migration[7.2]
  def change
    create_table :task_watchers, primary_key: [:task_id, :user_id] do |t|
      t.references :task, null: false, foreign_key: { on_delete: :cascade }, index: false
      t.references :user, type: :uuid, null: false, foreign_key: { on_delete: :cascade }
      t.boolean :muted, null: false, default: false
      t.timestamps
    end
  end
end
