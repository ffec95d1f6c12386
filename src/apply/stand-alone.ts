import type { OperationOf } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import { has, refuse, replaced, requireObject, without } from './lookup.ts';
import { withoutUsersOfType } from './types-in-use.ts';

export function createDomain(schema: Schema, operation: OperationOf<'createDomain'>): Schema {
  const { domain } = operation;
  if (operation.replace) {
    requireObject(schema.domains, domain.name, 'domain', operation);
    return { ...schema, domains: replaced(schema.domains, domain.name, domain) };
  }
  if (has(schema.domains, domain.name)) {
    throw refuse(operation, `there is already a domain "${domain.name}"`, 'Drop it first.');
  }
  return { ...schema, domains: [...schema.domains, domain] };
}

export function dropDomain(schema: Schema, operation: OperationOf<'dropDomain'>): Schema {
  if (operation.ifExists && !has(schema.domains, operation.domain)) return schema;
  requireObject(schema.domains, operation.domain, 'domain', operation);
  const rest = withoutUsersOfType(schema, operation.domain, 'domain', operation);
  return { ...rest, domains: without(rest.domains, operation.domain) };
}

export function createVirtualTable(
  schema: Schema,
  operation: OperationOf<'createVirtualTable'>,
): Schema {
  const { virtualTable } = operation;
  if (has(schema.virtualTables, virtualTable.name) || has(schema.tables, virtualTable.name)) {
    throw refuse(operation, `there is already a table "${virtualTable.name}"`, 'Drop it first.');
  }
  return { ...schema, virtualTables: [...schema.virtualTables, virtualTable] };
}

export function dropVirtualTable(
  schema: Schema,
  operation: OperationOf<'dropVirtualTable'>,
): Schema {
  requireObject(schema.virtualTables, operation.virtualTable, 'virtual table', operation);
  return { ...schema, virtualTables: without(schema.virtualTables, operation.virtualTable) };
}
