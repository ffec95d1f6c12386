import type { Cursor } from './cursor.ts';
import { type Expression, Uncertain } from './expression.ts';

/** How the parts of a primary are read. */
export interface Reading {
  readonly cursor: Cursor;
  /** Names of the table's columns by their lower case. */
  readonly columns: ReadonlyMap<string, string>;
  /** Reads a whole expression up to where it ends. */
  readonly whole: () => Expression;
}

/** A literal, a column, a call, `case`, `cast` or an expression in parentheses. */
export function parsePrimary(reading: Reading): Expression {
  const { cursor, columns, whole } = reading;
  if (cursor.take('(')) {
    const inner = whole();
    cursor.expect(')');
    return inner;
  }
  const token = cursor.next();
  if (token.kind === 'string') return stringOf(token.text, cursor);
  if (token.kind === 'quoted') return column(token.name, columns);
  if (token.kind === 'word') return word(token.text, reading);
  // `.5` is cut into a dot and a number.
  if (token.text === '.') return number(`0.${cursor.next().text}`);
  return number(token.text);
}

function number(text: string): Expression {
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new Uncertain(text);
  return { kind: 'number', text };
}

/** Strings next to each other are one. */
function stringOf(text: string, cursor: Cursor): Expression {
  if (!/^(?:'.*'|".*")$/s.test(text)) throw new Uncertain(text);
  const value = unescaped(text.slice(1, -1), text.charAt(0));
  if (cursor.peek()?.kind !== 'string') return { kind: 'string', value };
  const rest = stringOf(cursor.next().text, cursor);
  return rest.kind === 'string' ? { kind: 'string', value: value + rest.value } : rest;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['0', '\0'],
  // These two keep their backslash, for the patterns of LIKE.
  ['%', '\\%'],
  ['_', '\\_'],
]);

function unescaped(inner: string, quote: string): string {
  return inner
    .replaceAll(quote + quote, `\\${quote}`)
    .replace(/\\(.)/gs, (_, character: string) => ESCAPES.get(character) ?? character);
}

function column(name: string, columns: Reading['columns']): Expression {
  const own = columns.get(name.toLowerCase());
  if (own === undefined) throw new Uncertain(name);
  return { kind: 'column', name: own };
}

function word(text: string, reading: Reading): Expression {
  const { cursor, columns, whole } = reading;
  const name = text.toLowerCase();
  if (name === 'null') return { kind: 'null' };
  if (name === 'true' || name === 'false') return { kind: 'boolean', value: name === 'true' };
  if (name === 'case') return caseOf(reading);
  if (!cursor.take('(')) return column(text, columns);
  if (name === 'cast') return castOf(reading);
  if (cursor.take(')')) return { kind: 'call', name, args: [] };
  const args = [whole()];
  while (cursor.take(',')) args.push(whole());
  cursor.expect(')');
  return callOf(name, args);
}

/** A call, or what the servers keep in its place. */
function callOf(name: string, args: readonly Expression[]): Expression {
  const [first, second] = args;
  if (first && second && args.length === 2 && name === 'mod') {
    return { kind: 'arithmetic', operator: 'mod', left: first, right: second };
  }
  if (first && args.length === 1) {
    if (name === 'isnull') return { kind: 'is', operand: first, test: 'null', negated: false };
    if (name === 'date' || name === 'time') return { kind: 'cast', operand: first, type: name };
  }
  return { kind: 'call', name, args };
}

function caseOf({ cursor, whole }: Reading): Expression {
  const startsWithWhen = cursor.peek()?.text.toLowerCase() === 'when';
  const subject = startsWithWhen ? null : whole();
  const branches = [];
  while (cursor.take('when')) {
    const when = whole();
    cursor.expect('then');
    branches.push({ when, result: whole() });
  }
  const otherwise = cursor.take('else') ? whole() : null;
  cursor.expect('end');
  return { kind: 'case', subject, branches, otherwise };
}

function castOf({ cursor, whole }: Reading): Expression {
  const operand = whole();
  cursor.expect('as');
  const words: string[] = [];
  let depth = 1;
  while (depth > 0) {
    const { text } = cursor.next();
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth > 0) words.push(text.toLowerCase());
  }
  const type = words.join('').replace(/^((?:un)?signed)integer$/, '$1');
  const known =
    /^(?:signed|unsigned|date|(?:date)?time(?:\(\d\))?|char(?:\(\d+\))?|decimal\(\d+,\d+\))$/;
  if (!known.test(type)) throw new Uncertain(type);
  return { kind: 'cast', operand, type };
}
