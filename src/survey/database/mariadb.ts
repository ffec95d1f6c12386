import type { ServerCatalog } from './catalog.ts';
import { FUNCTIONS, LACKING, queriesOf, RELATIONS, typesOf, type VariableTables } from './mysql.ts';

const VARIABLES: VariableTables = {
  variables: 'information_schema.global_variables',
  status: 'information_schema.global_status',
};

/** MariaDB 10.5 and newer. */
export const MARIADB_CATALOG: ServerCatalog = {
  server: 'mariadb',
  begin: ({ statementTimeoutMs }) => [
    'SET SESSION TRANSACTION READ ONLY',
    // In seconds, with decimals. https://mariadb.com/kb/en/aborting-statements/
    `SET SESSION max_statement_time = ${statementTimeoutMs / 1000}`,
    'SET SESSION lock_wait_timeout = 2',
    'START TRANSACTION READ ONLY',
  ],
  queries: queriesOf('mariadb', VARIABLES),
  typesOf,
  relations: [...RELATIONS, VARIABLES.variables, VARIABLES.status],
  functions: FUNCTIONS,
  lacking: LACKING,
};
