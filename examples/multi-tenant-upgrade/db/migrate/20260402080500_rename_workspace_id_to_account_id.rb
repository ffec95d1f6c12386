class RenameWorkspaceIdToAccountId < ActiveRecord::Migration[7.2]
  TABLES = %i[memberships subscriptions invoices projects labels webhooks import_batches audit_logs].freeze

  def change
    TABLES.each { |table| rename_column table, :workspace_id, :account_id }
  end
end
