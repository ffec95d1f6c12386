import type { Engine } from '../../model/engine.ts';
import type { ColumnPosition, OperationBody } from '../../model/operation.ts';
import { type Column, findColumn, type Table } from '../../model/schema.ts';
import { castBack } from './conversions.ts';
import type { Restoration, RestoreContext } from './restoration.ts';
import { sameValue } from './same-value.ts';

/** The columns that the table had: added where they are missing, set where they differ. */
export function restoreColumns(
  current: Table,
  wanted: Table,
  context: RestoreContext,
): Restoration {
  const parts = wanted.columns.map((column): Restoration => {
    const present = findColumn(current, column.name);
    return present
      ? { operations: restoreColumn(wanted.name, present, column, context), completion: [] }
      : returnColumn(wanted, column, context);
  });
  const known = new Set(wanted.columns.map(({ name }) => name));
  const surplus = current.columns.filter(({ name }) => !known.has(name));
  return {
    operations: [
      ...surplus.map(({ name }) => dropColumn(current.name, name)),
      ...parts.flatMap(({ operations }) => operations),
    ],
    completion: parts.flatMap(({ completion }) => completion),
  };
}

function dropColumn(table: string, column: string): OperationBody {
  return { kind: 'dropColumn', table, column, ifExists: false, cascade: false };
}

/**
 * Adds a dropped column. Where rows exist, NOT NULL without a default is refused by PostgreSQL and
 * SQLite, and MySQL would make up values: such a column comes back nullable, and gets its NOT NULL
 * when its values are back. A column that numbers itself fills itself.
 */
function returnColumn(table: Table, column: Column, { dialect }: RestoreContext): Restoration {
  const position = dialect.supportsColumnPosition ? placeOf(table, column) : null;
  const add = (added: Column): OperationBody => ({
    kind: 'addColumn',
    table: table.name,
    column: added,
    ifNotExists: false,
    position,
  });
  // SQLite numbers the rows when the key is set: a NULL in an INTEGER PRIMARY KEY becomes a rowid.
  if (column.autoIncrement === 'autoIncrement' && !dialect.altersColumnsInPlace) {
    return { operations: [add({ ...column, nullable: true })], completion: [] };
  }
  if (fillsItself(column)) return { operations: [add(column)], completion: [] };
  return {
    operations: [add({ ...column, nullable: true })],
    completion: [
      {
        kind: 'setColumnNull',
        table: table.name,
        column: column.name,
        nullable: false,
        backfill: null,
      },
    ],
  };
}

function fillsItself(column: Column): boolean {
  return (
    column.nullable ||
    column.default !== null ||
    column.autoIncrement !== null ||
    column.generated !== null
  );
}

/** Where MySQL puts a column so that it stands where it stood: behind the one before it. */
export function placeOf(table: Table, { name }: Column): ColumnPosition {
  const previous = table.columns[table.columns.findIndex((column) => column.name === name) - 1];
  return previous ? { after: previous.name } : 'first';
}

/** PostgreSQL converts by USING, and by itself only where a cast on assignment exists. */
const CASTS_EXPLICITLY: { readonly [E in Engine]: boolean } = {
  postgresql: true,
  mysql: false,
  sqlite: false,
};

/** Sets a column to what it was, with the smallest operations that do it. Empty when it is that. */
function restoreColumn(
  table: string,
  current: Column,
  wanted: Column,
  { dialect }: RestoreContext,
): readonly OperationBody[] {
  if (sameValue(current, wanted)) return [];
  const column = wanted.name;
  if (!sameBut(current, wanted)) {
    const retyped = current.type !== wanted.type;
    const usingCast = retyped && CASTS_EXPLICITLY[dialect.engine];
    return [
      // PostgreSQL refuses to change a type while the default has no cast to the new one.
      ...(usingCast && current.default !== null
        ? [{ kind: 'setColumnDefault', table, column, default: null } as const]
        : []),
      {
        kind: 'setColumn',
        table,
        column: wanted,
        using: usingCast ? castBack(current, wanted, dialect) : null,
        position: null,
      },
    ];
  }
  return [
    ...(sameValue(current.default, wanted.default)
      ? []
      : [{ kind: 'setColumnDefault', table, column, default: wanted.default } as const]),
    ...(current.nullable === wanted.nullable
      ? []
      : [
          {
            kind: 'setColumnNull',
            table,
            column,
            nullable: wanted.nullable,
            backfill: null,
          } as const,
        ]),
    ...(current.comment === wanted.comment
      ? []
      : [{ kind: 'setColumnComment', table, column, comment: wanted.comment } as const]),
  ];
}

/** Whether the two differ in nothing but default, nullability and comment. */
function sameBut(current: Column, wanted: Column): boolean {
  const { default: value, nullable, comment } = wanted;
  return sameValue({ ...current, default: value, nullable, comment }, wanted);
}
