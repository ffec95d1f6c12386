import { listItems } from '../../../../dialect/sql-lists.ts';
import { type SqlToken, tokenizeSql } from '../../../../dialect/sql-tokens.ts';
import { own } from '../../../../model/own.ts';
import { findTable, type Schema, type Table } from '../../../../model/schema.ts';

/** The parts of a view's outermost SELECT that tell on what its columns depend. */
export interface QueryOutline {
  /** What is selected, item by item, as tokens without space. */
  readonly items: readonly (readonly SqlToken[])[];
  /** The columns of GROUP BY as `alias.column`. */
  readonly grouped: ReadonlySet<string>;
  /** The tables of FROM by the names that the query has for them. */
  readonly tables: ReadonlyMap<string, Table>;
}

type Clause = 'none' | 'select' | 'from' | 'group' | 'other';

/** Words with which the clauses of a SELECT begin. */
const CLAUSES: { readonly [word: string]: Clause } = {
  select: 'select',
  from: 'from',
  group: 'group',
  where: 'other',
  having: 'other',
  order: 'other',
  limit: 'other',
  offset: 'other',
  window: 'other',
  union: 'other',
  intersect: 'other',
  except: 'other',
};

/** Takes the outermost SELECT of a query apart; that in front of a UNION stands for all of it. */
export function outlineOf(query: string, schema: Schema): QueryOutline {
  const parts = clausesOf(query);
  return {
    items: listOf(withoutDistinct(parts.select)),
    grouped: new Set(listOf(parts.group.slice(1)).map(nameText)),
    tables: tablesOf(parts.from, schema),
  };
}

interface Clauses {
  readonly select: readonly SqlToken[];
  readonly from: readonly SqlToken[];
  readonly group: readonly SqlToken[];
}

function clausesOf(query: string): Clauses {
  const parts: { [C in Clause]: SqlToken[] } = {
    none: [],
    select: [],
    from: [],
    group: [],
    other: [],
  };
  const seen = new Set<Clause>();
  let clause: Clause = 'none';
  let depth = 0;
  for (const token of tokenizeSql(query, 'postgresql')) {
    if (token.kind === 'space' || token.kind === 'comment') continue;
    if (token.text === ')') depth -= 1;
    const next = depth === 0 ? clauseAt(token) : null;
    if (next !== null) {
      clause = seen.has(next) ? 'other' : next;
      seen.add(next);
    } else parts[clause].push(token);
    if (token.text === '(') depth += 1;
  }
  return parts;
}

function clauseAt({ kind, text }: SqlToken): Clause | null {
  return kind === 'word' ? (own(CLAUSES, text.toLowerCase()) ?? null) : null;
}

function withoutDistinct(tokens: readonly SqlToken[]): readonly SqlToken[] {
  return tokens[0]?.text.toLowerCase() === 'distinct' ? tokens.slice(1) : tokens;
}

function listOf(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  return listItems(tokens).filter((item) => item.length > 0);
}

/** `alias.column`, unquoted. */
export function nameText(tokens: readonly SqlToken[]): string {
  return tokens.map((token) => (token.name === '' ? token.text : token.name)).join('');
}

/** Words that can follow a table in FROM and are no alias. */
const NO_ALIAS =
  /^(?:on|using|join|inner|left|right|full|cross|natural|lateral|where|tablesample|and|or)$/i;

function tablesOf(tokens: readonly SqlToken[], schema: Schema): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  tokens.forEach((token, at) => {
    const table = tableAt(tokens, at, schema);
    if (!table || token.name === '') return;
    const following = tokens[at + 1]?.text.toLowerCase() === 'as' ? tokens[at + 2] : tokens[at + 1];
    const isAlias =
      following !== undefined && following.name !== '' && !NO_ALIAS.test(following.text);
    tables.set(isAlias ? following.name : token.name, table);
  });
  return tables;
}

/** The table whose name ends there; names of columns have a dot behind their table. */
function tableAt(tokens: readonly SqlToken[], at: number, schema: Schema): Table | null {
  const token = tokens[at];
  if (!token || tokens[at + 1]?.text === '.') return null;
  const isQualified = tokens[at - 1]?.text === '.';
  const namespace = isQualified ? (tokens[at - 2]?.name ?? '') : 'public';
  return findTable(schema, namespace === 'public' ? token.name : `${namespace}.${token.name}`);
}
