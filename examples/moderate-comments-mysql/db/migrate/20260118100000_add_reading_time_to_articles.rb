class AddReadingTimeToArticles < ActiveRecord::Migration[7.2]
  def change
    add_column :articles, :reading_minutes, :integer, limit: 2, unsigned: true, after: :body
    add_column :articles, :language, :string, limit: 8, null: false, default: "en"
    add_index :articles, [:language, :published_at]
  end
end
