import type { Constraint } from '@pgsql/types';
import type { OperationBody } from '../../../model/operation.ts';
import type { CheckConstraint, Column, PrimaryKey, Schema, Table } from '../../../model/schema.ts';
import type { SqlText } from '../sql-text.ts';
import {
  type ConstraintReading,
  checkOf,
  exclusionOf,
  foreignKeyOf,
  keysOf,
  primaryKeyOf,
  uniqueOf,
} from './constraints.ts';
import { NotTold } from './reading.ts';

/** What adds one constraint to a table. */
export function constraintBodies(reading: ConstraintReading): readonly OperationBody[] {
  const { constraint, table } = reading;
  const on = { table: table.name };
  switch (constraint.contype) {
    case 'CONSTR_PRIMARY':
      return primaryKeyBodies(reading);
    case 'CONSTR_UNIQUE': {
      const usingIndex = constraint.indexname ?? null;
      const uniqueConstraint = uniqueOf(reading);
      return [{ kind: 'addUniqueConstraint', ...on, uniqueConstraint, usingIndex }];
    }
    case 'CONSTR_CHECK': {
      const checkConstraint = checkOf(reading);
      return [{ kind: 'addCheckConstraint', ...on, checkConstraint, ifNotExists: false }];
    }
    case 'CONSTR_FOREIGN': {
      const foreignKey = foreignKeyOf(reading);
      return [{ kind: 'addForeignKey', ...on, foreignKey, ifNotExists: false }];
    }
    case 'CONSTR_EXCLUSION':
      return [{ kind: 'addExclusionConstraint', ...on, exclusionConstraint: exclusionOf(reading) }];
    case 'CONSTR_NOTNULL':
      // PostgreSQL 18 takes NOT NULL as a constraint of the table, with a name that no dump of Rails shows.
      return keysOf(reading).map((column) => ({
        ...({ kind: 'setColumnNull', ...on, column, nullable: false, backfill: null } as const),
        ...(constraint.skip_validation && { validated: false as const }),
      }));
    default:
      throw new NotTold(`migdocs does not know a constraint like ${constraint.contype ?? 'this'}`);
  }
}

/** With USING INDEX the index is renamed to the constraint's name and belongs to the key. */
function primaryKeyBodies(reading: ConstraintReading): readonly OperationBody[] {
  const { constraint, table } = reading;
  const { indexname } = constraint;
  const name = constraint.conname ?? indexname ?? null;
  if (indexname === undefined) {
    return [{ kind: 'addPrimaryKey', table: table.name, primaryKey: primaryKeyOf(reading) }];
  }
  const index = table.indexes.find((other) => other.name === indexname);
  const columns = index?.parts.flatMap(({ column }) => (column === null ? [] : [column]));
  if (!columns) throw new NotTold(`there is no index "${indexname}" on ${table.name}`);
  return [
    {
      kind: 'dropIndex',
      table: table.name,
      index: indexname,
      ifExists: false,
      concurrently: false,
    },
    {
      kind: 'addPrimaryKey',
      table: table.name,
      primaryKey: { ...primaryKeyOf(reading), name, columns },
      usingIndex: true,
    },
  ];
}

/** A table that is being defined, part by part, so that names of later parts see the earlier ones. */
export class TableDraft {
  #table: Table;
  readonly #schema: Schema;
  readonly #source: SqlText;

  constructor(table: Table, schema: Schema, source: SqlText) {
    this.#table = table;
    this.#schema = schema;
    this.#source = source;
  }

  get table(): Table {
    return this.#table;
  }

  get schema(): Schema {
    return this.#schema;
  }

  /**
   * Columns of the same name are merged into those that are there, as INHERITS does.
   *
   * @param areOwn - whether the statement itself names them, and no parent.
   */
  addColumns(columns: readonly Column[], areOwn = false): void {
    const names = new Set(columns.map(({ name }) => name));
    if (names.size < columns.length) throw new NotTold('it names a column twice');
    const merged = this.#table.columns.map((column) =>
      names.has(column.name) ? mergedColumn(column, columns, areOwn) : column,
    );
    const own = new Set(this.#table.columns.map(({ name }) => name));
    const added = columns.filter(({ name }) => !own.has(name));
    this.#table = { ...this.#table, columns: [...merged, ...added] };
  }

  /** Puts the column in the place of the one of that name. */
  changeColumn(column: Column): void {
    const columns = this.#table.columns.map((other) =>
      other.name === column.name ? column : other,
    );
    this.#table = { ...this.#table, columns };
  }

  /** Changes a part of the table that is no constraint of the statement itself. */
  change(change: (table: Table) => Table): void {
    this.#table = change(this.#table);
  }

  addConstraint(constraint: Constraint, column: string | null): void {
    const table = this.#table;
    const reading = { constraint, schema: this.#schema, table, column, source: this.#source };
    for (const body of constraintBodies(reading)) this.#table = withBody(this.#table, body);
  }
}

/** The later definition's default and collation win; NOT NULL of either holds. */
function mergedColumn(column: Column, columns: readonly Column[], isOwn: boolean): Column {
  const later = columns.find(({ name }) => name === column.name) ?? column;
  return {
    ...column,
    nullable: column.nullable && later.nullable,
    default: later.default ?? column.default,
    collation: later.collation ?? column.collation,
    ...(isOwn && { local: true }),
  };
}

function withBody(table: Table, body: OperationBody): Table {
  switch (body.kind) {
    case 'addPrimaryKey':
      return withPrimaryKey(table, body.primaryKey);
    case 'addUniqueConstraint':
      // A key over the same columns serves both (transformIndexConstraints).
      if (table.primaryKey?.columns.join() === body.uniqueConstraint.columns.join()) return table;
      return { ...table, uniqueConstraints: [...table.uniqueConstraints, body.uniqueConstraint] };
    case 'addCheckConstraint':
      return withCheck(table, body.checkConstraint);
    case 'addForeignKey':
      return { ...table, foreignKeys: [...table.foreignKeys, body.foreignKey] };
    case 'addExclusionConstraint': {
      const exclusionConstraints = [...table.exclusionConstraints, body.exclusionConstraint];
      return { ...table, exclusionConstraints };
    }
    case 'setColumnNull':
      return { ...table, columns: notNull(table.columns, [body.column]) };
    default:
      return table;
  }
}

/** A check that a parent gives, too, is the table's own besides. */
function withCheck(table: Table, check: CheckConstraint): Table {
  const others = table.checkConstraints.filter(({ name }) => name !== check.name);
  const isInherited = others.length < table.checkConstraints.length;
  const own = isInherited ? { ...check, local: true as const } : check;
  return { ...table, checkConstraints: [...others, own] };
}

function withPrimaryKey(table: Table, primaryKey: PrimaryKey): Table {
  const uniqueConstraints = table.uniqueConstraints.filter(
    ({ columns }) => columns.join() !== primaryKey.columns.join(),
  );
  const columns = notNull(table.columns, primaryKey.columns);
  return { ...table, primaryKey, columns, uniqueConstraints };
}

function notNull(columns: readonly Column[], names: readonly string[]): readonly Column[] {
  return columns.map((column) =>
    names.includes(column.name) ? { ...column, nullable: false } : column,
  );
}
