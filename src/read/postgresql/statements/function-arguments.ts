import type { CreateFunctionStmt } from '@pgsql/types';
import { bareName } from '../../../dialect/sql-names.ts';
import type { DatabaseFunction, Schema } from '../../../model/schema.ts';
import { nameOfList } from '../names.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { parseOne } from '../parse.ts';
import { typeOf } from '../types.ts';

/** Kinds of parameters that tell functions of one name apart (pg_proc.proargtypes). */
const INPUTS: ReadonlySet<string> = new Set([
  'FUNC_PARAM_IN',
  'FUNC_PARAM_INOUT',
  'FUNC_PARAM_VARIADIC',
  'FUNC_PARAM_DEFAULT',
]);

/** `total(integer, text)`: the function as DROP and COMMENT ON name it. */
function signatureOf(node: CreateFunctionStmt): string {
  const types = nodesOf(node.parameters, 'FunctionParameter')
    .filter(({ mode }) => INPUTS.has(mode ?? ''))
    .map(({ argType }) => typeOf(argType && { ...argType, setof: false }));
  return `${nameOfList(node.funcname)}(${types.join(', ')})`;
}

/** The function with that signature; null when the schema holds none. */
export function functionOf(schema: Schema, signature: string): DatabaseFunction | null {
  const name = signature.slice(0, signature.indexOf('('));
  const named = schema.functions.filter((other) => other.name === name);
  return named.find((other) => signatureOfDefinition(other) === signature) ?? null;
}

function signatureOfDefinition({ definition }: DatabaseFunction): string | null {
  const { node } = parseOne(definition);
  const made = node && nodeOf(node, 'CreateFunctionStmt');
  return made ? signatureOf(made) : null;
}

/** The arguments of the function as its definition has them, with their parentheses. */
export function argumentList({ name, definition }: DatabaseFunction): string {
  const { source } = parseOne(definition);
  const start = Math.max(source.text.indexOf(bareName(name)), 0);
  return `(${source.enclosed(start)?.text ?? ''})`;
}
