class BackfillOwnerOfProjects < ActiveRecord::Migration[7.2]
  disable_ddl_transaction!

  class Project < ActiveRecord::Base
    self.table_name = "projects"
  end

  def up
    Project.unscoped.where(owner_id: nil).in_batches(of: 1_000) do |batch|
      batch.update_all(<<~SQL.squish)
        owner_id = (SELECT user_id FROM memberships
                    WHERE memberships.account_id = projects.account_id AND role = 'owner'
                    ORDER BY memberships.created_at LIMIT 1)
      SQL
    end
  end

  def down; end
end
