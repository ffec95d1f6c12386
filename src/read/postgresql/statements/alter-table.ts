import type { AlterTableCmd, AlterTableStmt, AlterTableType } from '@pgsql/types';
import type { OperationBody } from '../../../model/operation.ts';
import { findColumn, findTable, type Table } from '../../../model/schema.ts';
import { joined } from '../../joined.ts';
import { relationName } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { alterColumn } from './alter-column.ts';
import { alterConstraint } from './alter-constraint.ts';
import { alterElsewhere } from './alter-elsewhere.ts';
import { columnOf } from './columns.ts';
import { attachPartition, detachPartition, inherit, noInherit } from './inheritance.ts';
import { withOnly } from './only.ts';
import { ownerOf } from './privileges.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';
import { firing } from './settings.ts';
import { constraintBodies } from './table-parts.ts';
import { tableProperties } from './table-properties.ts';

/** One action of ALTER TABLE on a table that the schema holds. */
export interface TableAction {
  readonly command: AlterTableCmd;
  readonly table: Table;
  readonly reading: Reading;
}

/** ALTER TABLE, and ALTER INDEX, VIEW or SEQUENCE where they take the same node. */
export function alterTable(node: AlterTableStmt, reading: Reading): Bodies {
  return joined(actionsOf(node, reading));
}

function* actionsOf(node: AlterTableStmt, reading: Reading): Bodies {
  const name = relationName(node.relation);
  const commands = nodesOf(node.cmds, 'AlterTableCmd').toSorted(
    (left, right) => passOf(left) - passOf(right),
  );
  for (const command of commands) {
    const table = findTable(reading.schema, name);
    if (command.subtype === 'AT_ChangeOwner') yield ownerOf(node.objtype, name, reading);
    else if (table) {
      const on = { table: name, schema: reading.schema };
      yield* withOnly(node.relation, on, actionBodies({ command, table, reading }));
    } else yield* alterElsewhere(node, command, reading);
  }
}

/**
 * The order in which one ALTER TABLE is carried out, whatever the order of the text: drops, types,
 * columns, constraints, the rest (AlterTablePass in src/backend/commands/tablecmds.c).
 */
function passOf({ subtype, def }: AlterTableCmd): number {
  switch (subtype) {
    case 'AT_DropColumn':
    case 'AT_DropConstraint':
    case 'AT_DropNotNull':
    case 'AT_DropExpression':
    case 'AT_DropIdentity':
      return 0;
    case 'AT_ColumnDefault':
      return def === undefined ? 0 : 5;
    case 'AT_AlterColumnType':
      return 1;
    case 'AT_AddColumn':
      return 2;
    case 'AT_SetNotNull':
      return 3;
    case 'AT_AddConstraint':
      return 4;
    default:
      return 5;
  }
}

type ReadAction = (action: TableAction) => Bodies;

const ACTIONS: { readonly [T in AlterTableType]?: ReadAction } = {
  AT_AddColumn: addColumn,
  AT_DropColumn: ({ command, table }) => [
    {
      kind: 'dropColumn',
      table: table.name,
      column: command.name ?? '',
      ifExists: command.missing_ok ?? false,
      cascade: command.behavior === 'DROP_CASCADE',
    },
  ],
  AT_AddConstraint: addConstraint,
  AT_DropConstraint: dropConstraint,
  AT_ValidateConstraint: validateConstraint,
  AT_AddInherit: inherit,
  AT_DropInherit: noInherit,
  AT_AttachPartition: attachPartition,
  AT_DetachPartition: detachPartition,
  AT_AlterConstraint: alterConstraint,
  AT_AddOf: ({ reading }) => [noEffect(reading, 'ties the table to a type')],
  AT_DropOf: ({ reading }) => [noEffect(reading, 'unties the table from its type')],
  AT_DetachPartitionFinalize: ({ reading }) => [noEffect(reading, 'detaches a partition')],
};

function actionBodies(action: TableAction): Bodies {
  const { command, table, reading } = action;
  const properties = tableProperties(action);
  if (properties) return [properties];
  const { subtype = 'AT_AddColumn' } = command;
  return firing(command, table.name, reading) ?? (ACTIONS[subtype] ?? alterColumn)(action);
}

/** The column, then what is written on it: a key, a check, a reference. */
function* addColumn({ command, table, reading }: TableAction): Bodies {
  const definition = nodeOf(command.def, 'ColumnDef');
  const { source } = reading.statement;
  if (!definition) throw new NotTold('its column could not be read');
  const { column, constraints } = columnOf(
    definition,
    table.name,
    source,
    reading.schema.complete ?? false,
  );
  const ifNotExists = command.missing_ok ?? false;
  const isThere = findColumn(table, column.name) !== null;
  yield { kind: 'addColumn', table: table.name, column, ifNotExists, position: null };
  if (isThere) return;
  // PostgreSQL 13+ decides it for each column; before, one default of the statement was enough.
  const isEmpty = column.default === null && column.autoIncrement === null && !column.generated;
  for (const constraint of constraints) {
    const bodies = constraintBodies({
      constraint,
      schema: reading.schema,
      table: findTable(reading.schema, table.name) ?? table,
      column: column.name,
      source,
    });
    for (const body of bodies) {
      yield isEmpty && body.kind === 'addForeignKey' ? { ...body, emptyColumn: true } : body;
    }
  }
}

function addConstraint({ command, table, reading }: TableAction): Bodies {
  const constraint = nodeOf(command.def, 'Constraint');
  if (!constraint) throw new NotTold('its constraint could not be read');
  const { schema, statement } = reading;
  return constraintBodies({ constraint, schema, table, column: null, source: statement.source });
}

/** VALIDATE; a name that the schema does not hold may be of a constraint that no dump shows. */
function validateConstraint({ command, table, reading }: TableAction): Bodies {
  const constraint = command.name ?? '';
  const known = [...table.foreignKeys, ...table.checkConstraints];
  if (known.some(({ name }) => name === constraint)) {
    return [{ kind: 'validateConstraint', table: table.name, constraint }];
  }
  return [noEffect(reading, `validates the constraint ${constraint} of ${table.name}`)];
}

/** DROP CONSTRAINT: the part of the table that has that name. */
function dropConstraint({ command, table, reading }: TableAction): Bodies {
  const name = command.name ?? '';
  const drop = dropByName(table, name, command.missing_ok ?? false);
  const dependents = command.behavior === 'DROP_CASCADE' ? keysInto(table, name, reading) : [];
  if (drop) return [...dependents, drop];
  if (command.missing_ok) {
    return [noEffect(reading, `would drop a constraint of ${table.name} that is not there`)];
  }
  throw new NotTold(`the schema holds no constraint "${name}" of ${table.name}`);
}

function dropByName(table: Table, name: string, ifExists: boolean): OperationBody | null {
  const has = (parts: readonly { readonly name: string }[]): boolean =>
    parts.some((part) => part.name === name);
  const on = { table: table.name, ifExists };
  if (has(table.foreignKeys)) return { kind: 'dropForeignKey', ...on, foreignKey: name };
  if (has(table.checkConstraints))
    return { kind: 'dropCheckConstraint', ...on, checkConstraint: name };
  if (has(table.uniqueConstraints))
    return { kind: 'dropUniqueConstraint', ...on, uniqueConstraint: name };
  if (has(table.exclusionConstraints))
    return { kind: 'dropExclusionConstraint', ...on, exclusionConstraint: name };
  if (table.indexes.some((index) => index.name === name && index.unique)) {
    // Up to Rails 7.0 a dump shows a unique constraint as an index of its name.
    return { kind: 'dropIndex', ...on, index: name, concurrently: false };
  }
  return isKeyName(table, name) ? { kind: 'dropPrimaryKey', table: table.name } : null;
}

/** A dump of Rails does not tell the name of the key, so any name that is left is the key's. */
function isKeyName({ name: table, primaryKey }: Table, name: string): boolean {
  if (primaryKey === null) return false;
  const bare = table.slice(table.lastIndexOf('.') + 1);
  return primaryKey.name === null
    ? name === `${bare}_pkey` || /_pk(?:ey)?$/.test(name)
    : primaryKey.name === name;
}

/** CASCADE drops the foreign keys that rely on a key or unique constraint. */
function keysInto(table: Table, name: string, { schema }: Reading): readonly OperationBody[] {
  const columns = isKeyName(table, name)
    ? table.primaryKey?.columns
    : table.uniqueConstraints.find((constraint) => constraint.name === name)?.columns;
  if (!columns) return [];
  const relies = (to: string, toColumns: readonly string[]) =>
    to === table.name && [...toColumns].sort().join() === [...columns].sort().join();
  return schema.tables.flatMap((other) =>
    other.foreignKeys
      .filter((key) => relies(key.toTable, key.toColumns))
      .map((key) => ({
        kind: 'dropForeignKey' as const,
        table: other.name,
        foreignKey: key.name,
        ifExists: false,
      })),
  );
}
