import type { Node, ParametersNode } from '@ruby/prism/src/nodes.js';
import type { RubySource } from '../source.ts';
import type { Call } from './call.ts';
import type { ClassEnvironment } from './class-environment.ts';
import type { Scope } from './scope.ts';
import { LimitReached, TOO_MANY_STEPS } from './signals.ts';

/** What a Ruby expression of a migration or schema file evaluates to. */
export type Value =
  | StringValue
  | SymbolValue
  | NumberValue
  | NilValue
  | BooleanValue
  | ArrayValue
  | HashValue
  | RangeValue
  | PatternValue
  | ProcValue
  | ConstantValue
  | ClassValue
  | InstanceValue
  | ModelValue
  | ObjectValue
  | UnknownValue;

export interface StringValue {
  readonly kind: 'string';
  readonly text: string;
}
export interface SymbolValue {
  readonly kind: 'symbol';
  readonly text: string;
}
export interface NumberValue {
  readonly kind: 'integer' | 'float';
  readonly number: number;
  /** As Ruby prints it; integers beyond 2^53 keep their digits here. */
  readonly text: string;
}
export interface NilValue {
  readonly kind: 'nil';
}
export interface BooleanValue {
  readonly kind: 'boolean';
  readonly value: boolean;
}
/** Ruby's arrays are changed in place by `<<` and `push`. */
export interface ArrayValue {
  readonly kind: 'array';
  readonly items: Value[];
}
export interface HashValue {
  readonly kind: 'hash';
  /** By {@link hashKey} of the key, in order of insertion. */
  readonly entries: Map<string, HashEntry>;
}
export interface HashEntry {
  readonly key: Value;
  readonly value: Value;
  /** Where the value was written; null when it was computed. */
  readonly node: Node | null;
}
export interface RangeValue {
  readonly kind: 'range';
  readonly from: Value;
  readonly to: Value;
  readonly exclusive: boolean;
}
export interface PatternValue {
  readonly kind: 'pattern';
  readonly source: string;
  /** Whether it was written with the flag `i`. */
  readonly ignoreCase: boolean;
}
/** A block, proc, lambda or method object. */
export interface ProcValue {
  readonly kind: 'proc';
  readonly parameters: ParametersNode | null;
  /** Names that `_1`, `_2` or `it` stand for, when there are no written parameters. */
  readonly implicit: readonly string[];
  readonly body: Node | null;
  readonly scope: Scope;
  readonly source: RubySource;
  readonly lambda: boolean;
  /** True for a block, which spreads a single array over several parameters. */
  readonly spreads: boolean;
  /** For `&:name`: the method that is called on the argument. */
  readonly method: string | null;
  /** For `&method(:name)`: what is called with the arguments. */
  readonly bound: ObjectValue | null;
  /** The call that a block is given to; null for a lambda. */
  readonly node: Node | null;
}
/** A constant whose value the files do not say, such as a class of the application. */
interface ConstantValue {
  readonly kind: 'constant';
  readonly name: string;
}
/** A class or module that the files define, and that is no model. */
export interface ClassValue {
  readonly kind: 'class';
  readonly name: string;
  readonly environment: ClassEnvironment;
}
/** An instance of such a class. */
export interface InstanceValue {
  readonly kind: 'instance';
  readonly environment: ClassEnvironment;
  readonly instanceVariables: Map<string, Value>;
}
/** A model class, a relation of it, or one of its records. */
export interface ModelValue {
  readonly kind: 'model';
  readonly name: string;
  /** Where the class is written; null when no file of the project tells. */
  readonly environment: ClassEnvironment | null;
  /** Null when the class does not tell it. */
  readonly table: string | null;
  readonly scope: 'whole' | 'part';
  readonly batched: boolean;
  readonly record: boolean;
}
/** A receiver that migdocs itself gives: the migration, the connection, `t` of a table's block. */
export interface ObjectValue {
  readonly kind: 'object';
  readonly name: string;
  /** Undefined when the object has no such method. */
  readonly call: (call: Call) => Value | undefined;
}
export interface UnknownValue {
  readonly kind: 'unknown';
  /** A clause that can follow "because". */
  readonly reason: string;
  /** The call that could not be understood and may have had an effect; null when there is none left to report. */
  readonly effect: Node | null;
  /** Of a text that is put together: its known parts, with NULL where a value is not known; null for others. */
  readonly outline: string | null;
  /** True for what was read from rows, such as a record's association: calls on it work on rows. */
  readonly ofRows: boolean;
}

export const NIL: NilValue = { kind: 'nil' };
export const TRUE: BooleanValue = { kind: 'boolean', value: true };
export const FALSE: BooleanValue = { kind: 'boolean', value: false };

export const string = (text: string): StringValue => ({ kind: 'string', text });
export const symbol = (text: string): SymbolValue => ({ kind: 'symbol', text });
export const boolean = (value: boolean): BooleanValue => (value ? TRUE : FALSE);
export const array = (items: Value[]): ArrayValue => ({ kind: 'array', items });
export const integer = (number: number): NumberValue => ({
  kind: 'integer',
  number,
  text: String(number),
});
export const float = (number: number): NumberValue => ({
  kind: 'float',
  number,
  text: Number.isInteger(number) ? number.toFixed(1) : String(number),
});
export const unknown = (
  reason: string,
  effect: Node | null = null,
  outline: string | null = null,
): UnknownValue => ({ kind: 'unknown', reason, effect, outline, ofRows: false });

/** A value that comes from rows; with the call that made it, when that may write some. */
export const unknownRows = (reason: string, effect: Node | null = null): UnknownValue => ({
  kind: 'unknown',
  reason,
  effect,
  outline: null,
  ofRows: true,
});

/** Tells keys apart as `Hash#eql?` does: `:a` is not `"a"`. */
export function hashKey(value: Value): string {
  return `${value.kind}:${inspect(value)}`;
}

export function hash(pairs: Iterable<readonly [Value, Value]>): HashValue {
  const entries = new Map<string, HashEntry>();
  for (const [key, value] of pairs) entries.set(hashKey(key), { key, value, node: null });
  return { kind: 'hash', entries };
}

/** The value at that symbol; undefined when the key is not there. */
export function option(from: HashValue, name: string): Value | undefined {
  return from.entries.get(`symbol::${name}`)?.value ?? from.entries.get(`string:"${name}"`)?.value;
}

/** Ruby's truth: all but nil and false. Null when it cannot be told. */
export function truth(value: Value): boolean | null {
  if (value.kind === 'unknown') return null;
  if (value.kind === 'model') return value.record ? null : true;
  return !(value.kind === 'nil' || (value.kind === 'boolean' && !value.value));
}

/** `to_s`; null for values that have no text known here. */
export function toText(value: Value): string | null {
  switch (value.kind) {
    case 'string':
    case 'symbol':
    case 'integer':
    case 'float':
      return value.text;
    case 'nil':
      return '';
    case 'boolean':
      return String(value.value);
    case 'constant':
    case 'class':
    case 'model':
      return value.name;
    case 'array':
    case 'hash':
      return inspect(value);
    default:
      return null;
  }
}

/** Parts of a value that are looked at: a value that holds itself has no end. */
const MAX_PARTS = 100_000;

/** What it costs to make the value, so that text and lists that double in a loop come to an end. */
export function sizeInSteps(value: Value): number {
  if (value.kind === 'string' || value.kind === 'symbol') return value.text.length >> 8;
  if (value.kind === 'array') return value.items.length >> 3;
  return value.kind === 'hash' ? value.entries.size >> 3 : 0;
}

/**
 * Ruby's `inspect`, as far as it serves as a key or a message.
 *
 * @throws {LimitReached} when the value has more than 100,000 parts.
 */
export function inspect(value: Value): string {
  return inspectWithin(value, { parts: MAX_PARTS });
}

function inspectWithin(value: Value, left: { parts: number }): string {
  left.parts -= 1;
  if (left.parts < 0) throw new LimitReached(TOO_MANY_STEPS);
  const inspect = (part: Value): string => inspectWithin(part, left);
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.text);
    case 'symbol':
      return `:${value.text}`;
    case 'nil':
      return 'nil';
    case 'array':
      return `[${value.items.map(inspect).join(', ')}]`;
    case 'hash':
      return `{${[...value.entries.values()].map((entry) => `${inspect(entry.key)} => ${inspect(entry.value)}`).join(', ')}}`;
    case 'range':
      return `${inspect(value.from)}${value.exclusive ? '...' : '..'}${inspect(value.to)}`;
    default:
      return toText(value) ?? value.kind;
  }
}

/** @throws {LimitReached} when the value has too many parts to go through them all. */
export function assertBounded(value: Value): void {
  inspect(value);
}

/** `==`; null when it cannot be told. */
export function equal(left: Value, right: Value): boolean | null {
  if (left.kind === 'unknown' || right.kind === 'unknown') return null;
  const numbers = (value: Value): value is NumberValue =>
    value.kind === 'integer' || value.kind === 'float';
  if (numbers(left) && numbers(right)) return left.number === right.number;
  if (left.kind !== right.kind) return false;
  if (left.kind === 'object' || left.kind === 'proc' || left.kind === 'instance') {
    return left === right ? true : null;
  }
  return inspect(left) === inspect(right);
}
