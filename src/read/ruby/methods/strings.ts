import {
  camelize,
  classify,
  pluralize,
  singularize,
  tableize,
  underscore,
} from '../../../dialect/rails/inflections.ts';
import { own } from '../../../model/own.ts';
import type { Call } from '../evaluate/call.ts';
import {
  array,
  boolean,
  float,
  integer,
  NIL,
  type StringValue,
  type SymbolValue,
  string,
  symbol,
  toText,
  type Value,
} from '../evaluate/values.ts';
import { expressionOf, matches } from './operators.ts';

/** Characters of a text that is made by replacing; longer ones stay unknown. */
const MAX_LENGTH = 10_000_000;

type Change = (text: string) => string;

/** Methods that take nothing and give another text. */
const CHANGES: { readonly [name: string]: Change } = {
  squish: (text) => text.trim().replace(/\s+/g, ' '),
  strip: (text) => text.trim(),
  lstrip: (text) => text.trimStart(),
  rstrip: (text) => text.trimEnd(),
  chomp: (text) => text.replace(/\r?\n$/, ''),
  strip_heredoc: (text) => stripIndent(text),
  upcase: (text) => text.toUpperCase(),
  downcase: (text) => text.toLowerCase(),
  capitalize: (text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
  pluralize,
  singularize,
  camelize,
  camelcase: camelize,
  classify,
  tableize,
  underscore,
  dasherize: (text) => text.replaceAll('_', '-'),
  demodulize: (text) => text.replace(/^.*::/, ''),
  parameterize: (text) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9_]+/g, '-')
      .replace(/^-|-$/g, ''),
  humanize: (text) => {
    const words = text.replace(/_id$/, '').replaceAll('_', ' ').trim();
    return words.charAt(0).toUpperCase() + words.slice(1);
  },
  titleize: (text) =>
    underscore(text)
      .replaceAll('_', ' ')
      .replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  reverse: (text) => [...text].reverse().join(''),
  html_safe: (text) => text,
  'squish!': (text) => text.trim().replace(/\s+/g, ' '),
};

/** Least indent of the lines that are not blank, taken off all of them. */
function stripIndent(text: string): string {
  const indents = text.split('\n').filter((line) => line.trim() !== '');
  const least = Math.min(...indents.map((line) => line.length - line.trimStart().length));
  return Number.isFinite(least) ? text.replace(new RegExp(`^ {${least}}`, 'gm'), '') : text;
}

type Method = (text: string, call: Call) => Value | undefined;

const METHODS: { readonly [name: string]: Method } = {
  to_sym: (text) => symbol(text),
  to_i: (text) => integer(Number.parseInt(text, 10) || 0),
  to_f: (text) => float(Number.parseFloat(text) || 0),
  length: (text) => integer([...text].length),
  size: (text) => integer([...text].length),
  'empty?': (text) => boolean(text === ''),
  lines: (text) => array(text.split(/(?<=\n)/).map(string)),
  chars: (text) => array([...text].map(string)),
  split: (text, call) => {
    const [by] = call.args;
    const parts = by?.kind === 'string' ? text.split(by.text) : text.trim().split(/\s+/);
    return by && by.kind !== 'string' ? undefined : array(parts.map(string));
  },
  'include?': (text, call) => test(call, (other) => text.includes(other)),
  'start_with?': (text, call) => test(call, (other) => text.startsWith(other)),
  'starts_with?': (text, call) => test(call, (other) => text.startsWith(other)),
  'end_with?': (text, call) => test(call, (other) => text.endsWith(other)),
  'ends_with?': (text, call) => test(call, (other) => text.endsWith(other)),
  'match?': (text, call) => match(text, call.args[0]),
  '=~': (text, call) => match(text, call.args[0]),
  gsub: (text, call) => replace(text, call, true),
  sub: (text, call) => replace(text, call, false),
  tr: (text, call) => {
    const [from, to] = call.args.map(toText);
    if (from?.length !== 1 || typeof to !== 'string') return undefined;
    return string(text.replaceAll(from, to.charAt(0)));
  },
  delete: (text, call) => {
    const [what] = call.args;
    return what?.kind === 'string' && what.text.length === 1
      ? string(text.replaceAll(what.text, ''))
      : undefined;
  },
  delete_suffix: (text, call) => {
    const suffix = call.args[0] ? toText(call.args[0]) : null;
    return suffix === null
      ? undefined
      : string(text.endsWith(suffix) ? text.slice(0, -suffix.length || text.length) : text);
  },
  delete_prefix: (text, call) => {
    const prefix = call.args[0] ? toText(call.args[0]) : null;
    return prefix === null
      ? undefined
      : string(text.startsWith(prefix) ? text.slice(prefix.length) : text);
  },
  truncate: (text, call) => slice(text, { ...call, args: [integer(0), ...call.args] }),
  first: (text, call) => slice(text, { ...call, args: [integer(0), call.args[0] ?? integer(1)] }),
  '[]': (text, call) => slice(text, call),
  concat: (text, call) => joined(text, call),
  '<<': (text, call) => joined(text, call),
};

/** A method of a string or symbol. A symbol's result is a symbol where Ruby's is. */
export function stringMethod(call: Call, receiver: StringValue | SymbolValue): Value | undefined {
  const change = own(CHANGES, call.name);
  if (change && call.args.length === 0) {
    const text = change(receiver.text);
    return receiver.kind === 'symbol' && /^(?:up|down)case$|^capitalize$/.test(call.name)
      ? symbol(text)
      : string(text);
  }
  return own(METHODS, call.name)?.(receiver.text, call);
}

function test(call: Call, holds: (other: string) => boolean): Value | undefined {
  const texts = call.args.map((value) => (value.kind === 'pattern' ? null : toText(value)));
  if (texts.includes(null)) return undefined;
  return boolean(texts.some((text) => text !== null && holds(text)));
}

function match(text: string, pattern: Value | undefined): Value | undefined {
  const answer = pattern?.kind === 'pattern' ? matches(pattern, text) : null;
  return answer === null ? undefined : answer ? boolean(true) : NIL;
}

function replace(text: string, call: Call, all: boolean): Value | undefined {
  const [what, by] = call.args;
  if (by?.kind !== 'string' || text.length * by.text.length > MAX_LENGTH) return undefined;
  if (what?.kind === 'string') {
    return string(
      all ? text.replaceAll(what.text, () => by.text) : text.replace(what.text, () => by.text),
    );
  }
  if (what?.kind !== 'pattern' || matches(what, text) === null) return undefined;
  const expression = expressionOf(what, all ? 'g' : '');
  return string(text.replace(expression, by.text.replaceAll(/\\(\d)/g, '$$$1')));
}

function slice(text: string, call: Call): Value | undefined {
  const [from, length] = call.args;
  if (from?.kind === 'integer' && length?.kind === 'integer') {
    const start = from.number < 0 ? text.length + from.number : from.number;
    return string(text.slice(start, start + length.number));
  }
  if (from?.kind !== 'range' || from.from.kind !== 'integer' || from.to.kind !== 'integer') {
    return undefined;
  }
  const end = from.to.number < 0 ? text.length + from.to.number : from.to.number;
  return string(text.slice(from.from.number, from.exclusive ? end : end + 1));
}

function joined(text: string, call: Call): Value | undefined {
  const more = call.args[0] ? toText(call.args[0]) : null;
  return more === null ? undefined : string(text + more);
}
