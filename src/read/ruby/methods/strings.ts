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
import { newEnvironment } from '../evaluate/class-environment.ts';
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

import { cut, padded, replace, translated } from './string-edits.ts';

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
  swapcase: (text) =>
    text.replace(/\p{L}/gu, (letter) =>
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    ),
  chop: (text) => text.slice(0, -1),
  chr: (text) => text.slice(0, 1),
  deconstantize: (text) => text.replace(/(?:^|::)[^:]*$/, ''),
  foreign_key: (text) => `${underscore(text.replace(/^.*::/, ''))}_id`,
  upcase_first: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  downcase_first: (text) => text.charAt(0).toLowerCase() + text.slice(1),
  unicode_normalize: (text) => text.normalize('NFC'),
  scrub: (text) => text,
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
    const [by, limit] = call.args;
    if (limit) return undefined;
    const pattern = by?.kind === 'pattern' ? expressionOf(by) : null;
    if (pattern) return array(text.split(pattern).map(string));
    const parts = by?.kind === 'string' && by.text !== ' ' ? text.split(by.text) : words(text);
    return by && by.kind !== 'string' ? undefined : array(parts.map(string));
  },
  'include?': (text, call) => test(call, (other) => text.includes(other)),
  'start_with?': (text, call) => test(call, (other) => text.startsWith(other)),
  'starts_with?': (text, call) => test(call, (other) => text.startsWith(other)),
  'end_with?': (text, call) => test(call, (other) => text.endsWith(other)),
  'ends_with?': (text, call) => test(call, (other) => text.endsWith(other)),
  'match?': (text, call) => match(text, call.args[0]),
  '=~': (text, call) => match(text, call.args[0]),
  'casecmp?': (text, call) => test(call, (other) => text.toLowerCase() === other.toLowerCase()),
  gsub: (text, call) => replace(text, call, true),
  sub: (text, call) => replace(text, call, false),
  remove: (text, call) => replace(text, { ...call, args: [...call.args, string('')] }, true),
  scan: (text, call) => {
    const [what] = call.args;
    const pattern = what?.kind === 'pattern' ? expressionOf(what, 'g') : null;
    if (!pattern || /\((?!\?)/.test(pattern.source) || call.block) return undefined;
    return array((text.match(pattern) ?? []).map(string));
  },
  ljust: (text, call) => padded(text, call, (width, by) => text.padEnd(width, by)),
  rjust: (text, call) => padded(text, call, (width, by) => text.padStart(width, by)),
  chomp: (text, call) =>
    cut(
      text,
      call,
      (end) => text.endsWith(end),
      (end) => text.slice(0, -end.length),
    ),
  each_line: (text, call) => {
    for (const line of text.split(/(?<=\n)/)) {
      if (call.block) call.evaluator.runBlock(call.block, [string(line)]);
    }
    return string(text);
  },
  prepend: (text, call) => string(call.args.map((value) => toText(value) ?? '').join('') + text),
  replace: (_, call) => call.args[0],
  index: (text, call) => {
    const at = call.args[0]?.kind === 'string' ? text.indexOf(call.args[0].text) : null;
    return at === null ? undefined : at < 0 ? NIL : integer(at);
  },
  last: (text, call) => {
    const [count = integer(1)] = call.args;
    return count.kind === 'integer' ? string(text.slice(-count.number || text.length)) : undefined;
  },
  constantize: (text, call) => constantOf(text, call),
  safe_constantize: (text, call) => constantOf(text, call),
  hash: () => undefined,
  to_str: (text) => string(text),
  '+@': (text) => string(text),
  '-@': (text) => string(text),
  to_d: (text) => float(Number.parseFloat(text) || 0),
  tr: (text, call) => {
    const [from, to] = call.args.map(toText);
    return typeof from === 'string' && typeof to === 'string'
      ? translated(text, from, to)
      : undefined;
  },
  delete: (text, call) => {
    const [what] = call.args;
    return what?.kind === 'string' ? translated(text, what.text, '') : undefined;
  },
  delete_suffix: (text, call) =>
    cut(
      text,
      call,
      (end) => text.endsWith(end),
      (end) => text.slice(0, -end.length),
    ),
  delete_prefix: (text, call) =>
    cut(
      text,
      call,
      (start) => text.startsWith(start),
      (start) => text.slice(start.length),
    ),
  truncate: (text, call) => slice(text, { ...call, args: [integer(0), ...call.args] }),
  first: (text, call) => slice(text, { ...call, args: [integer(0), call.args[0] ?? integer(1)] }),
  '[]': (text, call) => slice(text, call),
  concat: (text, call) => joined(text, call),
  '<<': (text, call) => joined(text, call),
};

/** A method of a string or symbol. A symbol's result is a symbol where Ruby's is. */
export function stringMethod(call: Call, receiver: StringValue | SymbolValue): Value | undefined {
  call.evaluator.spend(receiver.text.length >> 8);
  if (call.name.endsWith('!')) {
    return stringMethod({ ...call, name: call.name.slice(0, -1) }, receiver);
  }
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

function words(text: string): readonly string[] {
  return text.trim() === '' ? [] : text.trim().split(/\s+/);
}

/** The class of a name; a constant that no file defines stands for itself. */
function constantOf(text: string, { evaluator, block, source }: Call): Value | undefined {
  if (!/^(?:::)?[A-Z]\w*(?:::[A-Z]\w*)*$/.test(text)) return undefined;
  const environment =
    block?.scope.frame.classEnvironment ?? newEnvironment('file', '', source, null, null);
  return evaluator.host.constant(text.replace(/^::/, ''), environment, evaluator);
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
