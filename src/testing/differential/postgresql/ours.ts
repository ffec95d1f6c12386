import { applyOperation } from '../../../apply/index.ts';
import { InputError } from '../../../model/errors.ts';
import type { Operation } from '../../../model/operation.ts';
import type { Schema } from '../../../model/schema.ts';
import { postgresqlOperations } from '../../../read/postgresql/statements/index.ts';

/** What migdocs makes of one statement. */
export type Reading =
  | {
      readonly kind: 'accepted';
      readonly schema: Schema;
      readonly operations: readonly Operation[];
    }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'opaque'; readonly reason: string };

const SOURCE = { path: 'db/migrate/1_change.sql', line: 1, column: 1, endLine: 1 };

/** Reads the statement over the schema and applies what it asks for. */
export function readStatement(sql: string, before: Schema): Reading {
  const scope = { schema: before };
  const operations: Operation[] = [];
  try {
    for (const { body, impliedBy } of postgresqlOperations(sql, scope)) {
      if (body.kind === 'opaque') return { kind: 'opaque', reason: body.reason };
      const operation = { ...body, source: SOURCE, condition: null, assured: false, impliedBy };
      operations.push(operation);
      scope.schema = applyOperation(scope.schema, operation);
    }
  } catch (error) {
    if (error instanceof InputError) return { kind: 'refused', message: error.message };
    throw error;
  }
  return { kind: 'accepted', schema: scope.schema, operations };
}
