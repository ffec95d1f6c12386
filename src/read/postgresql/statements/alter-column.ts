import type { AlterTableType, ColumnDef } from '@pgsql/types';
import { columnSequence, sequenceOfColumn } from '../../../dialect/postgresql/column-sequences.ts';
import { serialSequence } from '../../../dialect/postgresql/default-names.ts';
import { literalFromSql } from '../../../dialect/postgresql/defaults.ts';
import type { OperationBody } from '../../../model/operation.ts';
import { type Column, type ColumnDefault, findColumn } from '../../../model/schema.ts';
import { nodeOf } from '../nodes.ts';
import type { SqlText } from '../sql-text.ts';
import { typeOf } from '../types.ts';
import type { TableAction } from './alter-table.ts';
import { changedOptions, identitySequence, statedOptions } from './column-sequence.ts';
import { collationOf, identityKind, ownStorage } from './columns.ts';
import { defaultOf, sequenceOf } from './defaults.ts';
import { optionNamed } from './option-values.ts';
import { type Bodies, NotTold, noEffect } from './reading.ts';
import { columnOptions } from './settings.ts';

type ReadColumnAction = (column: Column, action: TableAction) => Bodies;

const COLUMN_ACTIONS: { readonly [T in AlterTableType]?: ReadColumnAction } = {
  AT_ColumnDefault: setDefault,
  AT_SetNotNull: (column, action) => [nullability(column, action, false)],
  AT_DropNotNull: (column, action) => [nullability(column, action, true)],
  AT_AlterColumnType: setType,
  AT_AddIdentity: addIdentity,
  AT_SetIdentity: setIdentity,
  AT_DropIdentity: dropIdentity,
  // PostgreSQL 13: the values stay, new rows are no longer computed.
  AT_DropExpression: (column, action) => [whole({ ...column, generated: null }, action)],
  AT_SetExpression: setExpression,
  AT_SetStatistics: setStatistics,
  AT_SetStorage: setStorage,
  AT_SetCompression: setCompression,
  AT_SetOptions: (_, { command, table, reading }) => [columnOptions(command, table.name, reading)],
  AT_ResetOptions: (_, { command, table, reading }) => [
    columnOptions(command, table.name, reading),
  ],
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
  // A schema that tells who owns a sequence needs no guess by the name.
  const isSerial = !reading.schema.complete && sequence === serialSequence(table.name, column.name);
  const value = node && !isSerial ? defaultOf(node, column.type, reading.statement.source) : null;
  if (isSerial) return [whole({ ...column, default: null, autoIncrement: 'sequence' }, action)];
  if (column.autoIncrement === 'sequence') {
    const { sequence: own, ...rest } = column;
    if (sequence === (own?.name ?? serialSequence(table.name, column.name))) return [];
    return [whole({ ...rest, default: value, autoIncrement: null }, action)];
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
  const sequence = identitySequence(constraint, action.table.name, column);
  const identity = { ...column, autoIncrement: identityKind(constraint) };
  return [whole(sequence ? { ...identity, sequence } : identity, action)];
}

/** SET GENERATED and options of the sequence; RESTART is no part of a dump. */
function setIdentity(column: Column, action: TableAction): Bodies {
  const options = nodeOf(action.command.def, 'List')?.items ?? [];
  const letter = nodeOf(optionNamed(options, 'generated')?.arg, 'Integer')?.ival;
  const stated = statedOptions(options);
  if (letter === undefined && stated === '') {
    return [noEffect(action.reading, 'sets the next value of an identity column')];
  }
  const { sequence: _before, ...rest } = column;
  const sequence = columnSequence(
    action.table.name,
    column,
    changedSequence(column, action, stated),
  );
  const autoIncrement =
    letter === undefined
      ? column.autoIncrement
      : identityKind({ generated_when: String.fromCharCode(letter) });
  const identity = { ...rest, autoIncrement };
  return [whole(sequence ? { ...identity, sequence } : identity, action)];
}

function changedSequence(column: Column, { table }: TableAction, stated: string) {
  const own = sequenceOfColumn(column, table.name);
  const name = own?.name ?? serialSequence(table.name, column.name);
  return { name, options: changedOptions(own?.options ?? `AS ${column.type}`, stated) };
}

function setStatistics(column: Column, action: TableAction): Bodies {
  const { statistics: _before, ...rest } = column;
  const target = nodeOf(action.command.def, 'Integer')?.ival ?? 0;
  // Both -1 and, since 17, DEFAULT mean default_statistics_target.
  const isDefault = target === -1 || action.command.def === undefined;
  return [whole(isDefault ? rest : { ...rest, statistics: target }, action)];
}

function setStorage(column: Column, action: TableAction): Bodies {
  const { storage: _before, ...rest } = column;
  const storage = (nodeOf(action.command.def, 'String')?.sval ?? 'DEFAULT').toUpperCase();
  const isDefault = storage === 'DEFAULT' || storage === ownStorage(column.type);
  return [whole(isDefault ? rest : { ...rest, storage }, action)];
}

function setCompression(column: Column, action: TableAction): Bodies {
  const { compression: _before, ...rest } = column;
  const compression = nodeOf(action.command.def, 'String')?.sval ?? 'default';
  return [whole(compression === 'default' ? rest : { ...rest, compression }, action)];
}

/** The sequence goes along. */
function dropIdentity(column: Column, action: TableAction): Bodies {
  if (column.autoIncrement === 'sequence' || column.autoIncrement === null) {
    return [noEffect(action.reading, 'would drop an identity that is not there')];
  }
  const { sequence: _sequence, ...rest } = column;
  return [whole({ ...rest, autoIncrement: null }, action)];
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
