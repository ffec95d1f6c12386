import type { Column, ColumnDefault, Table } from '../../../../model/schema.ts';
import { qualified, quoted } from '../names.ts';
import { expressionSql, type PrintContext, typeSql } from './context.ts';
import { isNotNullInherited, lacksDefault } from './inheritance.ts';
import { literalDefault } from './literal.ts';
import { hasSeparateDefault } from './sequences.ts';

/** A column's line in CREATE TABLE, without its comma. */
export function columnLine(column: Column, table: Table, context: PrintContext): string {
  return [
    quoted(column.name),
    typeSql(column.type, context),
    valueClause(column, table, context),
    isNotNullInherited(column, table, context.schema) ? '' : notNull(column),
    column.collation === null ? '' : `COLLATE ${collationSql(column.collation, context)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Since PostgreSQL 18 NOT NULL has a name, which is printed where it is not the server's choice. */
function notNull({ nullable, notNullName }: Column): string {
  if (nullable) return '';
  return notNullName === undefined ? 'NOT NULL' : `CONSTRAINT ${quoted(notNullName)} NOT NULL`;
}

function valueClause(column: Column, table: Table, context: PrintContext): string {
  if (column.generated) {
    const { expression, stored } = column.generated;
    const computed = `GENERATED ALWAYS AS (${expressionSql(expression, context)})`;
    return stored ? `${computed} STORED` : computed;
  }
  // A partition states all its columns; without a word on it, this one had the parent's default.
  if (lacksDefault(column, table, context.schema)) return 'DEFAULT NULL';
  if (column.default === null || hasSeparateDefault(column, table, context.schema)) return '';
  return `DEFAULT ${defaultText(column.default, column.type, context)}`;
}

/** A default as pg_get_expr() prints it. */
export function defaultText(value: ColumnDefault, type: string, context: PrintContext): string {
  if (value.kind === 'expression') return expressionSql(value.sql, context);
  return literalDefault(value.value, type, (name) => context.known.types.has(name));
}

/** Collations that the schema does not make are the server's own. */
export function collationSql(name: string, { schema }: PrintContext): string {
  const isMade = (schema.objects ?? []).some(
    (object) => object.type === 'collation' && object.name === name,
  );
  return isMade || name.includes('.') ? qualified(name) : `pg_catalog.${quoted(name)}`;
}
