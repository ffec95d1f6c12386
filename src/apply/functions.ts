import type { OperationOf } from '../model/operation.ts';
import type { DatabaseFunction, Schema } from '../model/schema.ts';
import { missing, refuse } from './lookup.ts';

/**
 * PostgreSQL tells functions apart by name and argument types, so a definition with other
 * arguments stands beside the one of that name.
 */
export function createFunction(schema: Schema, operation: OperationOf<'createFunction'>): Schema {
  const added = operation.function;
  const same = (other: DatabaseFunction) =>
    other.name === added.name && argumentsOf(other) === argumentsOf(added);
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

/** Drops by name, or by `name(arguments)` where several share the name. */
export function dropFunction(schema: Schema, operation: OperationOf<'dropFunction'>): Schema {
  const { name, list } = split(operation.function);
  const matches = schema.functions.filter(
    (other) => other.name === name && (list === null || argumentsOf(other) === list),
  );
  const [found] = matches;
  if (!found) {
    if (operation.ifExists) return schema;
    const names = schema.functions.map((other) => other.name);
    throw missing(operation, `there is no function "${operation.function}"`, name, names);
  }
  if (matches.length > 1) {
    throw refuse(
      operation,
      `function name "${name}" is not unique`,
      'Name its arguments: there are several functions of that name.',
    );
  }
  return { ...schema, functions: schema.functions.filter((other) => other !== found) };
}

function split(text: string): { readonly name: string; readonly list: string | null } {
  const open = text.indexOf('(');
  if (open < 0) return { name: text, list: null };
  return { name: text.slice(0, open).trim(), list: normalised(text.slice(open)) };
}

/** The argument list of a CREATE FUNCTION, parentheses included; empty when it has none. */
function argumentsOf({ definition }: DatabaseFunction): string {
  const open = definition.indexOf('(');
  let depth = 0;
  for (let position = open; open >= 0 && position < definition.length; position += 1) {
    const character = definition.charAt(position);
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return normalised(definition.slice(open, position + 1));
  }
  return '';
}

function normalised(list: string): string {
  return list
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([(),]) ?/g, '$1');
}
