import type { AlterTableCmd, AlterTableType } from '@pgsql/types';
import {
  type TableOptions,
  tableOptions,
  tableOptionsText,
} from '../../../dialect/postgresql/table-options.ts';
import type { OperationBody, OperationOf } from '../../../model/operation.ts';
import type { Table } from '../../../model/schema.ts';
import { nodeOf } from '../nodes.ts';
import type { TableAction } from './alter-table.ts';
import { printedName, storageParameters } from './option-values.ts';
import { changedParameters, withoutParameters } from './storage-parameters.ts';

type Properties = Omit<OperationOf<'setTableOptions'>, 'kind' | 'table' | keyof typeof BASE>;

/** What every operation carries; the properties are the rest. */
const BASE = { source: 0, condition: 0, assured: 0, impliedBy: 0 } as const;

type ReadProperties = (command: AlterTableCmd, table: Table) => Properties;

const PROPERTIES: { readonly [T in AlterTableType]?: ReadProperties } = {
  AT_SetRelOptions: (command, { options }) => {
    const stated = storageParameters(nodeOf(command.def, 'List')?.items);
    return withOptions(options, (own) => ({
      ...own,
      parameters: changedParameters(own.parameters, stated),
    }));
  },
  AT_ResetRelOptions: (command, { options }) => {
    const stated = storageParameters(nodeOf(command.def, 'List')?.items);
    return withOptions(options, (own) => ({
      ...own,
      parameters: withoutParameters(own.parameters, stated),
    }));
  },
  AT_SetTableSpace: ({ name = '' }, { options }) =>
    withOptions(options, (own) => ({ ...own, tablespace: unlessDefault(name, 'pg_default') })),
  AT_SetAccessMethod: ({ name = 'heap' }, { options }) =>
    withOptions(options, (own) => ({ ...own, using: unlessDefault(name, 'heap') })),
  AT_SetLogged: () => ({ unlogged: false }),
  AT_SetUnLogged: () => ({ unlogged: true }),
  AT_ClusterOn: ({ name = '' }) => ({ clusteredBy: name }),
  AT_DropCluster: () => ({ clusteredBy: null }),
  AT_EnableRowSecurity: (_, table) => ({ rowSecurity: { ...rowSecurity(table), enabled: true } }),
  AT_DisableRowSecurity: (_, table) => ({ rowSecurity: { ...rowSecurity(table), enabled: false } }),
  AT_ForceRowSecurity: (_, table) => ({ rowSecurity: { ...rowSecurity(table), forced: true } }),
  AT_NoForceRowSecurity: (_, table) => ({ rowSecurity: { ...rowSecurity(table), forced: false } }),
  AT_ReplicaIdentity: (command) => ({ replicaIdentity: replicaIdentity(command) }),
};

/** What an action sets of the table as a whole; null for an action on a part of it. */
export function tableProperties({ command, table }: TableAction): OperationBody | null {
  const properties = PROPERTIES[command.subtype ?? 'AT_AddColumn']?.(command, table);
  return properties ? { kind: 'setTableOptions', table: table.name, ...properties } : null;
}

function withOptions(
  options: string | null,
  change: (options: TableOptions) => TableOptions,
): Properties {
  return { options: tableOptionsText(change(tableOptions(options))) };
}

function unlessDefault(name: string, own: string): string | null {
  return name === own ? null : printedName(name);
}

function rowSecurity({ rowSecurity: own }: Table) {
  return own ?? { enabled: false, forced: false };
}

/** Letters of pg_class.relreplident; the default one is told as null. */
function replicaIdentity({ def }: AlterTableCmd): string | null {
  const { identity_type: type, name = '' } = nodeOf(def, 'ReplicaIdentityStmt') ?? {};
  if (type === 'f') return 'FULL';
  if (type === 'n') return 'NOTHING';
  return type === 'i' ? `USING INDEX ${printedName(name)}` : null;
}
