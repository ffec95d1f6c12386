import { castsAutomatically } from '../../../../dialect/postgresql/automatic-casts.ts';
import { railsAtLeast } from '../../../../model/engine.ts';
import { type Column, type ColumnDefault, findColumn } from '../../../../model/schema.ts';
import {
  argument,
  type Call,
  flagOption,
  givenOption,
  NotUnderstood,
  nameArgument,
  nameOf,
  textOption,
  withOption,
  withOptions,
} from '../../evaluate/call.ts';
import { newValue } from '../../evaluate/new-value.ts';
import { integer, option, truth, type Value } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';
import type { Command, CommandTable } from '../command.ts';
import { commentText } from '../comment-option.ts';
import { renameDefaultNamedIndexes } from '../indexes/implied-renames.ts';
import { assertBoolean, assertComments, refusal } from '../refusals.ts';
import { castDefault } from './cast-default.ts';
import { defineColumn, positionOf } from './column-definition.ts';
import { columnDefault } from './default-value.ts';
import { keptByChange, loseByRestating, restatedCollation } from './restated-column.ts';
import { assertRenamable, losePrimaryKey } from './sqlite-renames.ts';
import { plainPrecision, timestampOptions } from './timestamps.ts';

const addColumns: Command = (call, session) => {
  const type = textOption(call, 'type');
  if (type === null) throw new NotUnderstood(`${call.name} lacks a type`);
  for (const name of call.args.slice(1)) {
    addColumn(nameArgument(call, 0), nameOf(name, call.name), type, call, session);
  }
};

const removeColumns: Command = (call, session) => {
  for (const name of call.args.slice(1))
    dropColumn(nameArgument(call, 0), nameOf(name, call.name), call, session);
};

export const COLUMNS: CommandTable = {
  add_column: (call, session) =>
    addColumn(nameArgument(call, 0), nameArgument(call, 1), nameArgument(call, 2), call, session),
  add_columns: addColumns,
  remove_column: (call, session) =>
    dropWithKey(nameArgument(call, 0), nameArgument(call, 1), call, session),
  remove_columns: removeColumns,
  rename_column: (call, session) => {
    const table = nameArgument(call, 0);
    const from = nameArgument(call, 1);
    const to = nameArgument(call, 2);
    const owner = session.findTable(table);
    if (owner) assertRenamable(owner, from, call, session);
    session.emit({ kind: 'renameColumn', table, from, to }, call);
    if (owner) losePrimaryKey(owner, from, call, session);
    // In one ALTER TABLE (`bulk: true`, rename_column_for_alter) Active Record leaves indexes alone.
    if (session.dialect.restatesColumns && flagOption(call, 'bulk')) return;
    const columns = (names: readonly string[]) => names.map((name) => (name === to ? from : name));
    // `Migration::Compatibility::V7_0` brings the older names back for `rename_table` alone.
    const rails = session.installed;
    renameDefaultNamedIndexes({ from: table, to: table, columns, rails }, call, session);
  },
  change_column: (call, session) => changeColumn(call, session),
  change_column_default: (raw, session) => {
    const call = raw.args.length > 2 ? raw : withOptions(raw);
    const table = nameArgument(call, 0);
    const name = nameArgument(call, 1);
    const value = newValue(call.args[2] ?? call.options);
    const column = existingColumn(table, name, call, session);
    const change = columnDefault(value, column.type, call, session);
    session.emit({ kind: 'setColumnDefault', table, column: name, default: change }, call);
    // Since 7.1 the MySQL adapters use ALTER COLUMN … SET DEFAULT, which leaves the rest alone.
    if (!railsAtLeast(session.installed, 7, 1)) loseByRestating(table, name, call, session);
  },
  change_column_null: (call, session) => {
    const table = nameArgument(call, 0);
    const name = nameArgument(call, 1);
    const column = existingColumn(table, name, call, session);
    assertBoolean(argument(call, 2), call, session);
    const nullable = truth(argument(call, 2)) === true;
    const fill = call.args[3];
    const backfill = fill && !nullable ? fillOf(fill, column.type, call, session) : null;
    session.emit({ kind: 'setColumnNull', table, column: name, nullable, backfill }, call);
    loseByRestating(table, name, call, session);
  },
  change_column_comment: (call, session) => {
    assertComments(call, session);
    const comment = newValue(call.args[2] ?? call.options);
    const [table, column] = [nameArgument(call, 0), nameArgument(call, 1)];
    session.emit(
      { kind: 'setColumnComment', table, column, comment: commentText(comment, call) },
      call,
    );
    loseByRestating(table, column, call, session);
  },
  add_timestamps: (call, session) => {
    const stamped = timestampOptions(call, session);
    for (const name of ['created_at', 'updated_at']) {
      addColumn(nameArgument(call, 0), name, 'datetime', stamped, session);
    }
  },
  remove_timestamps: (call, session) => {
    for (const name of ['updated_at', 'created_at']) {
      dropColumn(nameArgument(call, 0), name, call, session);
    }
  },
};

function existingColumn(table: string, name: string, call: Call, session: Session): Column {
  const owner = session.table(table, call);
  const column = findColumn(owner, name);
  if (column) return column;
  const names = owner.columns.map((other) => other.name);
  throw session.missing(`${table} has no column "${name}"`, name, names, call);
}

function addColumn(
  table: string,
  name: string,
  type: string,
  call: Call,
  session: Session,
): undefined {
  const precise = plainPrecision(call.args[2], call, session);
  const column = defineColumn(name, type, precise, session);
  const position = positionOf(call, session);
  const ifNotExists = flagOption(call, 'if_not_exists');
  session.emit({ kind: 'addColumn', table, column, ifNotExists, position }, call);
  if (type === 'primary_key' || flagOption(call, 'primary_key')) {
    const primaryKey = { name: null, columns: [name] };
    session.emit({ kind: 'addPrimaryKey', table, primaryKey }, call, call.name);
  }
}

/** On MySQL, `remove_column` takes the column's foreign key away first, since Rails 5.2. */
export function dropWithKey(
  table: string,
  column: string,
  call: Call,
  session: Session,
): undefined {
  if (session.dialect.engine === 'mysql' && railsAtLeast(session.installed, 5, 2)) {
    const keys = session.findTable(table)?.foreignKeys ?? [];
    const key = keys.find(({ columns }) => columns.length === 1 && columns[0] === column);
    if (key) {
      const foreignKey = key.name;
      session.emit({ kind: 'dropForeignKey', table, foreignKey, ifExists: false }, call, call.name);
    }
  }
  dropColumn(table, column, call, session);
}

function dropColumn(table: string, column: string, call: Call, session: Session): undefined {
  const ifExists = flagOption(call, 'if_exists');
  session.emit({ kind: 'dropColumn', table, column, ifExists, cascade: false }, call);
}

/** `change_column` keeps what it is not told to change, but for what the engine or adapter loses. */
function changeColumn(call: Call, session: Session): undefined {
  const table = nameArgument(call, 0);
  const name = nameArgument(call, 1);
  const now = keptByChange(existingColumn(table, name, call, session), session);
  // The type is put into the statement as it is given, so that it can bring a USING along.
  const [type = '', castInType] = nameArgument(call, 2).split(/\s+using\s+/i);
  const precise = plainPrecision(call.args[2], withKeptModifiers(now, call, session), session);
  const defined = defineColumn(name, type, precise, session);
  const nullGiven = option(call.options, 'null');
  const column: Column = {
    ...defined,
    nullable: nullGiven === undefined ? now.nullable : defined.nullable,
    default:
      givenOption(call, 'default') === undefined
        ? castDefault(now.default, defined.type, session)
        : defined.default,
    autoIncrement: defined.autoIncrement ?? now.autoIncrement,
    generated: defined.generated ?? now.generated,
    comment: option(call.options, 'comment') === undefined ? now.comment : defined.comment,
    collation: defined.collation ?? keptCollation(now, defined.type, session),
    ...(!resetsCollation(session) && restatedCollation(defined.type, session)),
  };
  const using = textOption(call, 'using') ?? castAs(call) ?? castInType ?? null;
  assertCast(table, now, column.type, using, call, session);
  session.emit(
    { kind: 'setColumn', table, column, using, position: positionOf(call, session) },
    call,
  );
}

/** Up to Rails 6.1 SQLite's adapter leaves limit, precision and scale as they are when none is given. */
function withKeptModifiers(now: Column, call: Call, session: Session): Call {
  if (session.dialect.engine !== 'sqlite' || railsAtLeast(session.installed, 7, 0)) return call;
  const type = session.dialect.types.toRails(now.type, session.installed);
  const kept = (['limit', 'precision', 'scale'] as const).flatMap((name) => {
    const value = type[name];
    const isGiven = option(call.options, name) !== undefined;
    return value === null || isGiven ? [] : [[name, integer(value)] as const];
  });
  return withOption(call, Object.fromEntries(kept));
}

/** @throws {InputError} where PostgreSQL would want a USING, which the default does not heed. */
function assertCast(
  table: string,
  now: Column,
  type: string,
  using: string | null,
  call: Call,
  session: Session,
): void {
  if (session.dialect.engine !== 'postgresql' || session.conditions.length > 0) return;
  const enums = session.schema.enums.map(({ name }) => name);
  if (castsAutomatically(now.type, type, enums)) return;
  const what = `${table}.${now.name}`;
  if (using === null) {
    throw refusal(
      `PostgreSQL does not turn ${what} from ${now.type} into ${type} by itself`,
      `Say how: \`using: "${now.name}::${type}"\`.`,
      call,
    );
  }
  if (now.default === null) return;
  throw refusal(
    `PostgreSQL does not turn the default of ${what} from ${now.type} into ${type}`,
    'Take the default away before, and set the new one afterwards.',
    call,
  );
}

/**
 * Active Record's MySQL adapters repeat the collation of text; since 7.1 not for a migration of 7.0
 * or older. PostgreSQL's TYPE without COLLATE resets it.
 */
function keptCollation(now: Column, type: string, session: Session): string | null {
  const { altersColumnsInPlace, restatesColumns } = session.dialect;
  if (!altersColumnsInPlace) return now.collation;
  if (!restatesColumns || !/char|text|^(?:enum|set)\b/.test(type)) return null;
  return resetsCollation(session) ? null : now.collation;
}

function resetsCollation({ installed, rails }: Session): boolean {
  return railsAtLeast(installed, 7, 1) && !railsAtLeast(rails, 7, 1);
}

function castAs(call: Call): string | null {
  const type = textOption(call, 'cast_as');
  return type === null ? null : `CAST("${nameArgument(call, 1)}" AS ${type})`;
}

/** A value for the rows that is not known is shown as such; the column is NOT NULL all the same. */
function fillOf(value: Value, type: string, call: Call, session: Session): ColumnDefault | null {
  try {
    return columnDefault(value, type, call, session);
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    session.opaque(call, `what takes the place of NULL is not known: ${error.message}`);
    return null;
  }
}
