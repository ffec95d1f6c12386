class PlaceBooksOnShelves < ActiveRecord::Migration[7.2]
  def change
    add_reference :books, :shelf, foreign_key: true
    add_column :loans, :renewals, :integer, null: false, default: 0
    rename_column :readers, :card_number, :card
  end
end
