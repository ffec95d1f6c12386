class AddFirstAndLastNameToUsers < ActiveRecord::Migration[7.2]
  def change
    add_column :users, :first_name, :string, comment: "Given names, split from full_name"
    add_column :users, :last_name, :string, comment: "Family name, split from full_name"
  end
end
