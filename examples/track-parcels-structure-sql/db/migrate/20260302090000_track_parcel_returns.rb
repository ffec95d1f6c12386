class TrackParcelReturns < ActiveRecord::Migration[7.2]
  def change
    add_column :parcels, :returned_at, :datetime
    add_column :parcels, :return_reason, :string, limit: 40
    add_index :parcels, "lower(number)", name: "index_parcels_on_lower_number", unique: true
    add_check_constraint :parcels, "returned_at IS NULL OR return_reason IS NOT NULL",
                         name: "returns_have_a_reason"

    create_table :return_labels do |t|
      t.references :parcel, null: false, foreign_key: true
      t.string :carrier, null: false, default: "post"
      t.integer :price_cents, null: false
      t.timestamps
    end
  end
end
