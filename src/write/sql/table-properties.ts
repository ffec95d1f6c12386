import type { Dialect } from '../../dialect/dialect.ts';
import type { OperationOf } from '../../model/operation.ts';
import type { PartitionBound, Table } from '../../model/schema.ts';
import { statement } from './statement.ts';

/** What ALTER TABLE sets on PostgreSQL besides the storage options; what is left out stays. */
export type TableProperties = Pick<
  OperationOf<'setTableOptions'>,
  'rowSecurity' | 'replicaIdentity' | 'clusteredBy' | 'unlogged'
>;

type RowSecurity = NonNullable<Table['rowSecurity']>;

/**
 * The statements that set them, in the order in which pg_dump writes them.
 *
 * @param current - the table's row security as it is: what stays is not stated again.
 */
export function tablePropertySql(
  { rowSecurity, replicaIdentity, clusteredBy, unlogged }: TableProperties,
  table: string,
  dialect: Dialect,
  current: RowSecurity = { enabled: false, forced: false },
): readonly string[] {
  const alter = (action: string) => statement(`ALTER TABLE ${dialect.quoteTable(table)} ${action}`);
  return [
    ...(unlogged === undefined ? [] : [alter(unlogged ? 'SET UNLOGGED' : 'SET LOGGED')]),
    ...(clusteredBy === undefined ? [] : [alter(clusterAction(clusteredBy, dialect))]),
    ...(replicaIdentity === undefined
      ? []
      : [alter(`REPLICA IDENTITY ${replicaIdentity ?? 'DEFAULT'}`)]),
    ...(rowSecurity === undefined ? [] : rowSecurityActions(rowSecurity, current).map(alter)),
  ];
}

/** The same for a table that is being created, whose index is named once it is there. */
export function newTablePropertySql(table: Table, dialect: Dialect): readonly string[] {
  const { rowSecurity, replicaIdentity, clusteredBy } = table;
  const properties: TableProperties = {
    ...(rowSecurity && { rowSecurity }),
    ...(replicaIdentity !== undefined && { replicaIdentity }),
    ...(clusteredBy !== undefined && { clusteredBy }),
  };
  return tablePropertySql(properties, table.name, dialect);
}

function clusterAction(index: string | null, dialect: Dialect): string {
  return index === null ? 'SET WITHOUT CLUSTER' : `CLUSTER ON ${dialect.quoteIdentifier(index)}`;
}

/** Two switches, of which ENABLE and FORCE turn one on. */
function rowSecurityActions(
  { enabled, forced }: RowSecurity,
  current: RowSecurity,
): readonly string[] {
  return [
    ...(enabled === current.enabled
      ? []
      : [`${enabled ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`]),
    ...(forced === current.forced ? [] : [`${forced ? 'FORCE' : 'NO FORCE'} ROW LEVEL SECURITY`]),
  ];
}

export function attachPartitionSql(
  table: string,
  { parent, bound }: PartitionBound,
  dialect: Dialect,
): string {
  return statement(
    `ALTER TABLE ${dialect.quoteTable(parent)} ATTACH PARTITION ${dialect.quoteTable(table)} ${bound}`,
  );
}
