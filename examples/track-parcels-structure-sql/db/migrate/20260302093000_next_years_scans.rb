class NextYearsScans < ActiveRecord::Migration[7.2]
  def up
    execute <<~SQL
      CREATE TABLE scans_2027 PARTITION OF scans FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
      COMMENT ON TABLE scans_2027 IS 'Scans of 2027';
    SQL
    remove_column :parcels, :old_route
  end

  def down
    add_column :parcels, :old_route, :string
    execute "DROP TABLE scans_2027"
  end
end
