class IndexUsersOnOrderStatus < ActiveRecord::Migration[7.2]
  disable_ddl_transaction!

  def change
    add_index :users, :order_status, algorithm: :concurrently
  end
end
