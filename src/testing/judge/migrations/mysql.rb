class Start < ActiveRecord::Migration[7.2]
  def up
    return if %w[PostgreSQL SQLite].include?(connection.adapter_name)

    create_table :people do |t|
      t.string :name, comment: "first and last"
      t.integer :age, unsigned: true, null: false, default: 18
      t.column :mood, "enum('sad','ok','happy')", default: "ok"
      t.text :story, size: :medium, collation: "utf8mb4_bin"
      t.timestamp :seen_at
      t.index :name
    end
  end
end

# only: mysql
class ChangeColumnDropsComment < ActiveRecord::Migration[7.2]
  def up
    change_column :people, :name, :string, limit: 100
  end
end

# only: mysql
class ChangeColumnKeepsComment < ActiveRecord::Migration[7.2]
  def up
    change_column :people, :name, :string, limit: 100, comment: "first and last", null: false
  end
end

# only: mysql
class ChangeColumnPosition < ActiveRecord::Migration[7.2]
  def up
    change_column :people, :name, :string, after: :mood
  end
end

# only: mysql
class ChangeColumnOfCollation < ActiveRecord::Migration[7.2]
  def up
    change_column :people, :story, :text, limit: 4294967295
  end
end

# only: mysql
class ChangeColumnOfCollationOfOldVersion < ActiveRecord::Migration[6.1]
  def up
    change_column :people, :story, :text, size: :long
  end
end

# only: mysql
class ChangeColumnToCollation < ActiveRecord::Migration[7.2]
  def up
    change_column :people, :name, :string, collation: "latin1_german1_ci"
  end
end

# only: mysql
class ChangeColumnToCharset < ActiveRecord::Migration[7.2]
  def up
    change_column :people, :name, :string, charset: "latin1", collation: "latin1_bin"
  end
end

# only: mysql
class ChangeColumnToSigned < ActiveRecord::Migration[7.2]
  def up
    change_column :people, :age, :integer
  end
end

# only: mysql
class ChangeEnumValues < ActiveRecord::Migration[7.2]
  def up
    change_column :people, :mood, "enum('sad','ok','happy','bored')", default: "ok", null: false
  end
end

# only: mysql
class RenameColumnOfEnum < ActiveRecord::Migration[7.2]
  def change
    rename_column :people, :mood, :feeling
    rename_column :people, :age, :years
    rename_column :people, :name, :title
  end
end

# only: mysql
class ChangeNullOfUnsigned < ActiveRecord::Migration[7.2]
  def change
    change_column_null :people, :age, true
    change_column_null :people, :name, false
  end
end

# only: mysql
class ChangeDefaultOfEnum < ActiveRecord::Migration[7.2]
  def change
    change_column_default :people, :mood, from: "ok", to: "sad"
    change_column_default :people, :age, from: 18, to: nil
  end
end

# only: mysql
class ChangeDefaultOfText < ActiveRecord::Migration[7.2]
  def change
    change_column_default :people, :story, from: nil, to: "once"
  end
end

# only: mysql
class ChangeCommentOnMysql < ActiveRecord::Migration[7.2]
  def change
    change_column_comment :people, :name, from: "first and last", to: "the name"
    change_column_comment :people, :age, from: nil, to: "in years"
    change_table_comment :people, from: nil, to: "everyone"
  end
end

# only: mysql
class AddVirtualColumns < ActiveRecord::Migration[7.2]
  def change
    add_column :people, :upper_name, :virtual, type: :string, as: "UPPER(`name`)"
    add_column :people, :next_age, :virtual, type: :integer, as: "`age` + 1", stored: true
  end
end

# only: mysql
class AddEnumAndSetColumns < ActiveRecord::Migration[7.2]
  def change
    add_column :people, :kind, "ENUM('a','b')", null: false, default: "a"
    add_column :people, :flags, "SET('x','y')"
    add_column :people, :size, :integer, limit: 1
    add_column :people, :born, "year"
  end
end

# only: mysql
class AddTimestampOnUpdate < ActiveRecord::Migration[7.2]
  def change
    add_column :people, :changed_at, :datetime, default: -> { "CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)" }
  end
end

# only: mysql
class AddUuidDefault < ActiveRecord::Migration[7.2]
  def change
    add_column :people, :token, :string, limit: 36, default: -> { "(uuid())" }
  end
end

# only: mysql
class AddJsonColumn < ActiveRecord::Migration[7.2]
  def change
    add_column :people, :settings, :json
  end
end

# only: mysql
class ExecuteAltersMysqlTable < ActiveRecord::Migration[7.2]
  def up
    execute "ALTER TABLE people ADD COLUMN nick VARCHAR(20) NOT NULL DEFAULT 'x' AFTER name, MODIFY age BIGINT, DROP INDEX index_people_on_name"
    execute "ALTER TABLE people CHANGE story tale TEXT"
    execute "CREATE UNIQUE INDEX nicks ON people (nick(5))"
  end

  def down
    execute "ALTER TABLE people DROP COLUMN nick, CHANGE tale story MEDIUMTEXT, MODIFY age INT UNSIGNED NOT NULL"
    add_index :people, :name
  end
end

# only: mysql
class ExecuteConvertsCharset < ActiveRecord::Migration[7.2]
  def up
    execute "ALTER TABLE people CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci"
  end
end

# only: mysql
class ExecuteCreatesMysqlTable < ActiveRecord::Migration[7.2]
  def up
    execute <<~SQL
      CREATE TABLE pets (
        id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
        name VARCHAR(40) NOT NULL DEFAULT 'rex' COMMENT 'called',
        owner_id BIGINT,
        weight DECIMAL(5,2) UNSIGNED,
        KEY by_name (name),
        CONSTRAINT owners FOREIGN KEY (owner_id) REFERENCES people (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
    SQL
  end

  def down
    drop_table :pets
  end
end

# only: mysql
class CreateTableOfUnsignedTypes < ActiveRecord::Migration[7.2]
  def change
    create_table :counts, id: :integer, unsigned: true do |t|
      t.bigint :big, unsigned: true
      t.unsigned_integer :plain
      t.unsigned_bigint :bigger, null: false
      t.float :size, unsigned: true
      t.decimal :price, precision: 8, scale: 2, unsigned: true
      t.binary :blob, size: :long
      t.text :words, size: :tiny
    end
  end
end
