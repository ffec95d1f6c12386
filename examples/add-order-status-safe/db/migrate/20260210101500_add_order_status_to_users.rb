class AddOrderStatusToUsers < ActiveRecord::Migration[7.2]
  def change
    add_column :users, :order_status, :string, limit: 20, null: false, default: "none"
  end
end
