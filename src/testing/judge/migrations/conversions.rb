# Written by src/testing/judge/generate.ts.
class Start < ActiveRecord::Migration[7.2]
  def up
    create_table :things do |t|
      t.column :c1, :string
      t.column :c2, :string, limit: 50
      t.column :c3, :string, limit: 50
      t.column :c4, :string, limit: 50, null: false, default: "x"
      t.column :c5, :string, null: false, default: "x"
      t.column :c6, :text
      t.column :c7, :text, null: false
      t.column :c8, :integer
      t.column :c9, :integer, null: false, default: 0
      t.column :c10, :integer, default: 5
      t.column :c11, :integer, default: 5
      t.column :c12, :integer, default: 5
      t.column :c13, :integer, default: 5
      t.column :c14, :integer
      t.column :c15, :integer
      t.column :c16, :bigint
      t.column :c17, :bigint, null: false
      t.column :c18, :decimal, precision: 8, scale: 2
      t.column :c19, :decimal, precision: 8, scale: 2, default: 1.5
      t.column :c20, :decimal, precision: 8, scale: 2, default: 1.5
      t.column :c21, :decimal, precision: 8, scale: 2
      t.column :c22, :float, default: 0.5
      t.column :c23, :boolean, default: false, null: false
      t.column :c24, :boolean, default: true
      t.column :c25, :date
      t.column :c26, :date, null: false, default: "2020-01-31"
      t.column :c27, :datetime
      t.column :c28, :datetime
      t.column :c29, :datetime, precision: nil
      t.column :c30, :datetime, precision: 3
      t.column :c31, :datetime, null: false, default: -> { "CURRENT_TIMESTAMP" }
      t.column :c32, :time
      t.column :c33, :string, default: "5"
      t.column :c34, :string
      t.column :c35, :binary
      t.column :c36, :string, comment: "words"
      t.column :c37, :string
    end
  end
end

class Conversion1 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c1, :text
  end

  def down
    change_column :things, :c1, :string
  end
end

class Conversion2 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c2, :string
  end

  def down
    change_column :things, :c2, :string, limit: 50
  end
end

class Conversion3 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c3, :string, limit: 100
  end

  def down
    change_column :things, :c3, :string, limit: 50
  end
end

class Conversion4 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c4, :string, limit: 20
  end

  def down
    change_column :things, :c4, :string, limit: 50, null: false, default: "x"
  end
end

class Conversion5 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c5, :text, null: true, default: nil
  end

  def down
    change_column :things, :c5, :string, null: false, default: "x"
  end
end

class Conversion6 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c6, :string
  end

  def down
    change_column :things, :c6, :text
  end
end

class Conversion7 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c7, :string, limit: 200, default: "y"
  end

  def down
    change_column :things, :c7, :text, null: false
  end
end

class Conversion8 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c8, :bigint
  end

  def down
    change_column :things, :c8, :integer
  end
end

class Conversion9 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c9, :bigint
  end

  def down
    change_column :things, :c9, :integer, null: false, default: 0
  end
end

class Conversion10 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c10, :bigint, default: 6
  end

  def down
    change_column :things, :c10, :integer, default: 5
  end
end

class Conversion11 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c11, :string
  end

  def down
    change_column :things, :c11, :integer, default: 5
  end
end

class Conversion12 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c12, :decimal, precision: 10, scale: 2
  end

  def down
    change_column :things, :c12, :integer, default: 5
  end
end

class Conversion13 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c13, :float
  end

  def down
    change_column :things, :c13, :integer, default: 5
  end
end

class Conversion14 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c14, :integer, limit: 2
  end

  def down
    change_column :things, :c14, :integer
  end
end

class Conversion15 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c15, :boolean
  end

  def down
    change_column :things, :c15, :integer
  end
end

class Conversion16 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c16, :integer
  end

  def down
    change_column :things, :c16, :bigint
  end
end

class Conversion17 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c17, :string, null: false
  end

  def down
    change_column :things, :c17, :bigint, null: false
  end
end

class Conversion18 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c18, :decimal, precision: 10, scale: 4
  end

  def down
    change_column :things, :c18, :decimal, precision: 8, scale: 2
  end
end

class Conversion19 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c19, :integer
  end

  def down
    change_column :things, :c19, :decimal, precision: 8, scale: 2, default: 1.5
  end
end

class Conversion20 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c20, :decimal
  end

  def down
    change_column :things, :c20, :decimal, precision: 8, scale: 2, default: 1.5
  end
end

class Conversion21 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c21, :float
  end

  def down
    change_column :things, :c21, :decimal, precision: 8, scale: 2
  end
end

class Conversion22 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c22, :decimal, precision: 8, scale: 3
  end

  def down
    change_column :things, :c22, :float, default: 0.5
  end
end

class Conversion23 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c23, :integer
  end

  def down
    change_column :things, :c23, :boolean, default: false, null: false
  end
end

class Conversion24 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c24, :string
  end

  def down
    change_column :things, :c24, :boolean, default: true
  end
end

class Conversion25 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c25, :datetime
  end

  def down
    change_column :things, :c25, :date
  end
end

class Conversion26 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c26, :datetime
  end

  def down
    change_column :things, :c26, :date, null: false, default: "2020-01-31"
  end
end

class Conversion27 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c27, :date
  end

  def down
    change_column :things, :c27, :datetime
  end
end

class Conversion28 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c28, :datetime, precision: nil
  end

  def down
    change_column :things, :c28, :datetime
  end
end

class Conversion29 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c29, :datetime
  end

  def down
    change_column :things, :c29, :datetime, precision: nil
  end
end

class Conversion30 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c30, :timestamp
  end

  def down
    change_column :things, :c30, :datetime, precision: 3
  end
end

class Conversion31 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c31, :datetime
  end

  def down
    change_column :things, :c31, :datetime, null: false, default: -> { "CURRENT_TIMESTAMP" }
  end
end

class Conversion32 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c32, :string
  end

  def down
    change_column :things, :c32, :time
  end
end

class Conversion33 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c33, :integer
  end

  def down
    change_column :things, :c33, :string, default: "5"
  end
end

class Conversion34 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c34, :datetime
  end

  def down
    change_column :things, :c34, :string
  end
end

class Conversion35 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c35, :text
  end

  def down
    change_column :things, :c35, :binary
  end
end

class Conversion36 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c36, :string, limit: 10
  end

  def down
    change_column :things, :c36, :string, comment: "words"
  end
end

class Conversion37 < ActiveRecord::Migration[7.2]
  def up
    change_column :things, :c37, :string, comment: "words"
  end

  def down
    change_column :things, :c37, :string
  end
end
