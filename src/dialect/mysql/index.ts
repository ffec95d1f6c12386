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
};
