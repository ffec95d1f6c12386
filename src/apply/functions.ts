import { argumentTypes } from '../dialect/postgresql/function-arguments.ts';
import type { OperationOf } from '../model/operation.ts';
import type { DatabaseFunction, Schema } from '../model/schema.ts';
import { dropColumn } from './drop-column.ts';
import { signatureOf } from './function-signatures.ts';
import { type Blamed, missing, refuse } from './lookup.ts';
import { release } from './release.ts';
import { mentionsFunction } from './sql-relations.ts';

/**
 * PostgreSQL tells functions apart by name and argument types, so a definition with other
 * arguments stands beside the one of that name.
 */
export function createFunction(schema: Schema, operation: OperationOf<'createFunction'>): Schema {
  const added = operation.function;
  const signature = signatureOf(added, schema.engine);
  const same = (other: DatabaseFunction) =>
    other.name === added.name && signatureOf(other, schema.engine) === signature;
  if (!schema.functions.some(same)) {
    return { ...schema, functions: [...schema.functions, added] };
  }
  if (!operation.replace) {
    throw refuse(operation, `there is already a function "${added.name}"`, 'Replace it instead.');
  }
  return {
    ...schema,
    functions: schema.functions.map((other) => (same(other) ? added : other)),
  };
}

/**
 * Drops by name, or by `name(arguments)` where several share the name; with CASCADE also the
 * triggers, defaults, checks, indexes, policies and views that call it.
 *
 * @throws {InputError} when one of these is there and it is dropped without CASCADE.
 */
export function dropFunction(schema: Schema, operation: OperationOf<'dropFunction'>): Schema {
  const found = functionNamed(schema, operation.function, operation);
  if (!found) {
    if (operation.ifExists) return schema;
    throw missingFunction(schema, operation.function, operation);
  }
  const rest = { ...schema, functions: schema.functions.filter((other) => other !== found) };
  // A call of one that has namesakes may be one of these.
  const isOnly = !rest.functions.some(({ name }) => name === found.name);
  if (!schema.complete || !isOnly) return rest;
  const released = release(rest, (sql) => mentionsFunction(sql, found.name, schema.engine));
  const [first] = released.dependents;
  if (first !== undefined && !operation.cascade) {
    throw refuse(
      operation,
      `function "${operation.function}" cannot be dropped: ${first} depends on it`,
      'Drop what depends on it first, or say CASCADE.',
    );
  }
  return released.columns.reduce(
    (result, { table, column }) =>
      dropColumn(result, {
        ...operation,
        kind: 'dropColumn',
        table,
        column,
        ifExists: true,
        cascade: true,
      }),
    released.schema,
  );
}

/**
 * The function with that name, or that name and argument types; null when there is none.
 *
 * @throws {InputError} when several have the name, and no arguments are given.
 */
export function functionNamed(
  schema: Schema,
  text: string,
  operation: Blamed,
): DatabaseFunction | null {
  const open = text.indexOf('(');
  const name = open < 0 ? text : text.slice(0, open).trim();
  const types = open < 0 ? null : argumentTypes(text.slice(open + 1, -1)).join(', ');
  const namesakes = schema.functions.filter((other) => other.name === name);
  const matches =
    types === null || schema.engine !== 'postgresql'
      ? namesakes
      : namesakes.filter((other) => signatureOf(other, schema.engine) === types);
  if (matches.length > 1) {
    throw refuse(
      operation,
      `function name "${name}" is not unique`,
      'Name its arguments: there are several functions of that name.',
    );
  }
  return matches[0] ?? null;
}

export function missingFunction(schema: Schema, text: string, operation: Blamed) {
  const names = schema.functions.map((other) => other.name);
  const [name = text] = text.split('(');
  return missing(operation, `there is no function "${text}"`, name, names);
}
