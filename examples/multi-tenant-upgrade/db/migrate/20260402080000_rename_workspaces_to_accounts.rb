class RenameWorkspacesToAccounts < ActiveRecord::Migration[7.2]
  def change
    rename_table :workspaces, :accounts
  end
end
