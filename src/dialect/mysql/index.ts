import type { Dialect } from '../dialect.ts';
import { castLiteral, defaultSql, literalForm, literalFromSql } from './defaults.ts';
import { implicitForeignKeyIndex } from './implicit-index.ts';
import { quoteIdentifier, quoteString, quoteTable } from './quoting.ts';
import { fromRails, primaryKeyColumn, toRails } from './rails-types.ts';
import { serverOf } from './server.ts';
import { storedExpression } from './stored-expression/index.ts';
import { canonicalType } from './types.ts';

export const mysql: Dialect = {
  engine: 'mysql',
  supportsTransactionalDdl: false,
  supportsConcurrentIndexBuild: false,
  validatesConstraintsSeparately: false,
  supportsEnumTypes: false,
  supportsColumnPosition: true,
  altersColumnsInPlace: true,
  viewsFollowRenames: false,
  maxIdentifierLength: 64,
  quoteIdentifier,
  quoteTable,
  quoteString,
  defaultSql,
  types: {
    fromRails,
    toRails,
    canonical: canonicalType,
    castLiteral,
    literalFromSql,
    literalForm,
    primaryKeyColumn,
  },
  implicitForeignKeyIndex,
  storedExpression,
  serverOf,
  supportsPrefixLength: true,
  tablesHaveCharset: true,
  restatesColumns: true,
  printsParentsQuoted: false,
  foldsAndCutsNames: false,
  qualifier: 'database',
  // Seconds: 31,536,000 by default on MySQL, 86,400 on MariaDB.
  // https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_lock_wait_timeout
  // https://mariadb.com/kb/en/server-system-variables/#lock_wait_timeout
  lockTimeout: {
    setting: 'lock_wait_timeout',
    value: '5',
    unlessSet: ({ name }) => (name === 'mariadb' ? 'for up to a day' : 'for up to a year'),
    alsoSetBy: 'the server',
    isLimit: (value) => Number.parseInt(value, 10) < 86_400,
    statement: () => 'SET SESSION lock_wait_timeout = 5',
  },
};
