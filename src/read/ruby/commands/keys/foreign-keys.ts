import { pluralize } from '../../../../dialect/rails/inflections.ts';
import { defaultForeignKeyName, foreignKeyColumnFor } from '../../../../dialect/rails/names.ts';
import { railsAtLeast } from '../../../../model/engine.ts';
import type { Column, ForeignKey, ReferentialAction, Table } from '../../../../model/schema.ts';
import {
  type Call,
  flagOption,
  givenOption,
  nameArgument,
  namesOf,
  textOption,
} from '../../evaluate/call.ts';
import type { Session } from '../../session.ts';
import type { CommandTable } from '../command.ts';
import { assertDeferrable } from '../refusals.ts';
import { defineForeignKey, referentialAction } from './foreign-key-definition.ts';

/** What tells a foreign key among those of a table; null for what is not given. */
export interface ForeignKeyWanted {
  readonly toTable: string | null;
  readonly columns: readonly string[] | null;
  readonly name: string | null;
  readonly onDelete?: ReferentialAction | null;
  readonly onUpdate?: ReferentialAction | null;
}

export const FOREIGN_KEYS: CommandTable = {
  add_foreign_key: (call, session) => {
    assertDeferrable(call, session);
    const table = nameArgument(call, 0);
    const foreignKey = withExistingColumn(
      defineForeignKey(table, nameArgument(call, 1), call, session),
      call,
      session,
    );
    const ifNotExists = isConditional(call, 'if_not_exists', session);
    if (ifNotExists && session.conditions.length === 0) {
      const wanted = { toTable: foreignKey.toTable, columns: foreignKey.columns, name: null };
      if (matchForeignKey(session.table(table, call), wanted, session)) return;
    }
    session.emit({ kind: 'addForeignKey', table, foreignKey, ifNotExists }, call);
  },
  remove_foreign_key: (call, session) => {
    const table = nameArgument(call, 0);
    const foreignKey = requiredKey(table, call, session);
    if (foreignKey === null) return;
    session.emit(
      {
        kind: 'dropForeignKey',
        table,
        foreignKey,
        ifExists: isConditional(call, 'if_exists', session),
      },
      call,
    );
  },
  validate_foreign_key: (call, session) => {
    const table = nameArgument(call, 0);
    const constraint = requiredKey(table, call, session);
    if (constraint !== null) session.emit({ kind: 'validateConstraint', table, constraint }, call);
  },
};

/**
 * A dump leaves the column out when it is the parent's default one, by the project's inflections,
 * which may have rules of their own. The column that is there tells.
 */
function withExistingColumn(key: ForeignKey, call: Call, session: Session): ForeignKey {
  const columns = session.findTable(nameArgument(call, 0))?.columns ?? [];
  const [name] = key.columns;
  if (!session.dumped || columns.some((column) => column.name === name)) return key;
  const fitting = referenceTo(key.toTable, columns, session);
  const named = textOption(call, 'name');
  if (!fitting || givenOption(call, 'column')) return key;
  return {
    ...key,
    columns: [fitting.name],
    name: named ?? defaultForeignKeyName(nameArgument(call, 0), [fitting.name]),
  };
}

/** Foreign keys have the option since Rails 7.0; before, it is passed over. */
function isConditional(call: Call, name: string, session: Session): boolean {
  return flagOption(call, name) && railsAtLeast(session.installed, 7, 0);
}

/** The only column that is named after the table by other inflections than Rails' own; null for none. */
function referenceTo(
  table: string,
  columns: readonly Column[],
  { inflections }: Session,
): Column | null {
  const references = columns.filter(({ name }) => name.endsWith('_id'));
  const stem = ({ name }: Column): string => name.slice(0, -'_id'.length);
  const plural = references.find((column) => pluralize(stem(column), inflections) === table);
  if (plural) return plural;
  const alike = references.filter((column) => isInflectionOf(stem(column), table));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** `type_de_champ` and `types_de_champ`: word by word the same but for the ending. */
function isInflectionOf(singular: string, plural: string): boolean {
  const [left, right] = [singular.split('_'), plural.split('_')];
  if (left.length !== right.length) return false;
  return left.every((word, at) => {
    const stem = word.slice(0, Math.max(SHORTEST_STEM, word.length - LONGEST_ENDING));
    const other = right[at] ?? '';
    return word === other || (word.length >= SHORTEST_STEM && other.startsWith(stem));
  });
}

/** Letters that an inflection leaves and those that it changes: `criterion` and `criteria`. */
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 3;

/** What a call names: the parent as second argument or `to_table:`, and `column:`, `name:`. */
export function wantedKey(call: Call): ForeignKeyWanted {
  const column = givenOption(call, 'column');
  return {
    toTable: call.args[1] ? nameArgument(call, 1) : textOption(call, 'to_table'),
    columns: column && column.kind !== 'nil' ? namesOf(column, call.name) : null,
    name: textOption(call, 'name'),
    onDelete: referentialAction(call, 'on_delete'),
    onUpdate: referentialAction(call, 'on_update'),
  };
}

/**
 * SQLite's adapter does not ask for the name, and takes the parent's from the column when the call
 * names none (`remove_foreign_key` of sqlite3/schema_statements.rb, 5.2 to 8.1).
 */
function asSqliteLooks(wanted: ForeignKeyWanted, session: Session): ForeignKeyWanted {
  const [column = ''] = wanted.columns ?? [];
  const toTable = wanted.toTable ?? pluralize(column.replace(/_id$/, ''), session.inflections);
  return { ...wanted, toTable, name: null };
}

/**
 * The foreign key that Rails would find: the first by name, as PostgreSQL and MySQL list them.
 * Since 8.1, without a column, one on the parent's default column comes first, but in a migration
 * of 8.0 or older (`Migration::Compatibility::V8_0`).
 */
export function matchForeignKey(
  table: Table,
  wanted: ForeignKeyWanted,
  session: Session,
): ForeignKey | undefined {
  const { toTable, columns, name } = wanted;
  const listed = [...table.foreignKeys].sort((left, right) => (left.name < right.name ? -1 : 1));
  // SQLite lists the newest first.
  const newest = [...table.foreignKeys].reverse();
  const matching = (session.dialect.engine === 'sqlite' ? newest : listed).filter(
    (key) =>
      (toTable === null || key.toTable === toTable) &&
      (columns === null || columns.join() === key.columns.join()) &&
      (name === null || key.name === name) &&
      (wanted.onDelete ?? key.onDelete) === key.onDelete &&
      (wanted.onUpdate ?? key.onUpdate) === key.onUpdate,
  );
  const byColumn = railsAtLeast(session.installed, 8, 1) && railsAtLeast(session.rails, 8, 1);
  if (columns !== null || toTable === null || !byColumn) return matching[0];
  const byDefault = foreignKeyColumnFor(toTable, 'id', session.inflections);
  return matching.find((key) => key.columns.join() === byDefault) ?? matching[0];
}

function requiredKey(tableName: string, call: Call, session: Session): string | null {
  const given = wantedKey(call);
  const wanted = session.dialect.engine === 'sqlite' ? asSqliteLooks(given, session) : given;
  const table = session.table(tableName, call);
  const key = matchForeignKey(table, wanted, session);
  if (key) return key.name;
  if (isConditional(call, 'if_exists', session)) return null;
  const { toTable, columns, name } = wanted;
  const parts = [
    toTable && `to ${toTable}`,
    columns && `on ${columns.join(', ')}`,
    name && `named "${name}"`,
  ];
  throw session.missing(
    `${tableName} has no foreign key ${parts.filter(Boolean).join(' ')}`,
    name ?? toTable ?? '',
    table.foreignKeys.map((other) => (name === null ? other.toTable : other.name)),
    call,
    `Its foreign keys: ${table.foreignKeys.map(describeKey).join(', ') || 'none'}.`,
  );
}

function describeKey({ name, columns, toTable }: ForeignKey): string {
  return `${name} (${columns.join(', ')} → ${toTable})`;
}
