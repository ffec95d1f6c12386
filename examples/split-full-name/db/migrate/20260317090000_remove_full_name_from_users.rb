class RemoveFullNameFromUsers < ActiveRecord::Migration[7.2]
  def change
    safety_assured { remove_column :users, :full_name, :string, null: false }
  end
end
