class BackfillFirstAndLastNameOfUsers < ActiveRecord::Migration[7.2]
  disable_ddl_transaction!

  class User < ActiveRecord::Base
    self.table_name = "users"
  end

  def up
    User.unscoped.in_batches(of: 10_000) do |batch|
      batch.where(last_name: nil).update_all(<<~SQL.squish)
        first_name = split_part(full_name, ' ', 1),
        last_name = CASE WHEN position(' ' in full_name) = 0 THEN ''
                         ELSE substr(full_name, position(' ' in full_name) + 1) END
      SQL
      sleep(0.01)
    end
  end

  def down
    # The new columns are dropped by the migration before this one.
  end
end
