import type { ServerCatalog } from './catalog.ts';

/** As everywhere in migdocs: one of `public` without its schema. */
const TABLE_NAME = `CASE WHEN n.nspname = 'public' THEN c.relname::text ELSE n.nspname::text || '.' || c.relname::text END`;

const UTC = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

const OF_USERS = `n.nspname::text !~ '^pg_' AND n.nspname <> 'information_schema'`;

const IN_SCHEMAS = `($1::text[] IS NULL OR n.nspname::text = ANY ($1::text[]))`;

const SERVER = `
SELECT 'server' AS kind, 'postgresql' AS name, current_setting('server_version') AS value
UNION ALL
SELECT 'taken_at', NULL, to_char(timezone('UTC', now()), ${UTC})
UNION ALL
SELECT 'counted_since', NULL, to_char(timezone('UTC', d.stats_reset), ${UTC})
  FROM pg_catalog.pg_stat_database AS d WHERE d.datname = current_database()
UNION ALL
SELECT 'activity', 'long_transactions', CASE
  WHEN pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') THEN (
    SELECT count(*)::text FROM pg_catalog.pg_stat_activity AS a
    WHERE a.datname = current_database() AND a.backend_type = 'client backend'
      AND a.pid <> pg_backend_pid() AND a.xact_start < now() - interval '1 minute') END
UNION ALL
SELECT 'activity', 'publications', count(*)::text FROM pg_catalog.pg_publication AS p
UNION ALL
SELECT 'activity', 'logical_slots', count(*)::text
  FROM pg_catalog.pg_replication_slots AS s
  WHERE s.slot_type = 'logical' AND s.database = current_database()
UNION ALL
SELECT 'activity', 'replicas', count(*)::text
  FROM pg_catalog.pg_stat_replication AS r`;

// `reset_val` is what a session of this account starts with; the survey sets its own time limits.
const SETTINGS = `
SELECT 'setting' AS kind, s.name AS name,
  s.reset_val || CASE WHEN s.unit IS NULL OR s.reset_val IN ('0', '-1') THEN '' ELSE s.unit END AS value
FROM pg_catalog.pg_settings AS s
WHERE s.name IN ('autovacuum', 'idle_in_transaction_session_timeout', 'lock_timeout',
  'maintenance_work_mem', 'max_connections', 'max_locks_per_transaction',
  'max_parallel_maintenance_workers', 'max_standby_streaming_delay', 'statement_timeout',
  'TimeZone', 'transaction_timeout', 'wal_level')
ORDER BY s.name`;

// The rows are what the planner takes: as dense as at the last ANALYZE, on as many pages as there
// are now. A partitioned table has no pages; its partitions are added up.
const TABLES = `
SELECT 'table' AS kind, ${TABLE_NAME} AS table_name,
  CASE WHEN p.oid IS NULL THEN NULL
    WHEN q.nspname = 'public' THEN p.relname::text
    ELSE q.nspname::text || '.' || p.relname::text END AS partition_of,
  CASE WHEN c.relkind = 'p' THEN NULL
    WHEN pg_relation_size(c.oid) = 0 THEN 0
    WHEN c.relpages > 0 AND c.reltuples >= 0 THEN round((c.reltuples / c.relpages
      * (pg_relation_size(c.oid) / current_setting('block_size')::bigint))::numeric) END AS row_count,
  pg_table_size(c.oid) AS bytes, pg_indexes_size(c.oid) AS index_bytes,
  s.n_dead_tup AS dead_rows, s.n_tup_ins + s.n_tup_upd + s.n_tup_del AS writes,
  to_char(timezone('UTC', greatest(s.last_analyze, s.last_autoanalyze)), ${UTC}) AS analyzed_at
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_stat_all_tables AS s ON s.relid = c.oid
LEFT JOIN pg_catalog.pg_inherits AS i ON i.inhrelid = c.oid AND c.relispartition
LEFT JOIN pg_catalog.pg_class AS p ON p.oid = i.inhparent
LEFT JOIN pg_catalog.pg_namespace AS q ON q.oid = p.relnamespace
WHERE c.relkind IN ('r', 'p', 'm') AND ${OF_USERS} AND ${IN_SCHEMAS}
ORDER BY 2`;

const INDEXES = `
SELECT 'index' AS kind, ${TABLE_NAME} AS table_name, x.relname::text AS name,
  CASE WHEN x.relkind = 'i' THEN pg_relation_size(x.oid) END AS bytes,
  s.idx_scan AS scans, i.indisvalid AS valid
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_stat_all_indexes AS s ON s.indexrelid = x.oid
WHERE c.relkind IN ('r', 'p', 'm') AND ${OF_USERS} AND ${IN_SCHEMAS}
ORDER BY 2, 3`;

// A view runs what its query calls, and a foreign table asks another server: neither is counted.
const TYPES = `
SELECT 'type' AS kind, ${TABLE_NAME} AS table_name, a.attname::text AS name,
  format_type(a.atttypid, NULL) AS value
FROM pg_catalog.pg_attribute AS a
JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'm') AND ${TABLE_NAME} = ANY ($1::text[])
ORDER BY 2, 3`;

/** PostgreSQL 10 and newer. */
export const POSTGRESQL_CATALOG: ServerCatalog = {
  server: 'postgresql',
  begin: ({ statementTimeoutMs }) => [
    'BEGIN READ ONLY',
    // No function or operator that someone put into another schema is found.
    // https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATTERNS
    'SET LOCAL search_path = pg_catalog',
    `SET LOCAL statement_timeout = ${statementTimeoutMs}`,
    'SET LOCAL lock_timeout = 2000',
    'SET LOCAL idle_in_transaction_session_timeout = 60000',
  ],
  queries: [
    { about: 'the server, and what goes on in it', sql: SERVER },
    { about: 'settings that decide what a migration does', sql: SETTINGS },
    { about: 'sizes and statistics of tables', sql: TABLES, bySchema: true },
    { about: 'sizes and use of indexes', sql: INDEXES, bySchema: true },
  ],
  typesOf: (tables) => ({ sql: TYPES, values: [tables] }),
  relations: [
    'pg_catalog.pg_attribute',
    'pg_catalog.pg_class',
    'pg_catalog.pg_index',
    'pg_catalog.pg_inherits',
    'pg_catalog.pg_namespace',
    'pg_catalog.pg_publication',
    'pg_catalog.pg_replication_slots',
    'pg_catalog.pg_settings',
    'pg_catalog.pg_stat_activity',
    'pg_catalog.pg_stat_all_indexes',
    'pg_catalog.pg_stat_all_tables',
    'pg_catalog.pg_stat_database',
    'pg_catalog.pg_stat_replication',
  ],
  functions: [
    'count',
    'current_database',
    'current_setting',
    'format_type',
    'greatest',
    'length',
    'max',
    'now',
    'pg_backend_pid',
    'pg_has_role',
    'pg_indexes_size',
    'pg_relation_size',
    'pg_table_size',
    'pg_typeof',
    'round',
    'timezone',
    'to_char',
  ],
  // insufficient_privilege
  lacking: ['42501'],
};
