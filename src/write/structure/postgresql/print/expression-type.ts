import type { SqlToken } from '../../../../dialect/sql-tokens.ts';
import { own } from '../../../../model/own.ts';
import { findColumn } from '../../../../model/schema.ts';
import { type PrintContext, typeSql } from './context.ts';
import { nameText, type QueryOutline } from './view-query.ts';

/** What aggregates give, whatever they are given. */
const RESULTS: { readonly [name: string]: string } = {
  count: 'bigint',
  jsonb_agg: 'jsonb',
  jsonb_object_agg: 'jsonb',
  json_agg: 'json',
  json_object_agg: 'json',
  string_agg: 'text',
  bool_and: 'boolean',
  bool_or: 'boolean',
};

/** The type of a printed expression, where its form tells it; null for all others. */
export function expressionType(
  tokens: readonly SqlToken[],
  outline: QueryOutline,
  context: PrintContext,
): string | null {
  const [first, second] = tokens;
  const word = first?.text.toLowerCase() ?? '';
  if (word === 'case') return elseType(tokens);
  if (closesWith(tokens, 0)) return expressionType(tokens.slice(1, -1), outline, context);
  const isCall = second?.text === '(' && closesWith(tokens, 1);
  if (isCall && word === 'coalesce') {
    return expressionType(firstArgument(tokens.slice(2, -1)), outline, context);
  }
  if (isCall) return own(RESULTS, word) ?? null;
  return (
    castType(tokens) ?? memberType(tokens, outline, context) ?? columnType(tokens, outline, context)
  );
}

/** True when the parenthesis at that place closes with the last token. */
function closesWith(tokens: readonly SqlToken[], opening: number): boolean {
  if (tokens[opening]?.text !== '(') return false;
  let depth = 0;
  return tokens.slice(opening).every(({ text }, at, rest) => {
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    return depth > 0 || at === rest.length - 1;
  });
}

function firstArgument(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const end = topLevel(tokens, ',');
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** Place of the symbol outside of parentheses; -1 without one. */
function topLevel(tokens: readonly SqlToken[], symbol: string): number {
  let depth = 0;
  return tokens.findIndex(({ text }) => {
    if (text === '(' || text === '[') depth += 1;
    if (text === ')' || text === ']') depth -= 1;
    return depth === 0 && text === symbol;
  });
}

/** `CASE … ELSE NULL::jsonb END`. */
function elseType(tokens: readonly SqlToken[]): string | null {
  const place = tokens.findLastIndex(({ text }) => text.toLowerCase() === 'else');
  const otherwise = place < 0 ? [] : tokens.slice(place + 1, -1);
  return castType(otherwise);
}

/** What a value is cast to, when the cast comes last. */
function castType(tokens: readonly SqlToken[]): string | null {
  const place = topLevel(tokens, '::');
  const type = place < 0 ? [] : tokens.slice(place + 1);
  if (
    type.length === 0 ||
    type.some(({ kind, text }) => kind === 'symbol' && !/^[.[\]()\d,]+$/.test(text))
  ) {
    return null;
  }
  return type
    .map(({ text }) => text)
    .join(' ')
    .replace(/ ?([.[\](),]) ?/g, '$1');
}

/** `->` gives what it is taken from, `->>` gives text. */
function memberType(
  tokens: readonly SqlToken[],
  outline: QueryOutline,
  context: PrintContext,
): string | null {
  if (topLevel(tokens, '->>') >= 0) return 'text';
  const place = topLevel(tokens, '->');
  return place < 0 ? null : expressionType(tokens.slice(0, place), outline, context);
}

function columnType(
  tokens: readonly SqlToken[],
  { tables }: QueryOutline,
  context: PrintContext,
): string | null {
  if (tokens.length !== 3) return null;
  const [alias = '', column = ''] = nameText(tokens).split('.');
  const table = tables.get(alias);
  const found = table && findColumn(table, column);
  return found ? typeSql(found.type, context) : null;
}
