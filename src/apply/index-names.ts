import type { Table } from '../model/schema.ts';

/** The table with the index that CLUSTER or the replica identity goes by under its new name. */
export function withIndexNamed(table: Table, from: string, to: string): Table {
  const identity = table.replicaIdentity === `USING INDEX ${from}` ? `USING INDEX ${to}` : null;
  if (table.clusteredBy !== from && identity === null) return table;
  return {
    ...table,
    ...(table.clusteredBy === from && { clusteredBy: to }),
    ...(identity !== null && { replicaIdentity: identity }),
  };
}

/** The table without mention of an index that is gone; it then has the default identity. */
export function withoutIndexNamed(table: Table, index: string): Table {
  const { clusteredBy, replicaIdentity, ...rest } = table;
  const keepsOrder = clusteredBy !== undefined && clusteredBy !== index;
  const keepsIdentity = replicaIdentity !== undefined && replicaIdentity !== `USING INDEX ${index}`;
  if (
    (clusteredBy === undefined || keepsOrder) &&
    (replicaIdentity === undefined || keepsIdentity)
  ) {
    return table;
  }
  return {
    ...rest,
    ...(keepsOrder && { clusteredBy }),
    ...(keepsIdentity && { replicaIdentity }),
  };
}
