import type { Node } from '@ruby/prism/src/nodes.js';
import type { RubySource } from '../source.ts';
import type { Evaluator } from './evaluator.ts';
import { type HashValue, hash, option, type ProcValue, toText, type Value } from './values.ts';

/** A method call with its arguments evaluated. */
export interface Call {
  readonly name: string;
  /** Null when it goes to `self`. */
  readonly receiver: Value | null;
  /** The positional arguments, splats spread. */
  readonly args: readonly Value[];
  /** The keyword arguments; empty when there are none. */
  readonly options: HashValue;
  readonly block: ProcValue | null;
  /** The call as it is written; or what stands for it, such as `a += 1` for `+`. */
  readonly node: Node;
  /** The file that the call stands in. */
  readonly source: RubySource;
  readonly evaluator: Evaluator;
}

/** Thrown inside a command that it cannot be understood; the statement becomes opaque. */
export class NotUnderstood extends Error {
  /** A clause that can follow "because". */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * The call with a hash in last place taken as its options, as Ruby 2 does and as Active Record's
 * `extract_options!` still does.
 */
export function withOptions(call: Call): Call {
  const last = call.args.at(-1);
  if (call.options.entries.size > 0 || last?.kind !== 'hash') return call;
  return { ...call, args: call.args.slice(0, -1), options: last };
}

/** The call with other positional arguments. */
export function withArgs(call: Call, name: string, args: readonly Value[]): Call {
  return { ...call, name, args };
}

/** The call with some options set anew, or taken away by undefined. */
export function withOption(
  call: Call,
  changes: { readonly [name: string]: Value | undefined },
): Call {
  return { ...call, options: mergeOptions(call.options, changes) };
}

export function mergeOptions(
  options: HashValue,
  changes: { readonly [name: string]: Value | undefined },
): HashValue {
  const entries = new Map(options.entries);
  for (const [name, value] of Object.entries(changes)) {
    const key = `symbol::${name}`;
    if (value === undefined) entries.delete(key);
    else entries.set(key, { key: { kind: 'symbol', text: name }, value, node: null });
  }
  return { kind: 'hash', entries };
}

export const NO_OPTIONS: HashValue = hash([]);

/** @throws {NotUnderstood} when the argument is not there or its value is not known. */
export function argument(call: Call, position: number): Value {
  const value = call.args[position];
  if (value === undefined) throw new NotUnderstood(`${call.name} lacks argument ${position + 1}`);
  return known(value, call.name);
}

/** @throws {NotUnderstood} when the value is not known. */
export function known(value: Value, what: string): Value {
  if (value.kind === 'unknown') throw new NotUnderstood(value.reason);
  if (value.kind === 'constant') {
    throw new NotUnderstood(`no file of the project defines the constant ${value.name}`);
  }
  if (value.kind === 'model' && value.record) {
    throw new NotUnderstood(`${what} takes a value from the rows of ${value.name}`);
  }
  return value;
}

/** A name given as string or symbol. A model stands for its table (`Migration#proper_table_name`). */
export function nameArgument(call: Call, position: number): string {
  const value = argument(call, position);
  return value.kind === 'model' && value.table !== null ? value.table : nameOf(value, call.name);
}

export function nameOf(value: Value, what: string): string {
  const text = known(value, what).kind === 'nil' ? null : toText(value);
  if (text === null || text === '' || value.kind === 'array' || value.kind === 'hash') {
    throw new NotUnderstood(`${what} is given something that is not a name`);
  }
  return text;
}

/** Names given as one or as an array of them. */
export function namesOf(value: Value, what: string): string[] {
  return value.kind === 'array'
    ? value.items.map((item) => nameOf(item, what))
    : [nameOf(value, what)];
}

/** The option's value; undefined when it is not given. @throws {NotUnderstood} when it is not known. */
export function givenOption(call: Call, name: string): Value | undefined {
  const value = option(call.options, name);
  return value === undefined ? undefined : known(value, `${call.name}'s option ${name}`);
}

/** The option as text; null when it is not given or nil. */
export function textOption(call: Call, name: string): string | null {
  const value = givenOption(call, name);
  if (value === undefined || value.kind === 'nil') return null;
  const text = toText(value);
  if (text === null) throw new NotUnderstood(`${call.name}'s option ${name} is not a text`);
  return text;
}

/** The option as a whole number; null when it is not given or nil. */
export function numberOption(call: Call, name: string): number | null {
  const value = givenOption(call, name);
  if (value === undefined || value.kind === 'nil') return null;
  if (value.kind === 'integer' || value.kind === 'float') return value.number;
  if (value.kind === 'string' && /^\d+$/.test(value.text)) return Number(value.text);
  throw new NotUnderstood(`${call.name}'s option ${name} is not a number`);
}

/** True when the option is there and neither nil nor false. */
export function flagOption(call: Call, name: string): boolean {
  const value = givenOption(call, name);
  return value !== undefined && value.kind !== 'nil' && !(value.kind === 'boolean' && !value.value);
}
