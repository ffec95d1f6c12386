import type { Dialect } from '../dialect.ts';
import { castLiteral, defaultSql, literalForm, literalFromSql } from './defaults.ts';
import { quoteIdentifier, quoteString, quoteTable } from './quoting.ts';
import { fromRails, primaryKeyColumn, toRails } from './rails-types.ts';
import { storedExpression } from './stored-expression/index.ts';
import { canonicalType } from './types.ts';

export const postgresql: Dialect = {
  engine: 'postgresql',
  supportsTransactionalDdl: true,
  supportsConcurrentIndexBuild: true,
  validatesConstraintsSeparately: true,
  supportsEnumTypes: true,
  supportsColumnPosition: false,
  altersColumnsInPlace: true,
  viewsFollowRenames: true,
  maxIdentifierLength: 63,
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
  implicitForeignKeyIndex: () => null,
  storedExpression,
  serverOf: () => null,
  supportsPrefixLength: false,
  tablesHaveCharset: false,
  restatesColumns: false,
  printsParentsQuoted: true,
  foldsAndCutsNames: true,
  qualifier: 'schema',
  // 0, the default, waits without end.
  // https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT
  lockTimeout: {
    setting: 'lock_timeout',
    value: '5s',
    unlessSet: () => 'without end',
    alsoSetBy: 'the role or the server',
    isLimit: (value) => /[1-9]/.test(value),
    statement: (inTransaction) => `SET ${inTransaction ? 'LOCAL ' : ''}lock_timeout = '5s'`,
  },
};
