import type { Engine } from '../model/engine.ts';
import type { AppliedOperation, Migration } from '../model/migration.ts';
import type { Operation, OperationBody } from '../model/operation.ts';
import {
  type CheckConstraint,
  type Column,
  emptySchema,
  type ForeignKey,
  type Index,
  type IndexPart,
  type Schema,
  type Table,
  type View,
} from '../model/schema.ts';
import type { RowsByTable } from '../model/table-rows.ts';

/** A column of a type in the engine's spelling: nullable, without default. */
export function column(name: string, type: string, rest: Partial<Column> = {}): Column {
  return {
    name,
    type,
    nullable: true,
    default: null,
    autoIncrement: null,
    generated: null,
    collation: null,
    comment: null,
    extraOptions: [],
    ...rest,
  };
}

/** A table whose primary key is `id`, when it has such a column. */
export function table(
  name: string,
  columns: readonly Column[],
  rest: Partial<Omit<Table, 'name' | 'columns'>> = {},
): Table {
  return {
    name,
    columns,
    primaryKey: columns.some((each) => each.name === 'id') ? { name: null, columns: ['id'] } : null,
    indexes: [],
    foreignKeys: [],
    checkConstraints: [],
    uniqueConstraints: [],
    exclusionConstraints: [],
    comment: null,
    options: null,
    charset: null,
    collation: null,
    ...rest,
  };
}

/** A part of an index: a column by its name. */
export function indexPart(name: string, rest: Partial<IndexPart> = {}): IndexPart {
  return {
    column: name,
    expression: null,
    order: 'asc',
    nulls: null,
    opclass: null,
    length: null,
    collation: null,
    ...rest,
  };
}

/** An ordinary index over columns. */
export function index(
  name: string,
  columns: readonly string[],
  rest: Partial<Omit<Index, 'name'>> = {},
): Index {
  return {
    name,
    parts: columns.map((each) => indexPart(each)),
    unique: false,
    using: 'btree',
    kind: null,
    where: null,
    include: [],
    nullsNotDistinct: false,
    comment: null,
    enabled: true,
    ...rest,
  };
}

/** A validated foreign key to `id` of the other table. */
export function foreignKey(
  columnName: string,
  toTable: string,
  rest: Partial<ForeignKey> = {},
): ForeignKey {
  return {
    name: `fk_${columnName}_${toTable}`,
    columns: [columnName],
    toTable,
    toColumns: ['id'],
    onDelete: 'noAction',
    onUpdate: 'noAction',
    deferrable: null,
    validated: true,
    ...rest,
  };
}

/** A validated check constraint. */
export function check(name: string, expression: string, validated = true): CheckConstraint {
  return { name, expression, validated };
}

/** A view that is not materialized. */
export function view(name: string, definition: string, rest: Partial<View> = {}): View {
  return { name, definition, materialized: false, indexes: [], comment: null, ...rest };
}

/** A schema that holds these tables and, from `rest`, other objects. */
export function schema(
  engine: Engine,
  tables: readonly Table[],
  rest: Partial<Omit<Schema, 'engine' | 'tables'>> = {},
): Schema {
  return { ...emptySchema(engine), tables, ...rest };
}

/** An operation that stands on line 1 of a migration, unless `rest` says otherwise. */
export function operation<B extends OperationBody>(
  body: B,
  rest: Partial<Omit<Operation, keyof OperationBody>> = {},
): B & Omit<Operation, keyof OperationBody> {
  return {
    source: { path: 'db/migrate/20260101000000_change.rb', line: 1, column: 1, endLine: 1 },
    condition: null,
    assured: false,
    impliedBy: null,
    ...rest,
    ...body,
  };
}

/** A Rails 7.1 migration that runs in a transaction and whose way back Rails works out. */
export function migration(rest: Partial<Migration> = {}): Migration {
  return {
    path: 'db/migrate/20260101000000_change.rb',
    tool: 'rails',
    version: '20260101000000',
    name: 'Change',
    rails: { major: 7, minor: 1 },
    transactional: true,
    operations: [],
    down: { kind: 'change', irreversible: [] },
    text: '',
    ...rest,
  };
}

/** Operations of one migration, applied one after the other with the given function. */
export function applied(
  before: Schema,
  operations: readonly Operation[],
  apply: (schema: Schema, operation: Operation) => Schema,
  rest: Partial<Migration> = {},
): readonly AppliedOperation[] {
  const owner = migration({ ...rest, operations });
  const steps: AppliedOperation[] = [];
  let current = before;
  for (const each of operations) {
    const after = apply(current, each);
    steps.push({ operation: each, before: current, after, migration: owner });
    current = after;
  }
  return steps;
}

/** Rows as a person states them, without a day. */
export function rowsOf(rows: { readonly [table: string]: number }): RowsByTable {
  return Object.fromEntries(
    Object.entries(rows).map(([name, count]) => [
      name,
      { rows: count, basis: 'stated' as const, asOf: null },
    ]),
  );
}
