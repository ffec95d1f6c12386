class ModerateComments < ActiveRecord::Migration[7.2]
  def up
    change_column :comments, :state, "enum('new','approved','spam','hidden')", null: false, default: "new"
    add_reference :comments, :moderator, foreign_key: { to_table: :authors }
    add_index :comments, [:article_id, :state]
    rename_column :comments, :author_name, :display_name
  end

  def down
    rename_column :comments, :display_name, :author_name
    remove_index :comments, [:article_id, :state]
    remove_reference :comments, :moderator, foreign_key: { to_table: :authors }
    change_column :comments, :state, "enum('new','approved','spam')", null: false, default: "new"
  end
end
