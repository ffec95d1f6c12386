import type {
  Column,
  ForeignKey,
  Index,
  IndexPart,
  ReferentialAction,
  Schema,
  Table,
} from '../../model/schema.ts';
import { REFERENTIAL_ACTIONS } from '../referential-actions.ts';
import { defaultSql } from './defaults.ts';
import { quoteIdentifier, quoteTable } from './quoting.ts';

/**
 * CREATE TABLE as Active Record's SQLite adapter sends it, in one line but for the foreign keys,
 * whose clauses its schema creation breaks into lines (`visit_ForeignKeyDefinition`).
 */
export function createTableSql(table: Table): string {
  const [key, ...others] = table.primaryKey?.columns ?? [];
  const ownKey = others.length === 0 && table.primaryKey?.name == null ? key : undefined;
  const columns = table.columns.map((column) => columnSql(column, column.name === ownKey));
  const declared = ownKey !== undefined && table.columns.some(({ name }) => name === ownKey);
  const items = [
    ...columns,
    ...(table.primaryKey && !declared ? [primaryKeyClause(table.primaryKey)] : []),
    ...table.foreignKeys.map(foreignKeyClause),
    ...table.checkConstraints.map(
      ({ name, expression }) => `CONSTRAINT ${constraintName(name)} CHECK (${expression})`,
    ),
    ...table.uniqueConstraints.map(
      ({ name, columns: unique }) =>
        `CONSTRAINT ${quoteIdentifier(name)} UNIQUE (${names(unique)})`,
    ),
  ];
  const options = table.options === null ? '' : ` ${table.options}`;
  return `CREATE TABLE ${quoteTable(table.name)} (${items.join(', ')})${options}`;
}

/** Active Record does not quote the name of a check. */
function constraintName(name: string): string {
  return /^\w+$/.test(name) ? name : quoteIdentifier(name);
}

function primaryKeyClause({ name, columns }: NonNullable<Table['primaryKey']>): string {
  const clause = `PRIMARY KEY (${names(columns)})`;
  return name === null ? clause : `CONSTRAINT ${quoteIdentifier(name)} ${clause}`;
}

/** A column as it stands in CREATE TABLE and behind ADD. */
export function columnSql(column: Column, isKey: boolean): string {
  const counts = isKey && column.autoIncrement !== null;
  const generated = column.generated && generatedClause(column.generated);
  const value = column.default && `DEFAULT ${defaultSql(column.default, column.type)}`;
  const parts = [
    quoteIdentifier(column.name),
    column.type,
    counts && 'PRIMARY KEY AUTOINCREMENT',
    column.collation && `COLLATE ${quoteIdentifier(column.collation)}`,
    generated,
    value,
    !column.nullable && 'NOT NULL',
    isKey && !counts && 'PRIMARY KEY',
  ];
  return parts.filter((part) => part).join(' ');
}

function generatedClause({ expression, stored }: NonNullable<Column['generated']>): string {
  return `GENERATED ALWAYS AS (${expression}) ${stored ? 'STORED' : 'VIRTUAL'}`;
}

/** As its heredoc has it: the line ends before what follows. */
function foreignKeyClause(key: ForeignKey): string {
  const head = [
    `CONSTRAINT ${quoteIdentifier(key.name)}`,
    `FOREIGN KEY (${names(key.columns)})`,
    `  REFERENCES ${quoteTable(key.toTable)} (${names(key.toColumns)})`,
    '',
  ].join('\n');
  return [
    head,
    action('DELETE', key.onDelete),
    action('UPDATE', key.onUpdate),
    key.deferrable === null ? '' : ` DEFERRABLE INITIALLY ${key.deferrable.toUpperCase()}`,
  ].join('');
}

function action(event: string, what: ReferentialAction): string {
  return what === 'noAction' ? '' : ` ON ${event} ${REFERENTIAL_ACTIONS[what]}`;
}

export function createIndexSql(index: Index, table: string): string {
  const unique = index.unique ? 'UNIQUE ' : '';
  const parts = index.parts.map(indexPart).join(', ');
  const where = index.where === null ? '' : ` WHERE ${index.where}`;
  return `CREATE ${unique}INDEX ${quoteIdentifier(index.name)} ON ${quoteTable(table)} (${parts})${where}`;
}

function indexPart(part: IndexPart): string {
  const text = part.column === null ? part.expression : quoteIdentifier(part.column);
  const collation = part.collation === null ? '' : ` COLLATE ${quoteIdentifier(part.collation)}`;
  return `${text}${collation}${part.order === 'desc' ? ' DESC' : ''}`;
}

function names(columns: readonly string[]): string {
  return columns.map(quoteIdentifier).join(', ');
}

/**
 * The statements that make the schema in an empty database, in an order that runs.
 *
 * @param tableSql - the CREATE TABLE of a table, as Active Record sends it when left out.
 */
export function schemaDdl(
  schema: Schema,
  tableSql: (table: Table) => string = createTableSql,
): readonly string[] {
  return [
    ...schema.tables.flatMap((table) => [
      tableSql(table),
      ...table.indexes.map((index) => createIndexSql(index, table.name)),
    ]),
    ...schema.virtualTables.map(
      ({ name, module, arguments: given }) =>
        `CREATE VIRTUAL TABLE ${quoteTable(name)} USING ${module} (${given.join(', ')})`,
    ),
    ...schema.views.map(
      ({ name, definition }) => `CREATE VIEW ${quoteTable(name)} AS ${definition}`,
    ),
    ...schema.triggers.map(({ definition }) => definition),
  ];
}
