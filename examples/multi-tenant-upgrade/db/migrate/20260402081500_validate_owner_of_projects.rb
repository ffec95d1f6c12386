class ValidateOwnerOfProjects < ActiveRecord::Migration[7.2]
  def change
    validate_foreign_key :projects, column: :owner_id
  end
end
