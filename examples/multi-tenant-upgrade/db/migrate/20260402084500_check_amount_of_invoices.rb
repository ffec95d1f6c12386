class CheckAmountOfInvoices < ActiveRecord::Migration[7.2]
  def change
    add_check_constraint :invoices, "amount >= 0", name: "invoices_amount_not_negative", validate: false
  end
end
