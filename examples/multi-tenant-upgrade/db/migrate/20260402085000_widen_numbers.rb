class WidenNumbers < ActiveRecord::Migration[7.2]
  def up
    validate_check_constraint :invoices, name: "invoices_amount_not_negative"
    change_column :invoices, :number, :string, limit: 40
    change_column :webhook_deliveries, :response_code, :integer
  end

  def down
    change_column :webhook_deliveries, :response_code, :integer, limit: 2
    change_column :invoices, :number, :string, limit: 20
  end
end
