/** What an extension brings along that SQL can name. */
export interface ExtensionNames {
  readonly types?: readonly string[];
  readonly functions?: readonly string[];
  /** Those that an index does not take by itself. */
  readonly operatorClasses?: readonly string[];
  readonly relations?: readonly string[];
}

/** Names, separated by blanks. */
function words(text: string): readonly string[] {
  return text.split(' ');
}

/**
 * Names of the extensions of PostgreSQL 15, from its catalogs, without the functions that only
 * operators and indexes call.
 *
 * @see {@link https://www.postgresql.org/docs/15/contrib.html | Additional supplied modules}
 */
export const EXTENSION_NAMES: { readonly [extension: string]: ExtensionNames } = {
  amcheck: {
    functions: words('bt_index_check bt_index_parent_check verify_heapam'),
  },
  autoinc: {
    functions: words('autoinc'),
  },
  btree_gist: {
    types: words('gbtreekey16 gbtreekey2 gbtreekey32 gbtreekey4 gbtreekey8 gbtreekey_var'),
    functions: words(
      'cash_dist date_dist float4_dist float8_dist int2_dist int4_dist int8_dist ' +
        'interval_dist oid_dist time_dist ts_dist tstz_dist',
    ),
  },
  citext: {
    types: words('citext'),
    functions: words('citext citext_larger citext_pattern_cmp citext_smaller citextsend'),
    operatorClasses: words('citext_ops citext_pattern_ops'),
  },
  cube: {
    types: words('cube'),
    functions: words(
      'cube cube_cmp cube_contained cube_contains cube_coord cube_coord_llur cube_dim ' +
        'cube_distance cube_enlarge cube_inter cube_is_point cube_ll_coord cube_overlap ' +
        'cube_send cube_size cube_subset cube_union cube_ur_coord distance_chebyshev ' +
        'distance_taxicab',
    ),
    operatorClasses: words('cube_ops gist_cube_ops'),
  },
  dblink: {
    types: words('dblink_pkey_results'),
    functions: words(
      'dblink dblink_build_sql_delete dblink_build_sql_insert dblink_build_sql_update ' +
        'dblink_cancel_query dblink_close dblink_connect dblink_connect_u ' +
        'dblink_current_query dblink_disconnect dblink_error_message dblink_exec ' +
        'dblink_fdw_validator dblink_fetch dblink_get_connections dblink_get_notify ' +
        'dblink_get_pkey dblink_get_result dblink_is_busy dblink_open dblink_send_query',
    ),
  },
  earthdistance: {
    types: words('earth'),
    functions: words(
      'earth earth_box earth_distance gc_to_sec geo_distance latitude ll_to_earth ' +
        'longitude sec_to_gc',
    ),
  },
  file_fdw: {
    functions: words('file_fdw_handler file_fdw_validator'),
  },
  fuzzystrmatch: {
    functions: words(
      'difference dmetaphone dmetaphone_alt levenshtein levenshtein_less_equal ' +
        'metaphone soundex text_soundex',
    ),
  },
  hstore: {
    types: words('ghstore hstore'),
    functions: words(
      'akeys avals defined delete each exist exists_all exists_any fetchval hs_concat ' +
        'hs_contained hs_contains hstore hstore_cmp hstore_hash hstore_hash_extended ' +
        'hstore_send hstore_to_array hstore_to_json hstore_to_json_loose hstore_to_jsonb ' +
        'hstore_to_jsonb_loose hstore_to_matrix hstore_version_diag isdefined isexists ' +
        'populate_record skeys slice slice_array svals tconvert',
    ),
    operatorClasses: words('btree_hstore_ops gin_hstore_ops gist_hstore_ops hash_hstore_ops'),
  },
  insert_username: {
    functions: words('insert_username'),
  },
  intagg: {
    functions: words('int_array_aggregate int_array_enum'),
  },
  intarray: {
    types: words('intbig_gkey query_int'),
    functions: words(
      'boolop icount idx intarray_del_elem intarray_push_array intarray_push_elem ' +
        'intset intset_subtract intset_union_elem rboolop sort sort_asc sort_desc ' +
        'subarray uniq',
    ),
    operatorClasses: words('gin__int_ops gist__int_ops gist__intbig_ops'),
  },
  isn: {
    types: words('ean13 isbn isbn13 ismn ismn13 issn issn13 upc'),
    functions: words('is_valid isbn isbn13 ismn ismn13 isn_weak issn issn13 make_valid upc'),
    operatorClasses: words(
      'ean13_ops isbn13_ops isbn_ops ismn13_ops ismn_ops issn13_ops issn_ops upc_ops',
    ),
  },
  lo: {
    types: words('lo'),
    functions: words('lo_manage lo_oid'),
  },
  ltree: {
    types: words('lquery ltree ltree_gist ltxtquery'),
    functions: words(
      '_lt_q_regex _lt_q_rregex _ltq_extract_regex _ltq_regex _ltq_rregex _ltxtq_exec ' +
        '_ltxtq_extract_exec _ltxtq_rexec index lca lquery_send lt_q_regex lt_q_rregex ' +
        'ltq_regex ltq_rregex ltree2text ltree_addltree ltree_addtext ltree_cmp ' +
        'ltree_isparent ltree_risparent ltree_send ltree_textadd ltxtq_exec ltxtq_rexec ' +
        'ltxtq_send nlevel subltree subpath text2ltree',
    ),
    operatorClasses: words('gist__ltree_ops gist_ltree_ops ltree_ops'),
  },
  moddatetime: {
    functions: words('moddatetime'),
  },
  old_snapshot: {
    functions: words('pg_old_snapshot_time_mapping'),
  },
  pageinspect: {
    functions: words(
      'brin_metapage_info brin_page_items brin_page_type brin_revmap_data bt_metap ' +
        'bt_page_items bt_page_stats fsm_page_contents get_raw_page hash_bitmap_info ' +
        'hash_metapage_info hash_page_items hash_page_stats hash_page_type ' +
        'heap_page_item_attrs heap_page_items heap_tuple_infomask_flags page_checksum ' +
        'page_header tuple_data_split',
    ),
  },
  pg_buffercache: {
    functions: words('pg_buffercache_pages'),
    relations: words('pg_buffercache'),
  },
  pg_freespacemap: {
    functions: words('pg_freespace'),
  },
  pg_prewarm: {
    functions: words('autoprewarm_dump_now autoprewarm_start_worker pg_prewarm'),
  },
  pg_stat_statements: {
    functions: words('pg_stat_statements pg_stat_statements_info pg_stat_statements_reset'),
    relations: words('pg_stat_statements pg_stat_statements_info'),
  },
  pg_surgery: {
    functions: words('heap_force_freeze heap_force_kill'),
  },
  pg_trgm: {
    types: words('gtrgm'),
    functions: words(
      'set_limit show_limit show_trgm similarity similarity_dist strict_word_similarity ' +
        'word_similarity',
    ),
    operatorClasses: words('gin_trgm_ops gist_trgm_ops'),
  },
  pg_visibility: {
    functions: words(
      'pg_check_frozen pg_check_visible pg_truncate_visibility_map pg_visibility ' +
        'pg_visibility_map pg_visibility_map_summary',
    ),
  },
  pg_walinspect: {
    functions: words(
      'pg_get_wal_record_info pg_get_wal_records_info ' +
        'pg_get_wal_records_info_till_end_of_wal pg_get_wal_stats ' +
        'pg_get_wal_stats_till_end_of_wal',
    ),
  },
  pgcrypto: {
    functions: words(
      'armor crypt dearmor decrypt decrypt_iv digest encrypt encrypt_iv ' +
        'gen_random_bytes gen_salt hmac pgp_armor_headers pgp_key_id pgp_pub_decrypt ' +
        'pgp_pub_decrypt_bytea pgp_pub_encrypt pgp_pub_encrypt_bytea pgp_sym_decrypt ' +
        'pgp_sym_decrypt_bytea pgp_sym_encrypt pgp_sym_encrypt_bytea',
    ),
  },
  pgrowlocks: {
    functions: words('pgrowlocks'),
  },
  pgstattuple: {
    functions: words(
      'pg_relpages pgstatginindex pgstathashindex pgstatindex pgstattuple ' + 'pgstattuple_approx',
    ),
  },
  postgres_fdw: {
    functions: words(
      'postgres_fdw_disconnect postgres_fdw_disconnect_all postgres_fdw_get_connections ' +
        'postgres_fdw_handler postgres_fdw_validator',
    ),
  },
  refint: {
    functions: words('check_foreign_key check_primary_key'),
  },
  seg: {
    types: words('seg'),
    functions: words(
      'seg_center seg_cmp seg_contained seg_contains seg_different seg_inter seg_left ' +
        'seg_lower seg_over_left seg_over_right seg_overlap seg_right seg_same seg_size ' +
        'seg_union seg_upper',
    ),
    operatorClasses: words('gist_seg_ops seg_ops'),
  },
  sslinfo: {
    functions: words(
      'ssl_cipher ssl_client_cert_present ssl_client_dn ssl_client_dn_field ' +
        'ssl_client_serial ssl_extension_info ssl_is_used ssl_issuer_dn ssl_issuer_field ' +
        'ssl_version',
    ),
  },
  tablefunc: {
    types: words('tablefunc_crosstab_2 tablefunc_crosstab_3 tablefunc_crosstab_4'),
    functions: words('connectby crosstab crosstab2 crosstab3 crosstab4 normal_rand'),
  },
  tcn: {
    functions: words('triggered_change_notification'),
  },
  unaccent: {
    functions: words('unaccent'),
  },
  'uuid-ossp': {
    functions: words(
      'uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4 ' +
        'uuid_generate_v5 uuid_nil uuid_ns_dns uuid_ns_oid uuid_ns_url uuid_ns_x500',
    ),
  },
  xml2: {
    functions: words(
      'xml_encode_special_chars xml_valid xpath_bool xpath_list xpath_nodeset ' +
        'xpath_number xpath_string xpath_table xslt_process',
    ),
  },
};
