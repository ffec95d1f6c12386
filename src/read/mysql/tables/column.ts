import { literalFromSql } from '../../../dialect/mysql/defaults.ts';
import { INTEGER_WIDTHS } from '../../../dialect/mysql/integer-widths.ts';
import { storedExpression } from '../../../dialect/mysql/stored-expression/index.ts';
import { canonicalType, splitType } from '../../../dialect/mysql/types.ts';
import { own } from '../../../model/own.ts';
import type { Column, ColumnDefault, Table } from '../../../model/schema.ts';
import { NotTold } from '../not-told.ts';
import { type MysqlScope, serverIn } from '../scope.ts';
import type { StatedColumn, StatedDefault } from '../stated/stated.ts';
import { characterSetOf, collationOfCharset, isTableCollation } from './charset.ts';
import { columnType, isMariadb, nationalCharset } from './column-type.ts';

/** What of a table decides over its columns. */
export type ColumnOwner = Pick<Table, 'charset' | 'collation' | 'options' | 'primaryKey'>;

/**
 * A column as the server keeps it in that table.
 *
 * @throws {NotTold} when what it says is not certain, such as the collation of a bare character set.
 */
export function modelColumn(stated: StatedColumn, owner: ColumnOwner, scope: MysqlScope): Column {
  const type = columnType(stated, owner, scope);
  const isKey =
    stated.key === 'primary' || (owner.primaryKey?.columns.includes(stated.name) ?? false);
  const isSerial = /^serial$/i.test(stated.type);
  return {
    name: stated.name,
    type,
    // MySQL makes the columns of a primary key NOT NULL without being told.
    nullable: (stated.nullable ?? true) && !isKey && !isSerial,
    default: defaultOf(stated, type, scope),
    autoIncrement: stated.autoIncrement || isSerial ? 'autoIncrement' : null,
    generated: stated.generated,
    collation: collationOf(stated, owner, scope),
    comment: stated.comment === '' ? null : stated.comment,
    extraOptions: [],
    ...extras(stated, scope),
    ...(statesCollation(stated, owner, scope) && { statesCollation: true }),
  };
}

/**
 * MySQL 8 keeps that a statement gave a collation. Its dump then shows the character set with it; a
 * dump that shows the collation alone shows the table's.
 */
function statesCollation(stated: StatedColumn, owner: ColumnOwner, scope: MysqlScope): boolean {
  if (isMariadb(scope)) return false;
  const { charset, collation } = stated;
  const isStated =
    scope.charsets === null
      ? charset !== null && collation !== null
      : charset !== null || collation !== null;
  return isStated && collationOf(stated, owner, scope) === null;
}

function extras(
  stated: StatedColumn,
  scope: MysqlScope,
): Pick<Column, 'onUpdate' | 'displayWidth' | 'attributes'> {
  const width = displayWidth(stated.type);
  return {
    ...(stated.onUpdate !== null &&
      !saysUpdate(stated) && { onUpdate: storedUpdate(stated.onUpdate, scope) }),
    ...(width !== null && { displayWidth: width }),
    ...(stated.attributes.length > 0 && { attributes: stated.attributes.join(' ') }),
  };
}

/** As the server prints it. */
function storedUpdate(sql: string, scope: MysqlScope): string {
  const { name: server } = serverIn(scope);
  return storedExpression(sql, { place: 'default', columns: [], enums: [], server });
}

const NOW = /^(?:current_timestamp|now|localtime(?:stamp)?)\b/i;

/** Rails reads both clauses as one default where they are of the same kind. */
function saysUpdate({ default: value, onUpdate }: StatedColumn): boolean {
  return onUpdate !== null && value?.kind === 'expression' && NOW.test(value.sql);
}

function defaultOf(stated: StatedColumn, type: string, scope: MysqlScope): ColumnDefault | null {
  const { default: value, onUpdate } = stated;
  if (value === null) return null;
  if (saysUpdate(stated) && value.kind === 'expression') {
    return { kind: 'expression', sql: `${value.sql} ON UPDATE ${onUpdate}` };
  }
  // Rails has no value for the zero date, which it leaves out of schema.rb; a dump shows it.
  if (scope.charsets === null && value.kind === 'literal' && /^0000-00-00\b/.test(value.text)) {
    return { kind: 'literal', value: value.text };
  }
  return modelDefault(value, type);
}

/** A default as the model has it: literals as values of the column's type. */
export function modelDefault(value: StatedDefault, type: string): ColumnDefault | null {
  if (value.kind === 'expression') return value;
  if (type.startsWith('bit(') && /^\d+$/.test(value.text)) {
    return { kind: 'literal', value: `b'${BigInt(value.text).toString(2)}'` };
  }
  const literal = literalFromSql(value.text, type);
  return literal === null ? null : { kind: 'literal', value: literal };
}

/** A width that is not the type's own; that of `tinyint(1)` stands in the type. */
function displayWidth(written: string): number | null {
  const { base, modifier, attributes } = splitType(written);
  const canonical = splitType(canonicalType(base)).base;
  const [signed, unsigned] = own(INTEGER_WIDTHS, canonical) ?? [];
  if (modifier === null || signed === undefined) return null;
  const width = Number(modifier);
  const byDefault = /unsigned|zerofill/.test(attributes) ? unsigned : signed;
  return width === byDefault || (canonical === 'tinyint' && width === 1) ? null : width;
}

/** Null where the column has what its table has. */
function collationOf(
  { type, charset, collation }: StatedColumn,
  owner: ColumnOwner,
  scope: MysqlScope,
): string | null {
  if (/^json$/i.test(type) && isMariadb(scope)) return otherThanTable('utf8mb4_bin', owner);
  if (collation !== null) return otherThanTable(spelled(collation.toLowerCase(), scope), owner);
  const name = charset?.toLowerCase() ?? nationalCharset(type);
  if (name === null) return null;
  if (name === characterSetOf(owner) && isTableCollation(null, owner)) return null;
  const ofCharset = collationOfCharset(name, serverIn(scope));
  if (ofCharset === null) {
    throw new NotTold(`the collation of the character set ${name} depends on the server`);
  }
  return otherThanTable(spelled(ofCharset, scope), owner);
}

function spelled(collation: string, { charsets }: MysqlScope): string {
  return charsets?.columnCollation(collation) ?? collation;
}

function otherThanTable(collation: string, owner: ColumnOwner): string | null {
  return isTableCollation(collation, owner) ? null : collation;
}
