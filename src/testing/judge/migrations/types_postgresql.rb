# Written by src/testing/judge/generate.ts.
class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :things
  end
end

# only: postgresql
class Type1 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string
    create_table :others do |t|
      t.string :made
    end
  end
end

# only: postgresql
class Type2 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, limit: 40
    create_table :others do |t|
      t.string :made, limit: 40
    end
  end
end

# only: postgresql
class Type3 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, limit: nil
    create_table :others do |t|
      t.string :made, limit: nil
    end
  end
end

# only: postgresql
class Type4 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, default: "a'b\"c"
    create_table :others do |t|
      t.string :made, default: "a'b\"c"
    end
  end
end

# only: postgresql
class Type5 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, default: ""
    create_table :others do |t|
      t.string :made, default: ""
    end
  end
end

# only: postgresql
class Type6 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, default: nil, null: false
    create_table :others do |t|
      t.string :made, default: nil, null: false
    end
  end
end

# only: postgresql
class Type7 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :text
    create_table :others do |t|
      t.text :made
    end
  end
end

# only: postgresql
class Type8 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :text, limit: 100
    create_table :others do |t|
      t.text :made, limit: 100
    end
  end
end

# only: postgresql
class Type9 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :text, limit: 70_000
    create_table :others do |t|
      t.text :made, limit: 70_000
    end
  end
end

# only: postgresql
class Type10 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer
    create_table :others do |t|
      t.integer :made
    end
  end
end

# only: postgresql
class Type11 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 1
    create_table :others do |t|
      t.integer :made, limit: 1
    end
  end
end

# only: postgresql
class Type12 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 2
    create_table :others do |t|
      t.integer :made, limit: 2
    end
  end
end

# only: postgresql
class Type13 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 3
    create_table :others do |t|
      t.integer :made, limit: 3
    end
  end
end

# only: postgresql
class Type14 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 4
    create_table :others do |t|
      t.integer :made, limit: 4
    end
  end
end

# only: postgresql
class Type15 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 8
    create_table :others do |t|
      t.integer :made, limit: 8
    end
  end
end

# only: postgresql
class Type16 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, limit: 9
    create_table :others do |t|
      t.integer :made, limit: 9
    end
  end
end

# only: postgresql
class Type17 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, default: -5
    create_table :others do |t|
      t.integer :made, default: -5
    end
  end
end

# only: postgresql
class Type18 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, default: "12"
    create_table :others do |t|
      t.integer :made, default: "12"
    end
  end
end

# only: postgresql
class Type19 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bigint
    create_table :others do |t|
      t.bigint :made
    end
  end
end

# only: postgresql
class Type20 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bigint, default: 9_000_000_000
    create_table :others do |t|
      t.bigint :made, default: 9_000_000_000
    end
  end
end

# only: postgresql
class Type21 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bigint, limit: 4
    create_table :others do |t|
      t.bigint :made, limit: 4
    end
  end
end

# only: postgresql
class Type22 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :float
    create_table :others do |t|
      t.float :made
    end
  end
end

# only: postgresql
class Type23 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :float, default: 1.5
    create_table :others do |t|
      t.float :made, default: 1.5
    end
  end
end

# only: postgresql
class Type24 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :float, limit: 24
    create_table :others do |t|
      t.float :made, limit: 24
    end
  end
end

# only: postgresql
class Type25 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :float, limit: 53
    create_table :others do |t|
      t.float :made, limit: 53
    end
  end
end

# only: postgresql
class Type26 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :float, precision: 10
    create_table :others do |t|
      t.float :made, precision: 10
    end
  end
end

# only: postgresql
class Type27 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal
    create_table :others do |t|
      t.decimal :made
    end
  end
end

# only: postgresql
class Type28 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, precision: 8
    create_table :others do |t|
      t.decimal :made, precision: 8
    end
  end
end

# only: postgresql
class Type29 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, precision: 8, scale: 2
    create_table :others do |t|
      t.decimal :made, precision: 8, scale: 2
    end
  end
end

# only: postgresql
class Type30 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, scale: 2
    create_table :others do |t|
      t.decimal :made, scale: 2
    end
  end
end

# only: postgresql
class Type31 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, precision: 10, scale: 0, default: 0
    create_table :others do |t|
      t.decimal :made, precision: 10, scale: 0, default: 0
    end
  end
end

# only: postgresql
class Type32 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, precision: 8, scale: 2, default: 9.99
    create_table :others do |t|
      t.decimal :made, precision: 8, scale: 2, default: 9.99
    end
  end
end

# only: postgresql
class Type33 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, default: "1.50", precision: 5, scale: 2
    create_table :others do |t|
      t.decimal :made, default: "1.50", precision: 5, scale: 2
    end
  end
end

# only: postgresql
class Type34 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :numeric
    create_table :others do |t|
      t.numeric :made
    end
  end
end

# only: postgresql
class Type35 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :numeric, precision: 8, scale: 3
    create_table :others do |t|
      t.numeric :made, precision: 8, scale: 3
    end
  end
end

# only: postgresql
class Type36 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :boolean
    create_table :others do |t|
      t.boolean :made
    end
  end
end

# only: postgresql
class Type37 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :boolean, default: false, null: false
    create_table :others do |t|
      t.boolean :made, default: false, null: false
    end
  end
end

# only: postgresql
class Type38 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :boolean, default: true
    create_table :others do |t|
      t.boolean :made, default: true
    end
  end
end

# only: postgresql
class Type39 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :boolean, default: "t"
    create_table :others do |t|
      t.boolean :made, default: "t"
    end
  end
end

# only: postgresql
class Type40 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :date
    create_table :others do |t|
      t.date :made
    end
  end
end

# only: postgresql
class Type41 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :date, default: "2020-01-31"
    create_table :others do |t|
      t.date :made, default: "2020-01-31"
    end
  end
end

# only: postgresql
class Type42 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :date, default: -> { "CURRENT_DATE" }
    create_table :others do |t|
      t.date :made, default: -> { "CURRENT_DATE" }
    end
  end
end

# only: postgresql
class Type43 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime
    create_table :others do |t|
      t.datetime :made
    end
  end
end

# only: postgresql
class Type44 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, precision: nil
    create_table :others do |t|
      t.datetime :made, precision: nil
    end
  end
end

# only: postgresql
class Type45 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, precision: 0
    create_table :others do |t|
      t.datetime :made, precision: 0
    end
  end
end

# only: postgresql
class Type46 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, precision: 3
    create_table :others do |t|
      t.datetime :made, precision: 3
    end
  end
end

# only: postgresql
class Type47 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, precision: 6
    create_table :others do |t|
      t.datetime :made, precision: 6
    end
  end
end

# only: postgresql
class Type48 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, default: -> { "CURRENT_TIMESTAMP" }
    create_table :others do |t|
      t.datetime :made, default: -> { "CURRENT_TIMESTAMP" }
    end
  end
end

# only: postgresql
class Type49 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, default: "2020-01-31 12:30:00"
    create_table :others do |t|
      t.datetime :made, default: "2020-01-31 12:30:00"
    end
  end
end

# only: postgresql
class Type50 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, precision: 9
    create_table :others do |t|
      t.datetime :made, precision: 9
    end
  end
end

# only: postgresql
class Type51 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :timestamp
    create_table :others do |t|
      t.timestamp :made
    end
  end
end

# only: postgresql
class Type52 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :timestamp, precision: nil
    create_table :others do |t|
      t.timestamp :made, precision: nil
    end
  end
end

# only: postgresql
class Type53 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :timestamp, precision: 3
    create_table :others do |t|
      t.timestamp :made, precision: 3
    end
  end
end

# only: postgresql
class Type54 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :timestamp, null: true
    create_table :others do |t|
      t.timestamp :made, null: true
    end
  end
end

# only: postgresql
class Type55 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :time
    create_table :others do |t|
      t.time :made
    end
  end
end

# only: postgresql
class Type56 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :time, precision: 3
    create_table :others do |t|
      t.time :made, precision: 3
    end
  end
end

# only: postgresql
class Type57 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :time, default: "12:30"
    create_table :others do |t|
      t.time :made, default: "12:30"
    end
  end
end

# only: postgresql
class Type58 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :binary
    create_table :others do |t|
      t.binary :made
    end
  end
end

# only: postgresql
class Type59 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :binary, limit: 20
    create_table :others do |t|
      t.binary :made, limit: 20
    end
  end
end

# only: postgresql
class Type60 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :binary, limit: 70_000
    create_table :others do |t|
      t.binary :made, limit: 70_000
    end
  end
end

# only: postgresql
class Type61 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :json
    create_table :others do |t|
      t.json :made
    end
  end
end

# only: postgresql
class Type62 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :json, null: false
    create_table :others do |t|
      t.json :made, null: false
    end
  end
end

# only: postgresql
class Type63 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :timestamptz
    create_table :others do |t|
      t.timestamptz :made
    end
  end
end

# only: postgresql
class Type64 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :timestamptz, precision: 3
    create_table :others do |t|
      t.timestamptz :made, precision: 3
    end
  end
end

# only: postgresql
class Type65 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :timestamptz, default: -> { "now()" }
    create_table :others do |t|
      t.timestamptz :made, default: -> { "now()" }
    end
  end
end

# only: postgresql
class Type66 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :jsonb
    create_table :others do |t|
      t.jsonb :made
    end
  end
end

# only: postgresql
class Type67 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :jsonb, default: {}
    create_table :others do |t|
      t.jsonb :made, default: {}
    end
  end
end

# only: postgresql
class Type68 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :jsonb, default: []
    create_table :others do |t|
      t.jsonb :made, default: []
    end
  end
end

# only: postgresql
class Type69 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :jsonb, default: '{"a": [1, null]}'
    create_table :others do |t|
      t.jsonb :made, default: '{"a": [1, null]}'
    end
  end
end

# only: postgresql
class Type70 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :jsonb, default: -> { "'{}'::jsonb" }
    create_table :others do |t|
      t.jsonb :made, default: -> { "'{}'::jsonb" }
    end
  end
end

# only: postgresql
class Type71 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :uuid
    create_table :others do |t|
      t.uuid :made
    end
  end
end

# only: postgresql
class Type72 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :uuid, default: -> { "gen_random_uuid()" }
    create_table :others do |t|
      t.uuid :made, default: -> { "gen_random_uuid()" }
    end
  end
end

# only: postgresql
class Type73 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :uuid, default: "gen_random_uuid()"
    create_table :others do |t|
      t.uuid :made, default: "gen_random_uuid()"
    end
  end
end

# only: postgresql
class Type74 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :uuid, default: "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
    create_table :others do |t|
      t.uuid :made, default: "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
    end
  end
end

# only: postgresql
class Type75 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :inet
    create_table :others do |t|
      t.inet :made
    end
  end
end

# only: postgresql
class Type76 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :inet, default: "127.0.0.1"
    create_table :others do |t|
      t.inet :made, default: "127.0.0.1"
    end
  end
end

# only: postgresql
class Type77 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :cidr
    create_table :others do |t|
      t.cidr :made
    end
  end
end

# only: postgresql
class Type78 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :cidr, default: "10.0.0.0/8"
    create_table :others do |t|
      t.cidr :made, default: "10.0.0.0/8"
    end
  end
end

# only: postgresql
class Type79 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :macaddr
    create_table :others do |t|
      t.macaddr :made
    end
  end
end

# only: postgresql
class Type80 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bit
    create_table :others do |t|
      t.bit :made
    end
  end
end

# only: postgresql
class Type81 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bit, limit: 8
    create_table :others do |t|
      t.bit :made, limit: 8
    end
  end
end

# only: postgresql
class Type82 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bit, default: "1"
    create_table :others do |t|
      t.bit :made, default: "1"
    end
  end
end

# only: postgresql
class Type83 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bit_varying
    create_table :others do |t|
      t.bit_varying :made
    end
  end
end

# only: postgresql
class Type84 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bit_varying, limit: 8
    create_table :others do |t|
      t.bit_varying :made, limit: 8
    end
  end
end

# only: postgresql
class Type85 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bit_varying, default: "101"
    create_table :others do |t|
      t.bit_varying :made, default: "101"
    end
  end
end

# only: postgresql
class Type86 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :money
    create_table :others do |t|
      t.money :made
    end
  end
end

# only: postgresql
class Type87 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :money, default: 10
    create_table :others do |t|
      t.money :made, default: 10
    end
  end
end

# only: postgresql
class Type88 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :interval
    create_table :others do |t|
      t.interval :made
    end
  end
end

# only: postgresql
class Type89 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :interval, default: "1 day"
    create_table :others do |t|
      t.interval :made, default: "1 day"
    end
  end
end

# only: postgresql
class Type90 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :interval, precision: 3
    create_table :others do |t|
      t.interval :made, precision: 3
    end
  end
end

# only: postgresql
class Type91 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :interval, default: "P1Y2M"
    create_table :others do |t|
      t.interval :made, default: "P1Y2M"
    end
  end
end

# only: postgresql
class Type92 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :xml
    create_table :others do |t|
      t.xml :made
    end
  end
end

# only: postgresql
class Type93 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :tsvector
    create_table :others do |t|
      t.tsvector :made
    end
  end
end

# only: postgresql
class Type94 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :oid
    create_table :others do |t|
      t.oid :made
    end
  end
end

# only: postgresql
class Type95 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :point
    create_table :others do |t|
      t.point :made
    end
  end
end

# only: postgresql
class Type96 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :point, default: "(1,2)"
    create_table :others do |t|
      t.point :made, default: "(1,2)"
    end
  end
end

# only: postgresql
class Type97 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :line
    create_table :others do |t|
      t.line :made
    end
  end
end

# only: postgresql
class Type98 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :lseg
    create_table :others do |t|
      t.lseg :made
    end
  end
end

# only: postgresql
class Type99 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :box
    create_table :others do |t|
      t.box :made
    end
  end
end

# only: postgresql
class Type100 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :path
    create_table :others do |t|
      t.path :made
    end
  end
end

# only: postgresql
class Type101 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :polygon
    create_table :others do |t|
      t.polygon :made
    end
  end
end

# only: postgresql
class Type102 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :circle
    create_table :others do |t|
      t.circle :made
    end
  end
end

# only: postgresql
class Type103 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :int4range
    create_table :others do |t|
      t.int4range :made
    end
  end
end

# only: postgresql
class Type104 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :int4range, default: "[1,5)"
    create_table :others do |t|
      t.int4range :made, default: "[1,5)"
    end
  end
end

# only: postgresql
class Type105 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :int8range
    create_table :others do |t|
      t.int8range :made
    end
  end
end

# only: postgresql
class Type106 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :numrange
    create_table :others do |t|
      t.numrange :made
    end
  end
end

# only: postgresql
class Type107 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :numrange, default: "(,)"
    create_table :others do |t|
      t.numrange :made, default: "(,)"
    end
  end
end

# only: postgresql
class Type108 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :daterange
    create_table :others do |t|
      t.daterange :made
    end
  end
end

# only: postgresql
class Type109 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :daterange, default: "[2020-01-01,2020-02-01)"
    create_table :others do |t|
      t.daterange :made, default: "[2020-01-01,2020-02-01)"
    end
  end
end

# only: postgresql
class Type110 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :tsrange
    create_table :others do |t|
      t.tsrange :made
    end
  end
end

# only: postgresql
class Type111 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :tstzrange
    create_table :others do |t|
      t.tstzrange :made
    end
  end
end

# only: postgresql
class Type112 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :serial
    create_table :others do |t|
      t.serial :made
    end
  end
end

# only: postgresql
class Type113 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :bigserial
    create_table :others do |t|
      t.bigserial :made
    end
  end
end

# only: postgresql
class Type114 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, array: true
    create_table :others do |t|
      t.string :made, array: true
    end
  end
end

# only: postgresql
class Type115 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, array: true, default: []
    create_table :others do |t|
      t.string :made, array: true, default: []
    end
  end
end

# only: postgresql
class Type116 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, array: true, default: ["a", "b c"]
    create_table :others do |t|
      t.string :made, array: true, default: ["a", "b c"]
    end
  end
end

# only: postgresql
class Type117 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :string, array: true, null: false, default: "{}"
    create_table :others do |t|
      t.string :made, array: true, null: false, default: "{}"
    end
  end
end

# only: postgresql
class Type118 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :integer, array: true, default: [1, 2]
    create_table :others do |t|
      t.integer :made, array: true, default: [1, 2]
    end
  end
end

# only: postgresql
class Type119 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :decimal, array: true, precision: 5, scale: 1
    create_table :others do |t|
      t.decimal :made, array: true, precision: 5, scale: 1
    end
  end
end

# only: postgresql
class Type120 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :datetime, array: true, precision: nil
    create_table :others do |t|
      t.datetime :made, array: true, precision: nil
    end
  end
end

# only: postgresql
class Type121 < ActiveRecord::Migration[7.2]
  def change
    add_column :things, :added, :jsonb, array: true
    create_table :others do |t|
      t.jsonb :made, array: true
    end
  end
end
