import { argumentList, argumentTypes } from '../dialect/postgresql/function-arguments.ts';
import type { Engine } from '../model/engine.ts';
import type { DatabaseFunction } from '../model/schema.ts';

/** What tells functions of one name apart on each engine. */
const SIGNATURES: { readonly [E in Engine]: (definition: string) => string } = {
  // https://www.postgresql.org/docs/18/xfunc-overload.html
  postgresql: (definition) => argumentTypes(argumentList(definition)).join(', '),
  // A function and a procedure can share a name. https://dev.mysql.com/doc/refman/8.4/en/create-procedure.html
  mysql: (definition) => (/\bPROCEDURE\b/i.test(headOf(definition)) ? 'procedure' : 'function'),
  sqlite: () => '',
};

/** The types of the arguments, separated by commas: `integer, text`; on MySQL the kind of routine. */
export function signatureOf({ definition }: DatabaseFunction, engine: Engine): string {
  return SIGNATURES[engine](definition);
}

function headOf(definition: string): string {
  return definition.slice(0, definition.indexOf('('));
}
