import type { AlterTableType, ColumnDef } from '@pgsql/types';
import { literalFromSql } from '../../../dialect/postgresql/defaults.ts';
import type { OperationBody } from '../../../model/operation.ts';
import { type Column, type ColumnDefault, findColumn } from '../../../model/schema.ts';
import { nodeOf } from '../nodes.ts';
import type { SqlText } from '../sql-text.ts';
import { typeOf } from '../types.ts';
import type { TableAction } from './alter-table.ts';
import { collationOf, identityKind } from './columns.ts';
import { serialSequence } from './default-names.ts';
import { defaultOf, sequenceOf } from './defaults.ts';
import { type Bodies, NotTold, noEffect } from './reading.ts';

type ReadColumnAction = (column: Column, action: TableAction) => Bodies;

const COLUMN_ACTIONS: { readonly [T in AlterTableType]?: ReadColumnAction } = {
  AT_ColumnDefault: setDefault,
  AT_SetNotNull: (column, action) => [nullability(column, action, false)],
  AT_DropNotNull: (column, action) => [nullability(column, action, true)],
  AT_AlterColumnType: setType,
  AT_AddIdentity: addIdentity,
  AT_SetIdentity: setIdentity,
  AT_DropIdentity: (column, action) => [
    whole({ ...column, autoIncrement: withoutIdentity(column) }, action),
  ],
  // PostgreSQL 13: the values stay, new rows are no longer computed.
  AT_DropExpression: (column, action) => [whole({ ...column, generated: null }, action)],
  AT_SetExpression: setExpression,
};

/** ALTER COLUMN; an action that is none is left to a person. */
export function alterColumn(action: TableAction): Bodies {
  const { command, table, reading } = action;
  const read = COLUMN_ACTIONS[command.subtype ?? 'AT_AddColumn'];
  if (!read) throw new NotTold(`migdocs does not know ${command.subtype ?? 'its action'}`);
  const column = findColumn(table, command.name ?? '');
  if (column) return read(column, action);
  if (command.missing_ok) return [noEffect(reading, 'would change a column that is not there')];
  throw new NotTold(`${table.name} has no column "${command.name ?? ''}" in the schema`);
}

function nullability(column: Column, { table }: TableAction, nullable: boolean): OperationBody {
  return {
    ...({ kind: 'setColumnNull', table: table.name, column: column.name, nullable } as const),
    backfill: null,
  };
}

function whole(column: Column, { table }: TableAction, using: string | null = null): OperationBody {
  return { kind: 'setColumn', table: table.name, column, using, position: null };
}

/**
 * The default of a serial column is its sequence's next value; it has none other. A default that
 * takes from the sequence `t_c_seq` makes a column serial for Rails.
 */
function setDefault(column: Column, action: TableAction): Bodies {
  const { command, table, reading } = action;
  const node = command.def;
  const sequence = node && sequenceOf(node);
  const isSerial = sequence === serialSequence(table.name, column.name);
  const value = node && !isSerial ? defaultOf(node, column.type, reading.statement.source) : null;
  if (isSerial) return [whole({ ...column, default: null, autoIncrement: 'sequence' }, action)];
  if (column.autoIncrement === 'sequence') {
    return [whole({ ...column, default: value, autoIncrement: null }, action)];
  }
  return [{ kind: 'setColumnDefault', table: table.name, column: column.name, default: value }];
}

/** The default goes along: the server casts it to the new type, or refuses. */
function setType(column: Column, action: TableAction): Bodies {
  const { command, reading } = action;
  const definition = nodeOf(command.def, 'ColumnDef');
  if (!definition) throw new NotTold('its type could not be read');
  const type = typeOf(definition.typeName);
  const changed: Column = {
    ...column,
    type,
    default: castDefault(column.default, column.type, type),
    collation: collationOf(definition),
    extraOptions: [],
  };
  return [whole(changed, action, usingOf(definition, reading.statement.source))];
}

function usingOf(definition: ColumnDef, source: SqlText): string | null {
  if (!definition.raw_default) return null;
  const place = source.characterAt(definition.typeName?.location ?? 0);
  const start = source.after(place, 'USING');
  return start === null ? null : source.clause(start);
}

/** A literal is read anew as one of the type; text stays text. */
function castDefault(value: ColumnDefault | null, from: string, to: string): ColumnDefault | null {
  if (value?.kind !== 'literal' || from === to || typeof value.value === 'object') return value;
  const text = typeof value.value === 'string' ? value.value : JSON.stringify(value.value);
  return { kind: 'literal', value: literalFromSql(text, to) };
}

function addIdentity(column: Column, action: TableAction): Bodies {
  const constraint = nodeOf(action.command.def, 'Constraint');
  if (!constraint) throw new NotTold('its identity could not be read');
  return [whole({ ...column, autoIncrement: identityKind(constraint) }, action)];
}

/** SET GENERATED; RESTART and options of the sequence are no part of a dump. */
function setIdentity(column: Column, action: TableAction): Bodies {
  const options = nodeOf(action.command.def, 'List')?.items ?? [];
  const generated = options
    .map((option) => nodeOf(option, 'DefElem'))
    .find((option) => option?.defname === 'generated');
  const letter = nodeOf(generated?.arg, 'Integer')?.ival;
  if (letter === undefined)
    return [noEffect(action.reading, 'changes the sequence of an identity column')];
  const autoIncrement = identityKind({ generated_when: String.fromCharCode(letter) });
  return [whole({ ...column, autoIncrement }, action)];
}

function withoutIdentity({ autoIncrement }: Column): Column['autoIncrement'] {
  return autoIncrement === 'sequence' ? autoIncrement : null;
}

/** PostgreSQL 17. */
function setExpression(column: Column, action: TableAction): Bodies {
  const { source, start } = action.reading.statement;
  const place = source.after(start, 'EXPRESSION');
  const expression = place === null ? null : source.enclosed(place);
  if (expression === null || column.generated === null) {
    throw new NotTold('its expression could not be read');
  }
  const generated = { ...column.generated, expression: expression.text };
  return [whole({ ...column, generated }, action)];
}
