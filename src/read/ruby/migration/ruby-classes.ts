import { own } from '../../../model/own.ts';
import type { Call } from '../evaluate/call.ts';
import { newEnvironment, readBody, statementsOf } from '../evaluate/class-environment.ts';
import { array, NIL, type ObjectValue, toText, type Value } from '../evaluate/values.ts';

/** `Struct.new(:name, :type) do … end` and `Data.define`: a class with these attributes. */
export function makeStruct(call: Call): Value {
  const outer = call.block?.scope.frame.classEnvironment ?? null;
  const environment = newEnvironment('class', 'Struct', call.source, outer, null);
  for (const value of call.args) {
    const name = toText(value);
    if (name !== null) environment.attributes.add(name);
  }
  if (call.block) readBody(statementsOf(call.block.body), environment);
  return { kind: 'class', name: 'Struct', environment };
}

/** `OpenStruct.new(name: "a")`. */
export function openStruct(call: Call): ObjectValue {
  const fields: { [name: string]: Value } = {};
  const [given = call.options] = call.args;
  for (const { key, value } of given.kind === 'hash' ? given.entries.values() : []) {
    fields[toText(key) ?? ''] = value;
  }
  return { kind: 'object', name: 'OpenStruct', call: (inner) => readField(inner, fields) };
}

function readField(call: Call, fields: { [name: string]: Value }): Value | undefined {
  const [value] = call.args;
  if (/^\w+=$/.test(call.name) && value) {
    fields[call.name.slice(0, -1)] = value;
    return value;
  }
  const name = call.name === '[]' && value ? (toText(value) ?? '') : call.name;
  return own(fields, name) ?? (/^\w+$/.test(name) && call.args.length === 0 ? NIL : undefined);
}

/** `Array.wrap`. */
export function wrapped(call: Call): Value {
  const [value = NIL] = call.args;
  if (value.kind === 'array' || value.kind === 'unknown') return value;
  return array(value.kind === 'nil' ? [] : [value]);
}
