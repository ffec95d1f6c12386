class AddOwnerToProjects < ActiveRecord::Migration[7.2]
  disable_ddl_transaction!

  def change
    add_reference :projects, :owner, type: :uuid, index: { algorithm: :concurrently }
    add_foreign_key :projects, :users, column: :owner_id, on_delete: :nullify, validate: false
  end
end
