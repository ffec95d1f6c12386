import { isOfType, type Schema } from '../model/schema.ts';
import { dropColumn } from './drop-column.ts';
import { type Blamed, refuse } from './lookup.ts';
import { release } from './release.ts';
import { mentionsType } from './sql-identifiers.ts';

type Drop = Blamed & { readonly cascade?: true };

/**
 * The schema without what has the type, as CASCADE drops it: its columns, the domains over it, and
 * what casts to it. PostgreSQL drops a type without CASCADE only when nothing has it; Rails'
 * `drop_enum` passes none.
 *
 * @throws {InputError} when something has the type, or an array of it, and CASCADE is not said.
 */
export function withoutUsersOfType(
  schema: Schema,
  name: string,
  what: string,
  operation: Drop,
): Schema {
  const columns = schema.tables.flatMap((table) =>
    table.columns
      .filter(({ type }) => isOfType(type, name))
      .map((column) => ({ table: table.name, column: column.name })),
  );
  const domains = schema.domains.filter(({ type }) => isOfType(type, name));
  const casts = release(schema, (sql) => mentionsType(sql, name, schema.engine));
  const users = [
    ...columns.map(({ table, column }) => `${table}.${column}`),
    ...domains.map((domain) => `domain ${domain.name}`),
  ];
  if (!operation.cascade) {
    refuseUsed(users, schema.complete ? casts.dependents : [], `${what} "${name}"`, operation);
    return schema;
  }
  const uncast = withoutCasts(casts.schema, name);
  const rest = [...columns, ...casts.columns].reduce(
    (result, { table, column }) => withoutColumn(result, table, column, operation),
    uncast,
  );
  return domains.reduce((result, domain) => {
    const freed = withoutUsersOfType(result, domain.name, 'domain', operation);
    return { ...freed, domains: freed.domains.filter((other) => other.name !== domain.name) };
  }, rest);
}

/** Casts, operators and aggregates whose own name says the type: `mood AS integer`. */
function withoutCasts(schema: Schema, name: string): Schema {
  if (!schema.objects) return schema;
  const objects = schema.objects.filter(
    ({ type, name: own }) =>
      !/^(?:cast|operator|aggregate)$/.test(type) ||
      !own.split(/ AS |[(),]\s*/).some((part) => isOfType(part.trim(), name)),
  );
  return objects.length === schema.objects.length ? schema : { ...schema, objects };
}

function refuseUsed(
  users: readonly string[],
  casts: readonly string[],
  what: string,
  operation: Drop,
): void {
  const [first = casts[0]] = users;
  if (first === undefined) return;
  const why = users.length > 0 ? 'is of that type' : 'depends on it';
  throw refuse(
    operation,
    `${what} cannot be dropped: ${first} ${why}`,
    `Drop ${[...users, ...casts].join(', ')} first, or change the type.`,
  );
}

function withoutColumn(schema: Schema, table: string, column: string, { source }: Drop): Schema {
  return dropColumn(schema, {
    kind: 'dropColumn',
    table,
    column,
    ifExists: true,
    cascade: true,
    source,
    condition: null,
    assured: false,
    impliedBy: null,
  });
}
