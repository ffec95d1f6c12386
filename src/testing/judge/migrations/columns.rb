class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :authors do |t|
      t.string :name, null: false
      t.timestamps
    end
    create_table :books do |t|
      t.string :title
      t.integer :pages, default: 0, null: false
      t.decimal :price, precision: 8, scale: 2
      t.text :blurb
      t.boolean :in_print, default: true
      t.date :published_on
      t.references :author, foreign_key: true
      t.index :title
      t.index [:author_id, :title], unique: true
      t.check_constraint "pages >= 0", name: "pages_not_negative"
    end
  end
end

class AddString < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :subtitle, :string
  end
end

class AddStringTwice < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :title, :string
  end
end

class AddStringIfNotExists < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :title, :string, if_not_exists: true
  end
end

class AddNewStringIfNotExists < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :subtitle, :string, if_not_exists: true
  end
end

class AddColumnToMissingTable < ActiveRecord::Migration[7.2]
  def change
    add_column :magazines, :title, :string
  end
end

class AddColumnOfUnknownType < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :title2, :strnig
  end
end

# since: 7.1
class AddColumnWithUnknownOption < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :subtitle, :string, lenght: 40
  end
end

class AddColumnWithUnknownOptionOfOldVersion < ActiveRecord::Migration[6.1]
  def change
    add_column :books, :subtitle, :string, lenght: 40
  end
end

class AddColumnWithIndexOption < ActiveRecord::Migration[6.1]
  def change
    add_column :books, :subtitle, :string, index: true
  end
end

class AddNotNullWithDefault < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :state, :string, null: false, default: "draft", limit: 20
  end
end

# only: postgresql, mysql
class AddNotNullWithoutDefault < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :state, :string, null: false
  end
end

# only: sqlite
class AddNotNullWithoutDefaultOnSqlite < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :state, :string, null: false
  end
end

class AddColumnWithComment < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :isbn, :string, comment: "as printed, with \"quotes\" and #{1 + 1} 'more'"
  end
end

# only: mysql
class AddColumnFirst < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :isbn, :string, first: true
  end
end

# only: mysql
class AddColumnAfter < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :isbn, :string, after: :title
  end
end

# only: mysql
class AddColumnAfterMissing < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :isbn, :string, after: :titel
  end
end

class AddColumnWithCollation < ActiveRecord::Migration[7.2]
  def change
    collations = { "PostgreSQL" => "C", "SQLite" => "NOCASE" }
    add_column :books, :isbn, :string, collation: collations.fetch(connection.adapter_name, "utf8mb4_bin")
  end
end

class AddTwoColumns < ActiveRecord::Migration[7.2]
  def change
    add_columns :books, :width, :height, type: :decimal, precision: 5, scale: 1
  end
end

class AddTwoColumnsByUp < ActiveRecord::Migration[7.2]
  def up
    add_columns :books, :width, :height, type: :integer, null: false, default: 1
  end

  def down
    remove_columns :books, :width, :height
  end
end

class AddTimestamps < ActiveRecord::Migration[7.2]
  def change
    add_timestamps :books, null: true
  end
end

class AddTimestampsNotNull < ActiveRecord::Migration[7.2]
  def change
    add_timestamps :books, default: -> { "CURRENT_TIMESTAMP" }
  end
end

class RemoveTimestamps < ActiveRecord::Migration[7.2]
  def change
    remove_timestamps :authors, null: true
  end
end

# only: postgresql, mysql
class RemoveTimestampsNotNull < ActiveRecord::Migration[7.2]
  def change
    remove_timestamps :authors
  end
end

class RemoveTimestampsWithDefault < ActiveRecord::Migration[7.2]
  def change
    remove_timestamps :authors, default: "2001-01-01"
  end
end

class RemovePlainColumn < ActiveRecord::Migration[7.2]
  def change
    remove_column :books, :blurb, :text
  end
end

class RemoveColumnWithOptions < ActiveRecord::Migration[7.2]
  def change
    remove_column :books, :price, :decimal, precision: 8, scale: 2, null: true
  end
end

class RemoveIndexedColumn < ActiveRecord::Migration[7.2]
  def change
    remove_column :books, :title, :string
  end
end

# only: postgresql, mysql
class RemoveCheckedColumn < ActiveRecord::Migration[7.2]
  def change
    remove_column :books, :pages, :integer, default: 0, null: false
  end
end

# only: sqlite
class RemoveCheckedColumnOnSqlite < ActiveRecord::Migration[7.2]
  def change
    remove_column :books, :pages, :integer, default: 0, null: false
  end
end

class RemoveColumnOfForeignKey < ActiveRecord::Migration[7.2]
  def change
    remove_column :books, :author_id, :bigint
  end
end

class RemoveColumnWithoutType < ActiveRecord::Migration[7.2]
  def change
    remove_column :books, :title
  end
end

class RemoveMissingColumn < ActiveRecord::Migration[7.2]
  def change
    remove_column :books, :subtitle, :string
  end
end

class RemoveMissingColumnIfExists < ActiveRecord::Migration[7.2]
  def change
    remove_column :books, :subtitle, :string, if_exists: true
  end
end

class RemoveColumnIfExists < ActiveRecord::Migration[7.2]
  def change
    remove_column :books, :blurb, :text, if_exists: true
  end
end

class RemoveTwoColumns < ActiveRecord::Migration[7.2]
  def change
    remove_columns :books, :blurb, :in_print
  end
end

class RemoveTwoColumnsOfAType < ActiveRecord::Migration[7.2]
  def change
    remove_columns :books, :blurb, :title, type: :text
  end
end

class RenamePlainColumn < ActiveRecord::Migration[7.2]
  def change
    rename_column :books, :blurb, :summary
  end
end

class RenameIndexedColumn < ActiveRecord::Migration[7.2]
  def change
    rename_column :books, :title, :name
  end
end

class RenameCheckedColumn < ActiveRecord::Migration[7.2]
  def change
    rename_column :books, :pages, :page_count
  end
end

class RenameColumnOfForeignKey < ActiveRecord::Migration[7.2]
  def change
    rename_column :books, :author_id, :writer_id
  end
end

class RenameMissingColumn < ActiveRecord::Migration[7.2]
  def change
    rename_column :books, :subtitle, :name
  end
end

class RenameColumnToTakenName < ActiveRecord::Migration[7.2]
  def change
    rename_column :books, :blurb, :title
  end
end

class RenameDefaultedColumn < ActiveRecord::Migration[7.2]
  def change
    rename_column :books, :in_print, :available
  end
end

class RenamePrimaryKey < ActiveRecord::Migration[7.2]
  def change
    rename_column :books, :id, :number
  end
end

class RenameReferencedPrimaryKey < ActiveRecord::Migration[7.2]
  def change
    rename_column :authors, :id, :number
  end
end

class ChangeDefaultWithoutFrom < ActiveRecord::Migration[7.2]
  def change
    change_column_default :books, :title, "untitled"
  end
end

class ChangeDefaultFromTo < ActiveRecord::Migration[7.2]
  def change
    change_column_default :books, :pages, from: 0, to: 12
  end
end

class ChangeDefaultFromNil < ActiveRecord::Migration[7.2]
  def change
    change_column_default :books, :title, from: nil, to: "it's"
  end
end

class ChangeDefaultToNil < ActiveRecord::Migration[7.2]
  def change
    change_column_default :books, :in_print, from: true, to: nil
  end
end

class ChangeDefaultOfBoolean < ActiveRecord::Migration[7.2]
  def change
    change_column_default :books, :in_print, from: true, to: false
  end
end

class ChangeDefaultOfDecimal < ActiveRecord::Migration[7.2]
  def change
    change_column_default :books, :price, from: nil, to: 9.5
  end
end

class ChangeDefaultOfDate < ActiveRecord::Migration[7.2]
  def change
    change_column_default :books, :published_on, from: nil, to: "2020-02-29"
  end
end

# only: postgresql
class ChangeDefaultToFunction < ActiveRecord::Migration[7.2]
  def change
    change_column_default :books, :published_on, from: nil, to: -> { "CURRENT_DATE" }
  end
end

# only: mysql
class ChangeDefaultOfDatetimeToFunction < ActiveRecord::Migration[7.2]
  def change
    change_column_default :authors, :created_at, from: nil, to: -> { "CURRENT_TIMESTAMP(6)" }
  end
end

# only: sqlite
class ChangeDefaultToFunctionOnSqlite < ActiveRecord::Migration[7.2]
  def change
    change_column_default :authors, :created_at, from: nil, to: -> { "CURRENT_TIMESTAMP" }
  end
end

class ChangeDefaultOfMissingColumn < ActiveRecord::Migration[7.2]
  def change
    change_column_default :books, :subtitle, from: nil, to: "x"
  end
end

class ChangeDefaultByUpAndDown < ActiveRecord::Migration[7.2]
  def up
    change_column_default :books, :pages, 100
  end

  def down
    change_column_default :books, :pages, nil
  end
end

class ChangeNullToFalse < ActiveRecord::Migration[7.2]
  def change
    change_column_null :books, :title, false
  end
end

class ChangeNullToFalseWithDefault < ActiveRecord::Migration[7.2]
  def change
    change_column_null :books, :title, false, "untitled"
  end
end

class ChangeNullToTrue < ActiveRecord::Migration[7.2]
  def change
    change_column_null :books, :pages, true
  end
end

class ChangeNullOfMissingColumn < ActiveRecord::Migration[7.2]
  def change
    change_column_null :books, :subtitle, false
  end
end

# since: 7.1
class ChangeNullWithHash < ActiveRecord::Migration[7.2]
  def change
    change_column_null :books, :title, from: true, to: false
  end
end

class ChangeNullWithHashOfOldVersion < ActiveRecord::Migration[6.1]
  def change
    change_column_null :books, :title, { from: true, to: false }
  end
end

class ChangeColumnComment < ActiveRecord::Migration[7.2]
  def change
    change_column_comment :books, :title, from: nil, to: "on the cover"
  end
end

class ChangeColumnCommentWithoutFrom < ActiveRecord::Migration[7.2]
  def change
    change_column_comment :books, :title, "on the cover"
  end
end

class ChangeTableComment < ActiveRecord::Migration[7.2]
  def change
    change_table_comment :books, from: nil, to: "what we sell"
  end
end

class ChangeTableCommentWithoutFrom < ActiveRecord::Migration[7.2]
  def change
    change_table_comment :books, "what we sell"
  end
end

class ChangeColumnInChange < ActiveRecord::Migration[7.2]
  def change
    change_column :books, :title, :text
  end
end

class AddPrimaryKeyColumn < ActiveRecord::Migration[7.2]
  def change
    add_column :books, :number, :primary_key
  end
end

class RemovePrimaryKey < ActiveRecord::Migration[7.2]
  def change
    remove_column :books, :id, :bigint
  end
end

class ReplaceColumn < ActiveRecord::Migration[7.2]
  def up
    rename_column :books, :pages, :old_pages
    add_column :books, :pages, :bigint, default: 0, null: false
    remove_column :books, :old_pages
  end

  def down
    change_column :books, :pages, :integer, default: 0, null: false
  end
end
