import { dialectFor } from '../../dialect/index.ts';
import type { Engine } from '../../model/engine.ts';
import type { Column } from '../../model/schema.ts';
import { code, columnType, defaultValue, symbol, text } from '../ruby.ts';
import { sqlName } from '../sql-name.ts';
import { batchedUpdate, columnValue, isNull } from './backfill.ts';
import type { Audience } from './check-constraint.ts';
import { notNullByCheck } from './not-null.ts';

/** A column with a default that is computed or required: added empty, then filled, then made NOT NULL. */
export function addColumnInStages(table: string, column: Column, audience: Audience): string {
  const target = `${symbol(table)}, ${symbol(column.name)}`;
  const value = column.default;
  const setDefault =
    value === null
      ? []
      : [`change_column_default ${target}, from: nil, to: ${defaultValue(value)}`];
  const last = column.nullable ? [] : ['', ...notNull(table, column.name, audience)];
  return code(
    '# Migration 1: no row is written',
    `add_column ${target}, ${columnType(column.type)}`,
    ...setDefault,
    '',
    '# Migration 2: fills the rows that are there',
    ...batchedUpdate(
      table,
      assignment(column, audience.engine),
      isNull(column.name),
      value === null ? ['value = nil # to be decided: what the rows that are there get'] : [],
    ),
    ...last,
  );
}

function assignment({ name, default: value }: Column, engine: Engine): string {
  if (value?.kind === 'expression') return text(`${sqlName(name, engine)} = ${value.sql}`);
  return columnValue(name, value === null ? 'value' : defaultValue(value));
}

function notNull(table: string, column: string, audience: Audience): readonly string[] {
  if (dialectFor(audience.engine).validatesConstraintsSeparately) {
    return [notNullByCheck(table, column, audience, 3)];
  }
  return [
    '# Migration 3, when no NULL is left',
    `change_column_null ${symbol(table)}, ${symbol(column)}, false`,
  ];
}
