# This file is auto-generated from the current state of the database. Instead
# of editing this file, please use the migrations feature of Active Record to
# incrementally modify your database, and then regenerate this schema definition.
#
# This file is the source Rails uses to define your schema when running `bin/rails
# db:schema:load`. When creating a new database, `bin/rails db:schema:load` tends to
# be faster and is potentially less error prone than running all of your
# migrations from scratch. Old migrations may fail to apply correctly if those
# migrations use external dependencies or application code.
#
# It's strongly recommended that you check this file into your version control system.

ActiveRecord::Schema[7.2].define(version: 2026_03_17_090000) do
  # These are extensions that must be enabled in order to support this database
  enable_extension "citext"
  enable_extension "plpgsql"

  # Custom types defined in this database.
  # Note that some types may not work with other database engines. Be careful if changing database.
  create_enum "payment_state", ["pending", "authorized", "captured", "failed", "refunded"]

  create_table "addresses", force: :cascade do |t|
    t.bigint "user_id", null: false
    t.string "label"
    t.string "street", null: false
    t.string "postal_code", limit: 16, null: false
    t.string "city", null: false
    t.string "country_code", limit: 2, null: false
    t.boolean "default_shipping", default: false, null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["user_id"], name: "index_addresses_on_user_id"
  end

  create_table "audit_events", force: :cascade do |t|
    t.bigint "actor_id"
    t.string "subject_type", null: false
    t.bigint "subject_id", null: false
    t.string "action", null: false
    t.jsonb "payload", default: {}, null: false
    t.datetime "created_at", null: false, comment: "When it happened, not when it was stored"
    t.index ["actor_id"], name: "index_audit_events_on_actor_id"
    t.index ["subject_type", "subject_id"], name: "index_audit_events_on_subject"
  end

  create_table "brands", force: :cascade do |t|
    t.string "name", null: false
    t.string "slug", null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["slug"], name: "index_brands_on_slug", unique: true
  end

  create_table "cart_items", force: :cascade do |t|
    t.bigint "cart_id", null: false
    t.bigint "variant_id", null: false
    t.integer "quantity", default: 1, null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["cart_id", "variant_id"], name: "index_cart_items_on_cart_id_and_variant_id", unique: true
    t.index ["variant_id"], name: "index_cart_items_on_variant_id"
    t.check_constraint "quantity > 0", name: "cart_items_quantity_positive"
  end

  create_table "carts", force: :cascade do |t|
    t.bigint "user_id"
    t.uuid "token", default: -> { "gen_random_uuid()" }, null: false
    t.string "currency", limit: 3, default: "EUR", null: false
    t.datetime "abandoned_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["token"], name: "index_carts_on_token", unique: true
    t.index ["user_id"], name: "index_carts_on_user_id"
  end

  create_table "categories", force: :cascade do |t|
    t.bigint "parent_id"
    t.string "name", null: false
    t.string "slug", null: false
    t.integer "position", default: 0, null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["parent_id"], name: "index_categories_on_parent_id"
    t.index ["slug"], name: "index_categories_on_slug", unique: true
  end

  create_table "categorizations", force: :cascade do |t|
    t.bigint "product_id", null: false
    t.bigint "category_id", null: false
    t.integer "position", default: 0, null: false
    t.index ["category_id"], name: "index_categorizations_on_category_id"
    t.index ["product_id", "category_id"], name: "index_categorizations_on_product_id_and_category_id", unique: true
  end

  create_table "coupon_redemptions", force: :cascade do |t|
    t.bigint "coupon_id", null: false
    t.bigint "order_id", null: false
    t.integer "discount_cents", null: false
    t.datetime "created_at", null: false
    t.index ["coupon_id"], name: "index_coupon_redemptions_on_coupon_id"
    t.index ["order_id"], name: "index_coupon_redemptions_on_order_id", unique: true
  end

  create_table "coupons", force: :cascade do |t|
    t.string "code", null: false
    t.integer "percent_off"
    t.integer "amount_off_cents"
    t.datetime "valid_from"
    t.datetime "valid_until"
    t.integer "redemptions_count", default: 0, null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index "lower((code)::text)", name: "index_coupons_on_lower_code", unique: true
  end

  create_table "order_lines", force: :cascade do |t|
    t.bigint "order_id", null: false
    t.bigint "variant_id", null: false
    t.integer "quantity", default: 1, null: false
    t.integer "unit_price_cents", null: false
    t.virtual "line_total_cents", type: :integer, as: "(quantity * unit_price_cents)", stored: true
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["order_id"], name: "index_order_lines_on_order_id"
    t.index ["variant_id"], name: "index_order_lines_on_variant_id"
  end

  create_table "orders", force: :cascade do |t|
    t.bigint "user_id", null: false
    t.bigint "shipping_address_id"
    t.bigint "billing_address_id"
    t.string "number", null: false
    t.integer "total_cents", default: 0, null: false
    t.string "currency", limit: 3, default: "EUR", null: false
    t.text "customer_note"
    t.datetime "placed_at"
    t.datetime "cancelled_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["billing_address_id"], name: "index_orders_on_billing_address_id"
    t.index ["number"], name: "index_orders_on_number", unique: true
    t.index ["shipping_address_id"], name: "index_orders_on_shipping_address_id"
    t.index ["user_id", "placed_at"], name: "index_orders_on_user_id_and_placed_at", order: { placed_at: :desc }
    t.index ["user_id"], name: "index_orders_on_user_id"
  end

  create_table "payments", force: :cascade do |t|
    t.bigint "order_id", null: false
    t.enum "state", default: "pending", null: false, enum_type: "payment_state"
    t.integer "amount_cents", null: false
    t.string "currency", limit: 3, null: false
    t.string "provider", null: false
    t.string "provider_reference"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["order_id"], name: "index_payments_on_order_id"
    t.index ["provider", "provider_reference"], name: "index_payments_on_provider_and_provider_reference", unique: true, where: "(provider_reference IS NOT NULL)"
  end

  create_table "products", force: :cascade do |t|
    t.bigint "brand_id"
    t.string "name", null: false
    t.string "slug", null: false
    t.text "description"
    t.jsonb "properties", default: {}, null: false
    t.string "tags", default: [], null: false, array: true
    t.boolean "published", default: false, null: false
    t.datetime "published_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["brand_id"], name: "index_products_on_brand_id"
    t.index ["published_at"], name: "index_products_on_published_at", where: "published"
    t.index ["slug"], name: "index_products_on_slug", unique: true
    t.index ["tags"], name: "index_products_on_tags", using: :gin
  end

  create_table "refunds", force: :cascade do |t|
    t.bigint "payment_id", null: false
    t.integer "amount_cents", null: false
    t.string "reason"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["payment_id"], name: "index_refunds_on_payment_id"
  end

  create_table "return_lines", force: :cascade do |t|
    t.bigint "return_id", null: false
    t.bigint "order_line_id", null: false
    t.integer "quantity", null: false
    t.string "condition"
    t.index ["order_line_id"], name: "index_return_lines_on_order_line_id"
    t.index ["return_id"], name: "index_return_lines_on_return_id"
  end

  create_table "returns", force: :cascade do |t|
    t.bigint "order_id", null: false
    t.string "reason", null: false
    t.datetime "received_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["order_id"], name: "index_returns_on_order_id"
  end

  create_table "reviews", force: :cascade do |t|
    t.bigint "product_id", null: false
    t.bigint "user_id", null: false
    t.integer "rating", limit: 2, null: false
    t.text "body"
    t.datetime "approved_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["product_id", "user_id"], name: "index_reviews_on_product_id_and_user_id", unique: true
    t.index ["user_id"], name: "index_reviews_on_user_id"
    t.check_constraint "rating >= 1 AND rating <= 5", name: "reviews_rating_in_range"
  end

  create_table "shipment_lines", force: :cascade do |t|
    t.bigint "shipment_id", null: false
    t.bigint "order_line_id", null: false
    t.integer "quantity", null: false
    t.index ["order_line_id"], name: "index_shipment_lines_on_order_line_id"
    t.index ["shipment_id", "order_line_id"], name: "index_shipment_lines_on_shipment_id_and_order_line_id", unique: true
  end

  create_table "shipments", force: :cascade do |t|
    t.bigint "order_id", null: false
    t.bigint "warehouse_id", null: false
    t.string "carrier", null: false
    t.string "tracking_number"
    t.datetime "shipped_at"
    t.datetime "delivered_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["order_id"], name: "index_shipments_on_order_id"
    t.index ["tracking_number"], name: "index_shipments_on_tracking_number"
    t.index ["warehouse_id"], name: "index_shipments_on_warehouse_id"
  end

  create_table "stock_items", force: :cascade do |t|
    t.bigint "variant_id", null: false
    t.bigint "warehouse_id", null: false
    t.integer "on_hand", default: 0, null: false
    t.integer "reserved", default: 0, null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["variant_id", "warehouse_id"], name: "index_stock_items_on_variant_id_and_warehouse_id", unique: true
    t.index ["warehouse_id"], name: "index_stock_items_on_warehouse_id"
    t.check_constraint "reserved <= on_hand", name: "stock_items_reserved_within_stock"
  end

  create_table "stock_movements", force: :cascade do |t|
    t.bigint "stock_item_id", null: false
    t.integer "quantity", null: false
    t.string "reason", null: false
    t.datetime "created_at", null: false
    t.index ["stock_item_id"], name: "index_stock_movements_on_stock_item_id"
  end

  create_table "support_tickets", force: :cascade do |t|
    t.bigint "user_id", null: false
    t.bigint "order_id"
    t.string "subject", null: false
    t.string "state", default: "open", null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["order_id"], name: "index_support_tickets_on_order_id"
    t.index ["state"], name: "index_support_tickets_not_closed", where: "((state)::text <> 'closed'::text)"
    t.index ["user_id"], name: "index_support_tickets_on_user_id"
  end

  create_table "users", force: :cascade do |t|
    t.citext "email", null: false
    t.string "password_digest", null: false
    t.string "locale", limit: 8, default: "en", null: false
    t.boolean "marketing_opt_in", default: false, null: false
    t.datetime "confirmed_at"
    t.datetime "last_seen_at"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.string "first_name", null: false, comment: "Given names, split from full_name"
    t.string "last_name", null: false, comment: "Family name, split from full_name"
    t.index ["email"], name: "index_users_on_email", unique: true
    t.index ["last_seen_at"], name: "index_users_on_last_seen_at"
  end

  create_table "variants", force: :cascade do |t|
    t.bigint "product_id", null: false
    t.string "sku", null: false
    t.string "option_values", default: [], null: false, array: true
    t.integer "price_cents", null: false
    t.string "currency", limit: 3, default: "EUR", null: false
    t.decimal "weight_kg", precision: 8, scale: 3
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["product_id"], name: "index_variants_on_product_id"
    t.index ["sku"], name: "index_variants_on_sku", unique: true
    t.check_constraint "price_cents >= 0", name: "variants_price_not_negative"
  end

  create_table "variants_wishlists", id: false, force: :cascade do |t|
    t.bigint "wishlist_id", null: false
    t.bigint "variant_id", null: false
    t.index ["variant_id"], name: "index_variants_wishlists_on_variant_id"
    t.index ["wishlist_id", "variant_id"], name: "index_variants_wishlists_on_wishlist_id_and_variant_id", unique: true
  end

  create_table "warehouses", force: :cascade do |t|
    t.string "code", limit: 12, null: false
    t.string "name", null: false
    t.string "country_code", limit: 2, null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["code"], name: "index_warehouses_on_code", unique: true
  end

  create_table "wishlists", force: :cascade do |t|
    t.bigint "user_id", null: false
    t.string "name", default: "My wishlist", null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["user_id"], name: "index_wishlists_on_user_id"
  end

  add_foreign_key "addresses", "users", on_delete: :cascade
  add_foreign_key "audit_events", "users", column: "actor_id"
  add_foreign_key "cart_items", "carts", on_delete: :cascade
  add_foreign_key "cart_items", "variants"
  add_foreign_key "carts", "users"
  add_foreign_key "categories", "categories", column: "parent_id"
  add_foreign_key "categorizations", "categories", on_delete: :cascade
  add_foreign_key "categorizations", "products", on_delete: :cascade
  add_foreign_key "coupon_redemptions", "coupons"
  add_foreign_key "coupon_redemptions", "orders"
  add_foreign_key "order_lines", "orders", on_delete: :cascade
  add_foreign_key "order_lines", "variants"
  add_foreign_key "orders", "addresses", column: "billing_address_id"
  add_foreign_key "orders", "addresses", column: "shipping_address_id"
  add_foreign_key "orders", "users"
  add_foreign_key "payments", "orders"
  add_foreign_key "products", "brands"
  add_foreign_key "refunds", "payments"
  add_foreign_key "return_lines", "order_lines"
  add_foreign_key "return_lines", "returns", on_delete: :cascade
  add_foreign_key "returns", "orders"
  add_foreign_key "reviews", "products", on_delete: :cascade
  add_foreign_key "reviews", "users"
  add_foreign_key "shipment_lines", "order_lines"
  add_foreign_key "shipment_lines", "shipments", on_delete: :cascade
  add_foreign_key "shipments", "orders"
  add_foreign_key "shipments", "warehouses"
  add_foreign_key "stock_items", "variants"
  add_foreign_key "stock_items", "warehouses"
  add_foreign_key "stock_movements", "stock_items"
  add_foreign_key "support_tickets", "orders"
  add_foreign_key "support_tickets", "users"
  add_foreign_key "variants", "products", on_delete: :cascade
  add_foreign_key "variants_wishlists", "variants"
  add_foreign_key "variants_wishlists", "wishlists", on_delete: :cascade
  add_foreign_key "wishlists", "users", on_delete: :cascade
end
