import type { CatalogQuery, ServerCatalog, SurveyStatement } from './catalog.ts';

const UTC = `'%Y-%m-%dT%H:%i:%sZ'`;

const TABLES = `
SELECT 'table' AS kind, t.table_name AS table_name, t.table_rows AS row_count,
  t.data_length AS bytes, t.index_length AS index_bytes
FROM information_schema.tables AS t
WHERE t.table_schema = database() AND t.table_type = 'BASE TABLE'
ORDER BY 2`;

const INDEXES = `
SELECT DISTINCT 'index' AS kind, s.table_name AS table_name, s.index_name AS name
FROM information_schema.statistics AS s
WHERE s.table_schema = database()
ORDER BY 2, 3`;

// A server that does not run the Performance Schema gives no rows.
const WRITES = `
SELECT 'table_statistics' AS kind, w.object_name AS table_name, w.count_write AS writes
FROM performance_schema.table_io_waits_summary_by_table AS w
WHERE w.object_type = 'TABLE' AND w.object_schema = database()
ORDER BY 2`;

const SCANS = `
SELECT 'index_statistics' AS kind, w.object_name AS table_name, w.index_name AS name,
  w.count_read AS scans
FROM performance_schema.table_io_waits_summary_by_index_usage AS w
WHERE w.object_type = 'TABLE' AND w.object_schema = database() AND w.index_name IS NOT NULL
ORDER BY 2, 3`;

// InnoDB shows the start of a transaction in the time zone of the system, whatever the session's is.
const ACTIVITY = `
SELECT 'activity' AS kind, 'long_transactions' AS name, count(*) AS value
FROM information_schema.innodb_trx AS x
WHERE x.trx_started < convert_tz(utc_timestamp(), '+00:00', 'SYSTEM') - INTERVAL 1 MINUTE
UNION ALL
SELECT 'activity', 'replicas', count(*)
FROM information_schema.processlist AS p WHERE p.command LIKE 'Binlog Dump%'`;

/** A partition's statistics stand under `table#P#partition`, with a small p from MySQL 8 on. */
const WHOLE_TABLE = `substring_index(substring_index(s.table_name, '#P#', 1), '#p#', 1)`;

const ANALYZED = `
SELECT 'table_statistics' AS kind, ${WHOLE_TABLE} AS table_name,
  date_format('1970-01-01' + INTERVAL min(unix_timestamp(s.last_update)) SECOND, ${UTC}) AS analyzed_at
FROM mysql.innodb_table_stats AS s
WHERE s.database_name = database()
GROUP BY 2
ORDER BY 2`;

// A view runs what its query calls: it is not counted.
const TYPES = `
SELECT 'type' AS kind, c.table_name AS table_name, c.column_name AS name, c.data_type AS value
FROM information_schema.columns AS c
JOIN information_schema.tables AS t
  ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
WHERE c.table_schema = database() AND find_in_set(c.table_name, ?) > 0
ORDER BY 2, 3`;

/** Where a server keeps its variables; that is not the same in MySQL and MariaDB. */
export interface VariableTables {
  readonly variables: string;
  readonly status: string;
}

/** Settings of either server; the ones that it does not have give no row. */
const SETTINGS = [
  'alter_algorithm',
  'binlog_format',
  'default_storage_engine',
  'foreign_key_checks',
  'gtid_mode',
  'gtid_strict_mode',
  'innodb_default_row_format',
  'innodb_file_per_table',
  'innodb_instant_alter_column_allowed',
  'innodb_lock_wait_timeout',
  'innodb_online_alter_log_max_size',
  'innodb_strict_mode',
  'lock_wait_timeout',
  'log_bin',
  'lower_case_table_names',
  'max_connections',
  'max_execution_time',
  'max_statement_time',
  'old_alter_table',
  'performance_schema',
  'read_only',
  'sql_generate_invisible_primary_key',
  'sql_mode',
  'sql_require_primary_key',
  'time_zone',
  'wsrep_on',
  'wsrep_osu_method',
];

/** The queries of a server of the MySQL family. */
export function queriesOf(
  server: 'mysql' | 'mariadb',
  { variables, status }: VariableTables,
): readonly CatalogQuery[] {
  const serverItself = `
SELECT 'server' AS kind, '${server}' AS name, version() AS value
UNION ALL
SELECT 'taken_at', NULL, date_format(utc_timestamp(), ${UTC})
UNION ALL
SELECT 'counted_since', NULL,
  date_format(utc_timestamp() - INTERVAL u.variable_value SECOND, ${UTC})
FROM ${status} AS u WHERE u.variable_name = 'Uptime'`;
  const settings = `
SELECT 'setting' AS kind, lower(v.variable_name) AS name, v.variable_value AS value
FROM ${variables} AS v
WHERE v.variable_name IN (${SETTINGS.map((name) => `'${name}'`).join(', ')})
ORDER BY 2`;
  const indexBytes = `
SELECT 'index_statistics' AS kind, ${WHOLE_TABLE} AS table_name, s.index_name AS name,
  sum(s.stat_value) * max(v.variable_value) AS bytes
FROM mysql.innodb_index_stats AS s
JOIN ${variables} AS v ON v.variable_name = 'innodb_page_size'
WHERE s.database_name = database() AND s.stat_name = 'size'
GROUP BY 2, 3
ORDER BY 2, 3`;
  return [
    { about: 'the server', sql: serverItself },
    { about: 'settings that decide what a migration does', sql: settings },
    { about: 'sizes of tables', sql: TABLES },
    { about: 'indexes', sql: INDEXES },
    { about: 'writes to tables', sql: WRITES, needs: 'SELECT on performance_schema' },
    { about: 'use of indexes', sql: SCANS, needs: 'SELECT on performance_schema' },
    {
      about: 'when statistics were made',
      sql: ANALYZED,
      needs: 'SELECT on mysql.innodb_table_stats',
    },
    { about: 'sizes of indexes', sql: indexBytes, needs: 'SELECT on mysql.innodb_index_stats' },
    { about: 'open transactions and replicas', sql: ACTIVITY, needs: 'PROCESS' },
  ];
}

/** The types of columns; a name with a comma cannot be asked for. */
export function typesOf(tables: readonly string[]): SurveyStatement {
  return { sql: TYPES, values: [tables.join(',')] };
}

/** Catalogs that both servers have. */
export const RELATIONS = [
  'information_schema.columns',
  'information_schema.innodb_trx',
  'information_schema.processlist',
  'information_schema.statistics',
  'information_schema.tables',
  'mysql.innodb_index_stats',
  'mysql.innodb_table_stats',
  'performance_schema.table_io_waits_summary_by_index_usage',
  'performance_schema.table_io_waits_summary_by_table',
];

export const FUNCTIONS = [
  'char_length',
  'coalesce',
  'convert_tz',
  'count',
  'database',
  'date_format',
  'find_in_set',
  'lower',
  'max',
  'min',
  'substring_index',
  'sum',
  'unix_timestamp',
  'utc_timestamp',
  'version',
];

/**
 * Denied access to a database, a table, a column; a privilege that is missing; a catalog or a column
 * of it that this release does not have.
 */
export const LACKING = ['1044', '1142', '1143', '1227', '1054', '1109', '1146'];

const VARIABLES: VariableTables = {
  variables: 'performance_schema.global_variables',
  status: 'performance_schema.global_status',
};

/** MySQL 8.0 and newer. */
export const MYSQL_CATALOG: ServerCatalog = {
  server: 'mysql',
  begin: ({ statementTimeoutMs }) => [
    'SET SESSION TRANSACTION READ ONLY',
    `SET SESSION max_execution_time = ${statementTimeoutMs}`,
    'SET SESSION lock_wait_timeout = 2',
    // Else the figures may be a day old. With 0 they are neither stored nor taken from the cache.
    // https://dev.mysql.com/doc/refman/8.0/en/information-schema-optimization.html
    'SET SESSION information_schema_stats_expiry = 0',
    'START TRANSACTION READ ONLY',
  ],
  queries: queriesOf('mysql', VARIABLES),
  typesOf,
  relations: [...RELATIONS, VARIABLES.variables, VARIABLES.status],
  functions: FUNCTIONS,
  lacking: LACKING,
};
