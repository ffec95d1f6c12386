import type { Dialect } from '../../dialect/dialect.ts';
import type { Domain, Enum, Extension, Schema, Sequence } from '../../model/schema.ts';
import { checkClause } from './constraints.ts';
import { dialectOf, statement } from './statement.ts';

/**
 * CREATE TYPE for the enum. Active Record's `create_enum` sends it inside a DO block that skips it
 * when the type is there already.
 */
export function enumSql(type: Enum, schema: Schema): readonly string[] {
  const dialect = dialectOf(schema);
  const values = type.values.map((value) => dialect.quoteString(value)).join(', ');
  return [statement(`CREATE TYPE ${dialect.quoteTable(type.name)} AS ENUM (${values})`)];
}

export function domainSql(domain: Domain, schema: Schema): readonly string[] {
  const dialect = dialectOf(schema);
  const parts = [
    `CREATE DOMAIN ${dialect.quoteTable(domain.name)} AS ${domain.type}`,
    domain.default === null ? '' : `DEFAULT ${dialect.defaultSql(domain.default, domain.type)}`,
    domain.nullable ? '' : 'NOT NULL',
    ...domain.checkConstraints.map((check) => checkClause(check, dialect)),
  ];
  return [statement(parts.filter((part) => part !== '').join(' '))];
}

/** CREATE SEQUENCE, and OWNED BY when it belongs to a column. */
export function sequenceSql(sequence: Sequence, schema: Schema): readonly string[] {
  const dialect = dialectOf(schema);
  const create = `CREATE SEQUENCE ${dialect.quoteTable(sequence.name)} ${sequence.options}`;
  return [statement(create), ...sequenceOwnerSql(sequence, dialect)];
}

export function sequenceOwnerSql(sequence: Sequence, dialect: Dialect): readonly string[] {
  if (sequence.ownedBy === null) return [];
  const name = dialect.quoteTable(sequence.name);
  return [statement(`ALTER SEQUENCE ${name} OWNED BY ${dialect.quoteTable(sequence.ownedBy)}`)];
}

/** As `enable_extension` sends it: a name such as `pg_catalog.plpgsql` names the schema in front. */
export function extensionSql(extension: Extension, schema: Schema): readonly string[] {
  const dialect = dialectOf(schema);
  const [name = '', namespace] = extension.name.split('.').reverse();
  const parts = [
    `CREATE EXTENSION IF NOT EXISTS ${dialect.quoteIdentifier(name)}`,
    namespace === undefined ? '' : `SCHEMA ${dialect.quoteIdentifier(namespace)}`,
    extension.version === null ? '' : `VERSION ${dialect.quoteString(extension.version)}`,
  ];
  return [statement(parts.filter((part) => part !== '').join(' '))];
}

export function namespaceSql(namespace: string, schema: Schema): readonly string[] {
  return [statement(`CREATE SCHEMA ${dialectOf(schema).quoteIdentifier(namespace)}`)];
}
