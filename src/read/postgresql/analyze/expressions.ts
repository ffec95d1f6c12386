import type { A_Const, Node } from '@pgsql/types';
import { kindOf, type NodeKind, type NodeOf, textsOf } from '../nodes.ts';
import type { Expression } from '../query/expression.ts';
import { Beyond, outputOf } from '../query/query.ts';
import { callOf } from './calls.ts';
import { arrayOf, castOf, indirectionOf } from './casts.ts';
import { columnOf } from './columns.ts';
import type { Context, Environment, Scope } from './context.ts';
import { operationOf } from './operations.ts';
import { comparisonOf } from './operators.ts';

type Readers = {
  readonly [K in NodeKind]?: (node: NodeOf<K>, context: Context) => Expression;
};

/** Each kind of node that a query's expression can have here. */
const READERS: Readers = {
  A_Const: (node) => constantOf(node),
  ColumnRef: (node, context) => columnOf(node, context),
  TypeCast: (node, context) => castOf(node, context),
  FuncCall: (node, context) => callOf(node, context),
  A_Expr: (node, context) => operationOf(node, context),
  BoolExpr: (node, context) => logicOf(node, context),
  NullTest: ({ arg, nulltesttype }, context) => ({
    kind: 'test',
    inner: context.environment.coercion.settled(context.expression(given(arg))),
    test: nulltesttype === 'IS_NULL' ? 'IS NULL' : 'IS NOT NULL',
    type: 'bool',
    modifier: null,
  }),
  BooleanTest: ({ arg, booltesttype }, context) => ({
    kind: 'test',
    inner: context.environment.coercion.boolean(context.expression(given(arg))),
    test: (booltesttype ?? '').replaceAll('_', ' '),
    type: 'bool',
    modifier: null,
  }),
  SubLink: (node, context) => subqueryOf(node, context),
  CaseExpr: (node, context) => caseOf(node, context),
  CoalesceExpr: ({ args = [] }, context) => keyword('COALESCE', args, context),
  MinMaxExpr: ({ op, args = [] }, context) =>
    keyword(op === 'IS_GREATEST' ? 'GREATEST' : 'LEAST', args, context),
  GroupingFunc: ({ args = [] }, context) => ({
    kind: 'keyword',
    word: 'GROUPING',
    args: args.map(context.expression),
    type: 'int4',
    modifier: null,
  }),
  SQLValueFunction: ({ op = 'SVFOP_CURRENT_DATE' }) => keywordValue(op),
  A_ArrayExpr: (node, context) => arrayOf(node, null, context),
  A_Indirection: (node, context) => indirectionOf(node, context),
  RowExpr: ({ args = [] }, context) => ({
    kind: 'rowValue',
    items: args.map((arg) => context.environment.coercion.settled(context.expression(arg))),
    type: 'record',
    modifier: null,
  }),
  CollateClause: ({ arg, collname }, context) => {
    const inner = context.environment.coercion.settled(context.expression(given(arg)));
    const collation = textsOf(collname).at(-1) ?? '';
    return { kind: 'collate', inner, collation, type: inner.type, modifier: inner.modifier };
  },
};

/** What reads the expressions at a place of a query. */
export function contextOf(environment: Environment, scope: Scope): Context {
  const context: Context = {
    environment,
    scope,
    expression: (node) => {
      // The table has for each kind of node what takes that kind; TypeScript cannot pair the two.
      const read = READERS[kindOf(node)] as
        | ((node: unknown, context: Context) => Expression)
        | undefined;
      const [value] = Object.values(node);
      if (!read) throw new Beyond(kindOf(node));
      return read(value, context);
    },
  };
  return context;
}

/** A node that the grammar always gives. */
function given(node: Node | undefined): Node {
  if (node === undefined) throw new Beyond('an empty place');
  return node;
}

function constantOf({ ival, fval, sval, boolval, isnull }: A_Const): Expression {
  const constant = (type: string, text: string | null): Expression => ({
    kind: 'constant',
    text,
    type,
    modifier: null,
  });
  if (isnull) return constant('unknown', null);
  if (ival) return constant('int4', String(ival.ival ?? 0));
  if (boolval) return constant('bool', boolval.boolval ? 't' : 'f');
  if (sval) return constant('unknown', sval.sval ?? '');
  return numberOf(fval?.fval ?? '', constant);
}

/** Whole numbers beyond 32 bits are bigint, all others numeric. */
function numberOf(text: string, constant: (type: string, text: string) => Expression): Expression {
  if (/^-?\d{10,18}$/.test(text)) return constant('int8', text);
  const match = /^(-?)0*(\d*)\.(\d+)$/.exec(text);
  if (!match) throw new Beyond(`number ${text}`);
  return constant('numeric', `${match[1]}${match[2] || '0'}.${match[3]}`);
}

function logicOf({ boolop, args = [] }: NodeOf<'BoolExpr'>, context: Context): Expression {
  const { coercion } = context.environment;
  const parts = args.map((arg) => coercion.boolean(context.expression(arg)));
  const [inner] = parts;
  if (boolop === 'NOT_EXPR' && inner) return { kind: 'not', inner, type: 'bool', modifier: null };
  const word = boolop === 'AND_EXPR' ? 'AND' : 'OR';
  return { kind: 'logic', word, parts, type: 'bool', modifier: null };
}

function keyword(word: string, args: readonly Node[], context: Context): Expression {
  const { items, type, modifier } = context.environment.coercion.unified(
    args.map(context.expression),
  );
  return { kind: 'keyword', word, args: items, type, modifier };
}

const VALUE_TYPES: { readonly [word: string]: string } = {
  CURRENT_DATE: 'date',
  CURRENT_TIME: 'timetz',
  CURRENT_TIMESTAMP: 'timestamptz',
  LOCALTIME: 'time',
  LOCALTIMESTAMP: 'timestamp',
  CURRENT_USER: 'name',
  SESSION_USER: 'name',
  CURRENT_CATALOG: 'name',
  CURRENT_SCHEMA: 'name',
};

function keywordValue(op: string): Expression {
  const word = op.replace('SVFOP_', '');
  const type = VALUE_TYPES[word];
  if (type === undefined) throw new Beyond(word);
  return { kind: 'value', word, type, modifier: null };
}

/** `CASE x WHEN y` compares x with each y; what is printed of it is y as the operator takes it. */
function caseOf({ arg, args = [], defresult }: NodeOf<'CaseExpr'>, context: Context): Expression {
  const { coercion } = context.environment;
  const subject = arg ? coercion.settled(context.expression(arg)) : null;
  const branches = args.map((node) => {
    if (!('CaseWhen' in node)) throw new Beyond(kindOf(node));
    const test = context.expression(given(node.CaseWhen.expr));
    const when = subject ? comparedWith(subject, test, context) : coercion.boolean(test);
    return { when, result: context.expression(given(node.CaseWhen.result)) };
  });
  const last: Expression = defresult
    ? context.expression(defresult)
    : { kind: 'constant', text: null, type: 'unknown', modifier: null };
  const results = coercion.unified([last, ...branches.map(({ result }) => result)]);
  const [otherwise = last, ...rest] = results.items;
  const whens = branches.map(({ when, result }, at) => ({ when, result: rest[at] ?? result }));
  const { type, modifier } = results;
  return { kind: 'case', subject, whens, otherwise, type, modifier };
}

function comparedWith(subject: Expression, test: Expression, { environment }: Context): Expression {
  const comparison = comparisonOf('=', subject, test, environment);
  if (comparison.kind !== 'operator') throw new Beyond('a comparison of rows');
  return comparison.right;
}

const FORMS: { readonly [type: string]: 'EXISTS' | 'ARRAY' | 'value' | 'ANY' | 'ALL' } = {
  EXISTS_SUBLINK: 'EXISTS',
  ARRAY_SUBLINK: 'ARRAY',
  EXPR_SUBLINK: 'value',
  ANY_SUBLINK: 'ANY',
  ALL_SUBLINK: 'ALL',
};

function subqueryOf(
  { subLinkType = 'EXPR_SUBLINK', subselect, testexpr, operName }: NodeOf<'SubLink'>,
  context: Context,
): Expression {
  const form = FORMS[subLinkType];
  if (form === undefined || !subselect || !('SelectStmt' in subselect))
    throw new Beyond(subLinkType);
  const { environment, scope } = context;
  const query = environment.select(subselect.SelectStmt, scope, { settles: true });
  const [column] = outputOf(query);
  const operator = textsOf(operName).at(-1) ?? '=';
  const base = { kind: 'subquery', form, query, operator } as const;
  if (form === 'EXISTS') return { ...base, left: [], type: 'bool', modifier: null };
  if (!column) throw new Beyond('a subquery without columns');
  if (form === 'value') {
    return { ...base, left: [], type: column.type, modifier: column.modifier };
  }
  if (form === 'ARRAY')
    return { ...base, left: [], type: `_${column.type}`, modifier: column.modifier };
  const left = comparedColumns(context.expression(given(testexpr)), query, operator, environment);
  return { ...base, left, type: 'bool', modifier: null };
}

/** The left sides of `x IN (SELECT …)`, as the operator takes them. */
function comparedColumns(
  test: Expression,
  query: ReturnType<Environment['select']>,
  operator: string,
  environment: Environment,
): readonly Expression[] {
  const items = test.kind === 'rowValue' ? test.items : [test];
  const columns = query.targets.filter(({ hidden }) => !hidden);
  if (items.length !== columns.length) throw new Beyond('columns of IN');
  return items.map((item, at) => {
    const column = columns[at];
    if (!column) throw new Beyond('columns of IN');
    const compared = comparisonOf(operator, item, column.expression, environment);
    if (compared.kind !== 'operator' || compared.left === null) throw new Beyond('rows of IN');
    return compared.left;
  });
}
