class ShowReturnedParcels < ActiveRecord::Migration[7.2]
  def up
    execute "ALTER TYPE parcel_state ADD VALUE 'returned' AFTER 'delivered'"

    execute <<~SQL
      CREATE VIEW returned_parcels AS
      SELECT parcels.number, depots.city, parcels.returned_at::date AS returned_on,
             coalesce(sum(return_labels.price_cents), 0) AS cost_cents
      FROM parcels
      JOIN depots ON depots.id = parcels.depot_id
      LEFT JOIN return_labels ON return_labels.parcel_id = parcels.id
      WHERE parcels.returned_at IS NOT NULL
      GROUP BY parcels.number, parcels.returned_at, depots.city
    SQL
  end

  def down
    execute "DROP VIEW returned_parcels"
    raise ActiveRecord::IrreversibleMigration, "PostgreSQL cannot take a value out of an enum"
  end
end
