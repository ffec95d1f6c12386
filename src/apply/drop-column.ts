import type { OperationOf } from '../model/operation.ts';
import type { CheckConstraint, Index, PrimaryKey, Schema, Table } from '../model/schema.ts';
import { withoutProgramsOfColumn } from './column-programs.ts';
import { readersOfColumn, viewsWithColumn, withoutRulesOfColumn } from './column-readers.ts';
import { dependentViews } from './dependent-views.ts';
import { ENGINE_EFFECTS } from './engine-effects.ts';
import { refuse, requireColumn, requireTable, without, withTable } from './lookup.ts';
import { mentionsColumn } from './sql-identifiers.ts';

type DropColumn = OperationOf<'dropColumn'>;

/**
 * Drops a column with what the engine drops along.
 *
 * PostgreSQL: every index, key and constraint of the table that involves the column. MySQL and
 * SQLite (as Rails copies the table): indexes lose the column and go with their last one; a check
 * over other columns too, and on MySQL a foreign key, refuse. What depends on the column from
 * outside (foreign keys of other tables, generated columns) refuses, or goes with CASCADE.
 *
 * @throws {InputError} when the engine would refuse.
 */
export function dropColumn(schema: Schema, operation: DropColumn): Schema {
  const table = requireTable(schema, operation.table, operation);
  if (operation.ifExists && !table.columns.some(({ name }) => name === operation.column)) {
    return schema;
  }
  requireColumn(table, operation.column, operation);
  const released = releaseFromOutside(schema, table, operation);
  const generated = dependentColumns(schema, table, operation);
  const dropped = [operation.column, ...generated].reduce(
    (result, column) => withoutColumn(schema, result, column, operation),
    requireTable(released, table.name, operation),
  );
  const sequences = released.sequences.filter(
    ({ ownedBy }) => ownedBy !== `${table.name}.${operation.column}`,
  );
  return { ...withTable(released, dropped), sequences };
}

/** The table without the column and what goes with it. */
function withoutColumn(schema: Schema, table: Table, column: string, operation: DropColumn): Table {
  const { engine } = schema;
  const effects = ENGINE_EFFECTS[engine];
  const involves = (columns: readonly string[]) => columns.includes(column);
  const mentions = (sql: string | null) =>
    sql !== null && mentionsColumn(sql, column, table.name, engine);
  refuseForeignKey(schema, table, column, operation);
  refuseLast(schema, table, operation);
  return {
    ...table,
    columns: without(table.columns, column),
    primaryKey: primaryKeyWithout(table.primaryKey, column, effects.indexLosesColumn),
    indexes: table.indexes.flatMap((index) =>
      indexWithout(schema, index, { table: table.name, column, operation }),
    ),
    foreignKeys: table.foreignKeys.filter(
      (key) => !involves(key.columns) && !(key.toTable === table.name && involves(key.toColumns)),
    ),
    checkConstraints: table.checkConstraints.filter(
      (check) => !dropsCheck(schema, table, check, column, operation),
    ),
    uniqueConstraints: table.uniqueConstraints.filter(({ columns }) => !involves(columns)),
    exclusionConstraints: table.exclusionConstraints.filter(
      ({ expression, where }) => !mentions(expression) && !mentions(where),
    ),
  };
}

/** MySQL error 1090; SQLite makes no table without columns. */
function refuseLast(schema: Schema, table: Table, operation: DropColumn): void {
  if (!ENGINE_EFFECTS[schema.engine].tablesNeedColumns || table.columns.length > 1) return;
  throw refuse(
    operation,
    `${table.name}.${operation.column} cannot be dropped: it is the table's only column`,
    'Drop the table.',
  );
}

function primaryKeyWithout(
  key: PrimaryKey | null,
  column: string,
  losesColumn: boolean,
): PrimaryKey | null {
  if (key === null || !key.columns.includes(column)) return key;
  const columns = key.columns.filter((name) => name !== column);
  return losesColumn && columns.length > 0 ? { ...key, columns } : null;
}

/** The index as it is without the column: the same, with fewer columns, or none. */
function indexWithout(
  schema: Schema,
  index: Index,
  drop: { readonly table: string; readonly column: string; readonly operation: DropColumn },
): readonly Index[] {
  const { table, column, operation } = drop;
  const mentions = (sql: string | null) =>
    sql !== null && mentionsColumn(sql, column, table, schema.engine);
  const computed =
    mentions(index.where) || index.parts.some(({ expression }) => mentions(expression));
  const listed = index.parts.some((part) => part.column === column);
  if (!computed && !listed && !index.include.includes(column)) return [index];
  if (!ENGINE_EFFECTS[schema.engine].indexLosesColumn) return [];
  if (computed) {
    // MySQL error 3837 for functional index parts; SQLite cannot build the copy's index.
    throw refuse(
      operation,
      `${table}.${column} cannot be dropped: index "${index.name}" computes with it`,
      `Drop the index "${index.name}" first.`,
    );
  }
  const parts = index.parts.filter((part) => part.column !== column);
  return parts.length > 0 ? [{ ...index, parts }] : [];
}

/**
 * MySQL drops a check over this column alone along with it and refuses for one over others too
 * (error 3959, 8.0.16); SQLite refuses for both.
 */
function dropsCheck(
  schema: Schema,
  table: Table,
  check: CheckConstraint,
  column: string,
  operation: DropColumn,
): boolean {
  const mentions = (name: string) =>
    mentionsColumn(check.expression, name, table.name, schema.engine);
  if (!mentions(column)) return false;
  if (ENGINE_EFFECTS[schema.engine].dropColumnDropsConstraints) return true;
  const alone = !table.columns.some(({ name }) => name !== column && mentions(name));
  if (alone && !ENGINE_EFFECTS[schema.engine].copiesTable) return true;
  throw refuse(
    operation,
    `${table.name}.${column} cannot be dropped: check constraint "${check.name}" uses it`,
    `Drop the check constraint "${check.name}" first.`,
  );
}

function refuseForeignKey(
  schema: Schema,
  table: Table,
  column: string,
  operation: DropColumn,
): void {
  if (ENGINE_EFFECTS[schema.engine].dropColumnDropsForeignKeys) return;
  const key = table.foreignKeys.find(({ columns }) => columns.includes(column));
  if (!key) return;
  // MySQL error 1828.
  throw refuse(
    operation,
    `${table.name}.${column} cannot be dropped: foreign key "${key.name}" needs it`,
    `Drop the foreign key first: \`remove_foreign_key :${table.name}, name: "${key.name}"\`.`,
  );
}

/** Lets go of the column what is not part of its table: keys of other tables, views, policies, triggers. */
function releaseFromOutside(schema: Schema, table: Table, operation: DropColumn): Schema {
  const refers = (toTable: string, toColumns: readonly string[]) =>
    toTable === table.name && toColumns.includes(operation.column);
  const effects = ENGINE_EFFECTS[schema.engine];
  if (!effects.protectsReferencedColumns) return schema;
  if (operation.cascade) {
    const tables = schema.tables.map((other) => {
      if (!other.foreignKeys.some((key) => refers(key.toTable, key.toColumns))) return other;
      const kept = other.foreignKeys.filter((key) => !refers(key.toTable, key.toColumns));
      return { ...other, foreignKeys: kept };
    });
    if (!effects.cascadesToViews) return { ...schema, tables };
    const gone = schema.complete
      ? viewsWithColumn(schema, operation)
      : viewsOfColumn(schema, operation);
    const views = schema.views.filter(({ name }) => !gone.has(name));
    const rest = withoutProgramsOfColumn({ ...schema, tables, views }, operation);
    return schema.complete ? withoutRulesOfColumn(rest, operation) : rest;
  }
  for (const other of schema.tables) {
    if (other.name === table.name) continue;
    const key = other.foreignKeys.find(({ toTable, toColumns }) => refers(toTable, toColumns));
    if (!key) continue;
    throw refuse(
      operation,
      `${table.name}.${operation.column} cannot be dropped: foreign key "${key.name}" of ${other.name} refers to it`,
      `Drop that foreign key first: \`remove_foreign_key :${other.name}, name: "${key.name}"\`.`,
    );
  }
  refuseReaders(schema, operation);
  return schema;
}

/** A complete schema file shows all that depends on the column. */
function refuseReaders(schema: Schema, operation: DropColumn): void {
  if (!schema.complete || !ENGINE_EFFECTS[schema.engine].cascadesToViews) return;
  const [first] = readersOfColumn(schema, operation).words;
  if (first === undefined) return;
  throw refuse(
    operation,
    `${operation.table}.${operation.column} cannot be dropped: ${first} depends on it`,
    'Drop what depends on it first, or say CASCADE.',
  );
}

/** Views that read the table and name the column, and the views over them. */
function viewsOfColumn(schema: Schema, operation: DropColumn): ReadonlySet<string> {
  const readers = dependentViews(schema, operation.table);
  const direct = schema.views.filter(
    ({ name, definition }) =>
      readers.has(name) && namesColumn(definition, operation.column, schema),
  );
  return new Set(direct.flatMap(({ name }) => [name, ...dependentViews(schema, name)]));
}

/** Aliases are not resolved: the name counts under any qualifier. */
function namesColumn(definition: string, column: string, schema: Schema): boolean {
  return mentionsColumn(
    definition.replaceAll(/\b[\p{L}_][\p{L}\p{N}_$]*\./gu, ''),
    column,
    '',
    schema.engine,
  );
}

/** Names of the generated columns that compute with the dropped one; they go only with CASCADE. */
function dependentColumns(schema: Schema, table: Table, operation: DropColumn): readonly string[] {
  const dependent = table.columns.filter(
    ({ generated }) =>
      generated !== null &&
      mentionsColumn(generated.expression, operation.column, table.name, schema.engine),
  );
  const [first] = dependent;
  if (first && !operation.cascade) {
    throw refuse(
      operation,
      `${table.name}.${operation.column} cannot be dropped: the generated column ${table.name}.${first.name} computes with it`,
      `Drop ${table.name}.${first.name} first.`,
    );
  }
  return dependent.map(({ name }) => name);
}
