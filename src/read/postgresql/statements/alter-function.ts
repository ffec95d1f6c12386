import type { AlterFunctionStmt, DefElem } from '@pgsql/types';
import { tokenizeSql } from '../../../dialect/sql-tokens.ts';
import type { DatabaseFunction } from '../../../model/schema.ts';
import { nodeOf, nodesOf } from '../nodes.ts';
import { functionOf } from './function-arguments.ts';
import { routineName } from './object-names.ts';
import { optionText } from './option-values.ts';
import { type Bodies, NotTold, noEffect, type Reading } from './reading.ts';

/** ALTER FUNCTION with traits: the function as it is then. A Ruby schema file may not hold it. */
export function alterFunction(node: AlterFunctionStmt, reading: Reading): Bodies {
  const name = routineName(node.func ?? null);
  const { schema } = reading;
  const named = schema.functions.filter((other) => other.name === name.replace(/\(.*$/s, ''));
  const found = functionOf(schema, name) ?? (named.length === 1 ? (named[0] ?? null) : null);
  if (!found) {
    if (schema.complete) throw new NotTold(`the schema holds no function ${name}`);
    return [noEffect(reading, `changes properties of the function ${name}`)];
  }
  const changed = nodesOf(node.actions, 'DefElem').reduce(withTrait, found);
  return [{ kind: 'createFunction', function: changed, replace: true }];
}

/** Words of traits by the option that they belong to: all of them go when another one is set. */
const TRAITS: { readonly [option: string]: readonly (readonly string[])[] } = {
  volatility: [['IMMUTABLE'], ['STABLE'], ['VOLATILE']],
  strict: [
    ['STRICT'],
    ['CALLED', 'ON', 'NULL', 'INPUT'],
    ['RETURNS', 'NULL', 'ON', 'NULL', 'INPUT'],
  ],
  security: [
    ['SECURITY', 'DEFINER'],
    ['SECURITY', 'INVOKER'],
  ],
  leakproof: [['NOT', 'LEAKPROOF'], ['LEAKPROOF']],
};

function withTrait({ name, definition }: DatabaseFunction, action: DefElem): DatabaseFunction {
  const option = action.defname ?? '';
  const words = TRAITS[option];
  if (option === 'set') return { name, definition: withSetting(definition, action) };
  if (!words) throw new NotTold(`migdocs does not know how a function shows ${option}`);
  const bare = words.reduce(withoutWords, definition);
  const trait = traitOf(option, action);
  return { name, definition: trait === '' ? bare : behindLanguage(bare, ` ${trait}`) };
}

function traitOf(option: string, action: DefElem): string {
  const value = optionText(action);
  if (option === 'volatility') return value === 'volatile' ? '' : value.toUpperCase();
  if (value !== 'true') return '';
  return option === 'security' ? 'SECURITY DEFINER' : option.toUpperCase();
}

/** The places of words that stand beside each other outside of strings and bodies; null for none. */
function placeOf(definition: string, words: readonly string[]) {
  const tokens = tokenizeSql(definition, 'postgresql');
  let start = 0;
  for (const [at, token] of tokens.entries()) {
    const own = tokens.slice(at).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
    if (words.every((word, place) => own[place]?.text.toUpperCase() === word)) {
      const last = own[words.length - 1];
      const end = tokens.slice(at, tokens.indexOf(last ?? token) + 1);
      return { start, end: start + end.map(({ text }) => text).join('').length };
    }
    start += token.text.length;
  }
  return null;
}

function withoutWords(definition: string, words: readonly string[]): string {
  const place = placeOf(definition, words);
  if (!place) return definition;
  return definition.slice(0, place.start).replace(/\s+$/, '') + definition.slice(place.end);
}

function behindLanguage(definition: string, text: string): string {
  const match = /\bLANGUAGE\s+(?:"[^"]+"|'[^']+'|\w+)/i.exec(definition);
  if (!match) throw new NotTold('its language could not be found');
  const end = match.index + match[0].length;
  return definition.slice(0, end) + text + definition.slice(end);
}

/** SET and RESET of a parameter, which pg_dump writes in a line of its own in front of the body. */
function withSetting(definition: string, { arg }: DefElem): string {
  const setting = nodeOf(arg, 'VariableSetStmt');
  const name = setting?.name ?? '';
  const line = new RegExp(`\\n?[ \\t]*\\bSET\\s+"?${name}"?\\s*(?:TO|=)[^\\n]*`, 'i');
  const bare = definition.replace(line, '');
  if (setting?.kind === 'VAR_RESET' || setting?.kind === 'VAR_SET_DEFAULT') return bare;
  const values = nodesOf(setting?.args, 'A_Const').map(({ sval, ival, fval, boolval }) =>
    sval ? `'${sval.sval ?? ''}'` : (fval?.fval ?? String(boolval?.boolval ?? ival?.ival ?? 0)),
  );
  const body = placeOf(bare, ['AS']) ?? placeOf(bare, ['BEGIN', 'ATOMIC']);
  if (!body || values.length === 0) throw new NotTold('its body could not be found');
  const before = bare.slice(0, body.start).replace(/\s+$/, '');
  return `${before}\n    SET ${name} TO ${values.join(', ')}\n    ${bare.slice(body.start)}`;
}
