class RemoveFaxAndPhoneFromCustomers < ActiveRecord::Migration[7.2]
  def change
    remove_column :customers, :fax, :string
    remove_column :customers, :phone, :string
  end
end
