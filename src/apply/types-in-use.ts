import type { Schema } from '../model/schema.ts';
import { type Blamed, refuse } from './lookup.ts';

/**
 * PostgreSQL drops a type only when no column has it; Rails' `drop_enum` passes no CASCADE.
 *
 * @throws {InputError} when a column or domain has the type, or an array of it.
 */
export function refuseUsedType(
  schema: Schema,
  name: string,
  what: 'enum' | 'domain',
  operation: Blamed,
): void {
  const users = [
    ...schema.tables.flatMap((table) =>
      table.columns
        .filter(({ type }) => type === name || type === `${name}[]`)
        .map((column) => `${table.name}.${column.name}`),
    ),
    ...schema.domains.filter(({ type }) => type === name).map((domain) => `domain ${domain.name}`),
  ];
  const [first] = users;
  if (first === undefined) return;
  throw refuse(
    operation,
    `${what} "${name}" cannot be dropped: ${first} is of that type`,
    `Drop ${users.join(', ')} first, or change the type.`,
  );
}
