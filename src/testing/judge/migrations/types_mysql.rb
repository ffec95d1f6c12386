# Written by src/testing/judge/generate.ts.
class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :things
  end
end

# only: mysql
class Type1 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string
    create_table :others do |t|
      t.string :made
    end
  end
end

# only: mysql
class Type2 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, limit: 40
    create_table :others do |t|
      t.string :made, limit: 40
    end
  end
end

# only: mysql
class Type3 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, limit: nil
    create_table :others do |t|
      t.string :made, limit: nil
    end
  end
end

# only: mysql
class Type4 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, default: "a'b\"c"
    create_table :others do |t|
      t.string :made, default: "a'b\"c"
    end
  end
end

# only: mysql
class Type5 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, default: ""
    create_table :others do |t|
      t.string :made, default: ""
    end
  end
end

# only: mysql
class Type6 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, default: nil, null: false
    create_table :others do |t|
      t.string :made, default: nil, null: false
    end
  end
end

# only: mysql
class Type7 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :text
    create_table :others do |t|
      t.text :made
    end
  end
end

# only: mysql
class Type8 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :text, limit: 100
    create_table :others do |t|
      t.text :made, limit: 100
    end
  end
end

# only: mysql
class Type9 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :text, limit: 70_000
    create_table :others do |t|
      t.text :made, limit: 70_000
    end
  end
end

# only: mysql
class Type10 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer
    create_table :others do |t|
      t.integer :made
    end
  end
end

# only: mysql
class Type11 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 1
    create_table :others do |t|
      t.integer :made, limit: 1
    end
  end
end

# only: mysql
class Type12 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 2
    create_table :others do |t|
      t.integer :made, limit: 2
    end
  end
end

# only: mysql
class Type13 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 3
    create_table :others do |t|
      t.integer :made, limit: 3
    end
  end
end

# only: mysql
class Type14 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 4
    create_table :others do |t|
      t.integer :made, limit: 4
    end
  end
end

# only: mysql
class Type15 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 8
    create_table :others do |t|
      t.integer :made, limit: 8
    end
  end
end

# only: mysql
class Type16 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 9
    create_table :others do |t|
      t.integer :made, limit: 9
    end
  end
end

# only: mysql
class Type17 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, default: -5
    create_table :others do |t|
      t.integer :made, default: -5
    end
  end
end

# only: mysql
class Type18 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, default: "12"
    create_table :others do |t|
      t.integer :made, default: "12"
    end
  end
end

# only: mysql
class Type19 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bigint
    create_table :others do |t|
      t.bigint :made
    end
  end
end

# only: mysql
class Type20 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bigint, default: 9_000_000_000
    create_table :others do |t|
      t.bigint :made, default: 9_000_000_000
    end
  end
end

# only: mysql
class Type21 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bigint, limit: 4
    create_table :others do |t|
      t.bigint :made, limit: 4
    end
  end
end

# only: mysql
class Type22 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :float
    create_table :others do |t|
      t.float :made
    end
  end
end

# only: mysql
class Type23 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :float, default: 1.5
    create_table :others do |t|
      t.float :made, default: 1.5
    end
  end
end

# only: mysql
class Type24 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :float, limit: 24
    create_table :others do |t|
      t.float :made, limit: 24
    end
  end
end

# only: mysql
class Type25 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :float, limit: 53
    create_table :others do |t|
      t.float :made, limit: 53
    end
  end
end

# only: mysql
class Type26 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :float, precision: 10
    create_table :others do |t|
      t.float :made, precision: 10
    end
  end
end

# only: mysql
class Type27 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal
    create_table :others do |t|
      t.decimal :made
    end
  end
end

# only: mysql
class Type28 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, precision: 8
    create_table :others do |t|
      t.decimal :made, precision: 8
    end
  end
end

# only: mysql
class Type29 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, precision: 8, scale: 2
    create_table :others do |t|
      t.decimal :made, precision: 8, scale: 2
    end
  end
end

# only: mysql
class Type30 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, scale: 2
    create_table :others do |t|
      t.decimal :made, scale: 2
    end
  end
end

# only: mysql
class Type31 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, precision: 10, scale: 0, default: 0
    create_table :others do |t|
      t.decimal :made, precision: 10, scale: 0, default: 0
    end
  end
end

# only: mysql
class Type32 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, precision: 8, scale: 2, default: 9.99
    create_table :others do |t|
      t.decimal :made, precision: 8, scale: 2, default: 9.99
    end
  end
end

# only: mysql
class Type33 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, default: "1.50", precision: 5, scale: 2
    create_table :others do |t|
      t.decimal :made, default: "1.50", precision: 5, scale: 2
    end
  end
end

# only: mysql
class Type34 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :numeric
    create_table :others do |t|
      t.numeric :made
    end
  end
end

# only: mysql
class Type35 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :numeric, precision: 8, scale: 3
    create_table :others do |t|
      t.numeric :made, precision: 8, scale: 3
    end
  end
end

# only: mysql
class Type36 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :boolean
    create_table :others do |t|
      t.boolean :made
    end
  end
end

# only: mysql
class Type37 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :boolean, default: false, null: false
    create_table :others do |t|
      t.boolean :made, default: false, null: false
    end
  end
end

# only: mysql
class Type38 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :boolean, default: true
    create_table :others do |t|
      t.boolean :made, default: true
    end
  end
end

# only: mysql
class Type39 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :boolean, default: "t"
    create_table :others do |t|
      t.boolean :made, default: "t"
    end
  end
end

# only: mysql
class Type40 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :date
    create_table :others do |t|
      t.date :made
    end
  end
end

# only: mysql
class Type41 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :date, default: "2020-01-31"
    create_table :others do |t|
      t.date :made, default: "2020-01-31"
    end
  end
end

# only: mysql
class Type42 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :date, default: -> { "CURRENT_DATE" }
    create_table :others do |t|
      t.date :made, default: -> { "CURRENT_DATE" }
    end
  end
end

# only: mysql
class Type43 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime
    create_table :others do |t|
      t.datetime :made
    end
  end
end

# only: mysql
class Type44 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, precision: nil
    create_table :others do |t|
      t.datetime :made, precision: nil
    end
  end
end

# only: mysql
class Type45 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, precision: 0
    create_table :others do |t|
      t.datetime :made, precision: 0
    end
  end
end

# only: mysql
class Type46 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, precision: 3
    create_table :others do |t|
      t.datetime :made, precision: 3
    end
  end
end

# only: mysql
class Type47 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, precision: 6
    create_table :others do |t|
      t.datetime :made, precision: 6
    end
  end
end

# only: mysql
class Type48 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, default: -> { "CURRENT_TIMESTAMP" }
    create_table :others do |t|
      t.datetime :made, default: -> { "CURRENT_TIMESTAMP" }
    end
  end
end

# only: mysql
class Type49 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, default: "2020-01-31 12:30:00"
    create_table :others do |t|
      t.datetime :made, default: "2020-01-31 12:30:00"
    end
  end
end

# only: mysql
class Type50 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, precision: 9
    create_table :others do |t|
      t.datetime :made, precision: 9
    end
  end
end

# only: mysql
class Type51 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :timestamp
    create_table :others do |t|
      t.timestamp :made
    end
  end
end

# only: mysql
class Type52 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :timestamp, precision: nil
    create_table :others do |t|
      t.timestamp :made, precision: nil
    end
  end
end

# only: mysql
class Type53 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :timestamp, precision: 3
    create_table :others do |t|
      t.timestamp :made, precision: 3
    end
  end
end

# only: mysql
class Type54 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :timestamp, null: true
    create_table :others do |t|
      t.timestamp :made, null: true
    end
  end
end

# only: mysql
class Type55 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :time
    create_table :others do |t|
      t.time :made
    end
  end
end

# only: mysql
class Type56 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :time, precision: 3
    create_table :others do |t|
      t.time :made, precision: 3
    end
  end
end

# only: mysql
class Type57 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :time, default: "12:30"
    create_table :others do |t|
      t.time :made, default: "12:30"
    end
  end
end

# only: mysql
class Type58 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :binary
    create_table :others do |t|
      t.binary :made
    end
  end
end

# only: mysql
class Type59 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :binary, limit: 20
    create_table :others do |t|
      t.binary :made, limit: 20
    end
  end
end

# only: mysql
class Type60 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :binary, limit: 70_000
    create_table :others do |t|
      t.binary :made, limit: 70_000
    end
  end
end

# only: mysql
class Type61 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :json
    create_table :others do |t|
      t.json :made
    end
  end
end

# only: mysql
class Type62 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :json, null: false
    create_table :others do |t|
      t.json :made, null: false
    end
  end
end

# only: mysql
class Type63 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, limit: 255, null: false, default: "x"
    create_table :others do |t|
      t.string :made, limit: 255, null: false, default: "x"
    end
  end
end

# only: mysql
class Type64 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, limit: 70_000
    create_table :others do |t|
      t.string :made, limit: 70_000
    end
  end
end

# only: mysql
class Type65 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, collation: "utf8mb4_bin"
    create_table :others do |t|
      t.string :made, collation: "utf8mb4_bin"
    end
  end
end

# only: mysql
class Type66 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, charset: "latin1"
    create_table :others do |t|
      t.string :made, charset: "latin1"
    end
  end
end

# only: mysql
class Type67 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :text, size: :tiny
    create_table :others do |t|
      t.text :made, size: :tiny
    end
  end
end

# only: mysql
class Type68 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :text, size: :medium
    create_table :others do |t|
      t.text :made, size: :medium
    end
  end
end

# only: mysql
class Type69 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :text, size: :long
    create_table :others do |t|
      t.text :made, size: :long
    end
  end
end

# only: mysql
class Type70 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :text, limit: 255
    create_table :others do |t|
      t.text :made, limit: 255
    end
  end
end

# only: mysql
class Type71 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :text, limit: 16_777_216
    create_table :others do |t|
      t.text :made, limit: 16_777_216
    end
  end
end

# only: mysql
class Type72 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :binary, size: :tiny
    create_table :others do |t|
      t.binary :made, size: :tiny
    end
  end
end

# only: mysql
class Type73 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :binary, size: :medium
    create_table :others do |t|
      t.binary :made, size: :medium
    end
  end
end

# only: mysql
class Type74 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :binary, size: :long
    create_table :others do |t|
      t.binary :made, size: :long
    end
  end
end

# only: mysql
class Type75 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :blob
    create_table :others do |t|
      t.blob :made
    end
  end
end

# only: mysql
class Type76 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :blob, limit: 255
    create_table :others do |t|
      t.blob :made, limit: 255
    end
  end
end

# only: mysql
class Type77 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :tinytext
    create_table :others do |t|
      t.tinytext :made
    end
  end
end

# only: mysql
class Type78 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :mediumtext
    create_table :others do |t|
      t.mediumtext :made
    end
  end
end

# only: mysql
class Type79 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :longtext
    create_table :others do |t|
      t.longtext :made
    end
  end
end

# only: mysql
class Type80 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :tinyblob
    create_table :others do |t|
      t.tinyblob :made
    end
  end
end

# only: mysql
class Type81 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :mediumblob
    create_table :others do |t|
      t.mediumblob :made
    end
  end
end

# only: mysql
class Type82 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :longblob
    create_table :others do |t|
      t.longblob :made
    end
  end
end

# only: mysql
class Type83 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :unsigned_integer
    create_table :others do |t|
      t.unsigned_integer :made
    end
  end
end

# only: mysql
class Type84 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :unsigned_integer, default: 3
    create_table :others do |t|
      t.unsigned_integer :made, default: 3
    end
  end
end

# only: mysql
class Type85 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :unsigned_bigint
    create_table :others do |t|
      t.unsigned_bigint :made
    end
  end
end

# only: mysql
class Type86 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :unsigned_float
    create_table :others do |t|
      t.unsigned_float :made
    end
  end
end

# only: mysql
class Type87 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :unsigned_decimal
    create_table :others do |t|
      t.unsigned_decimal :made
    end
  end
end

# only: mysql
class Type88 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :unsigned_decimal, precision: 6, scale: 1
    create_table :others do |t|
      t.unsigned_decimal :made, precision: 6, scale: 1
    end
  end
end

# only: mysql
class Type89 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, unsigned: true
    create_table :others do |t|
      t.integer :made, unsigned: true
    end
  end
end

# only: mysql
class Type90 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 1, unsigned: true
    create_table :others do |t|
      t.integer :made, limit: 1, unsigned: true
    end
  end
end

# only: mysql
class Type91 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bigint, unsigned: true, null: false
    create_table :others do |t|
      t.bigint :made, unsigned: true, null: false
    end
  end
end
