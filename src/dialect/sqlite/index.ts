import type { Dialect } from '../dialect.ts';
import { castLiteral, defaultSql, literalForm, literalFromSql } from './defaults.ts';
import { quoteIdentifier, quoteString, quoteTable } from './quoting.ts';
import { fromRails, primaryKeyColumn, toRails } from './rails-types.ts';
import { canonicalType } from './types.ts';

export const sqlite: Dialect = {
  engine: 'sqlite',
  supportsTransactionalDdl: true,
  supportsConcurrentIndexBuild: false,
  validatesConstraintsSeparately: false,
  supportsEnumTypes: false,
  supportsColumnPosition: false,
  altersColumnsInPlace: false,
  viewsFollowRenames: true,
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
  implicitForeignKeyIndex: () => null,
  storedExpression: (sql) => sql,
  serverOf: () => null,
  supportsPrefixLength: false,
  tablesHaveCharset: false,
  restatesColumns: false,
  printsParentsQuoted: false,
  foldsAndCutsNames: false,
  qualifier: 'database',
  lockTimeout: null,
};
