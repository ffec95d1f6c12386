import type { OperationOf } from '../model/operation.ts';
import type { Schema } from '../model/schema.ts';
import { missing, refuse } from './lookup.ts';

export function createPolicy(schema: Schema, operation: OperationOf<'createPolicy'>): Schema {
  const { policy } = operation;
  if (schema.policies.some(({ name, table }) => name === policy.name && table === policy.table)) {
    throw refuse(
      operation,
      `${policy.table} already has a policy "${policy.name}"`,
      'Drop it first.',
    );
  }
  return { ...schema, policies: [...schema.policies, policy] };
}

export function dropPolicy(schema: Schema, operation: OperationOf<'dropPolicy'>): Schema {
  const kept = schema.policies.filter(
    ({ name, table }) => name !== operation.policy || table !== operation.table,
  );
  if (kept.length < schema.policies.length) return { ...schema, policies: kept };
  throw missing(
    operation,
    `${operation.table} has no policy "${operation.policy}"`,
    operation.policy,
    schema.policies.filter(({ table }) => table === operation.table).map(({ name }) => name),
  );
}
