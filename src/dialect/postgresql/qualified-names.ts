import { type SqlToken, tokenizeSql } from '../sql-tokens.ts';

/** Names of what stands in the default schema, as the catalog holds them. */
export interface KnownNames {
  /** Tables, views and sequences. */
  readonly relations: ReadonlySet<string>;
  /** Enums, domains, composite types and those of extensions. */
  readonly types: ReadonlySet<string>;
  /** Functions, aggregates and procedures. */
  readonly functions: ReadonlySet<string>;
  readonly operatorClasses: ReadonlySet<string>;
}

/**
 * SQL as the server prints it for a session without a search path: `public.` stands in front of
 * every relation, function and type of the default schema, in the names inside of
 * `'…'::regclass` too. Names that are qualified already stay as they are, as do columns and aliases.
 */
export function qualifiedSql(sql: string, known: KnownNames): string {
  return new Qualifier(sql, known).text();
}

/** Calls whose FROM is part of their arguments. */
const CALLS_WITH_FROM: ReadonlySet<string> = new Set([
  'extract',
  'overlay',
  'position',
  'substring',
  'trim',
  'normalize',
]);

/** Words behind which a clause other than FROM begins. */
const ENDS_FROM: ReadonlySet<string> = new Set([
  'where',
  'group',
  'order',
  'having',
  'limit',
  'offset',
  'window',
  'union',
  'except',
  'intersect',
  'select',
  'returning',
  'set',
]);

/** Words behind which the name of a relation stands. */
const BEFORE_RELATION: ReadonlySet<string> = new Set([
  'from',
  'join',
  'into',
  'update',
  'references',
]);

/** Words that can stand between those and the name. */
const BETWEEN: ReadonlySet<string> = new Set(['only', 'lateral', 'table']);

interface Level {
  /** In the list of a FROM, where a comma is followed by a relation. */
  inFrom: boolean;
  /** Inside of a call whose FROM names no relation. */
  readonly inCall: boolean;
}

class Qualifier {
  readonly #tokens: readonly SqlToken[];
  readonly #known: KnownNames;
  readonly #common: ReadonlyMap<string, number>;
  readonly #levels: Level[] = [{ inFrom: false, inCall: false }];
  #expectsRelation = false;
  readonly #out: string[] = [];

  constructor(sql: string, known: KnownNames) {
    this.#tokens = tokenizeSql(sql, 'postgresql');
    this.#known = known;
    this.#common = commonTables(this.#tokens);
  }

  text(): string {
    this.#tokens.forEach((token, at) => {
      const prefix = this.#isOperator(token, at) ? 'public.' : this.#prefix(token, at);
      this.#out.push(prefix + this.#spelt(token, at));
      this.#follow(token, at);
    });
    return this.#out.join('');
  }

  /** `OPERATOR(@>)` names an operator by its schema, which the default one leaves out. */
  #isOperator({ kind }: SqlToken, at: number): boolean {
    const opens = kind === 'symbol' && this.#beside(at, -1)?.text === '(';
    return opens && isWord(this.#beside(at, -2), 'operator');
  }

  /** `public.` where it belongs in front of the token. */
  #prefix(token: SqlToken, at: number): string {
    const name = catalogName(token);
    if (name === null) return '';
    const [before, after] = [this.#beside(at, -1), this.#beside(at, 1)];
    if (before?.text === '.' || after?.text === '.') return '';
    return this.#isKnown(name, at, before, after) ? 'public.' : '';
  }

  #isKnown(name: string, at: number, before: SqlToken | null, after: SqlToken | null): boolean {
    const { relations, types, functions, operatorClasses } = this.#known;
    if (before?.text === '::') return types.has(name) || relations.has(name);
    if (after?.text === '(' && functions.has(name) && !isWord(before, 'with', 'recursive')) {
      return true;
    }
    if (this.#expectsRelation) return relations.has(name) && !this.#isCommon(name, at);
    return operatorClasses.has(name) && (before?.text === ')' || before?.name !== '');
  }

  #isCommon(name: string, at: number): boolean {
    return (this.#common.get(name) ?? Number.POSITIVE_INFINITY) <= at;
  }

  /** The name inside of `'…'::regclass` is one too. */
  #spelt(token: SqlToken, at: number): string {
    if (token.kind !== 'string' || !/^'[\w"]+'$/.test(token.text)) return token.text;
    const cast = this.#beside(at, 1);
    if (cast?.text !== '::' || !isWord(this.#beside(at, 2), 'regclass')) return token.text;
    const name = token.text.slice(1, -1);
    const bare = name.replaceAll('"', '');
    return this.#known.relations.has(bare) ? `'public.${name}'` : token.text;
  }

  /** Moves on behind the token: which clause comes next, and whether it begins with a relation. */
  #follow(token: SqlToken, at: number): void {
    if (token.kind === 'space' || token.kind === 'comment') return;
    const level = this.#levels.at(-1) ?? { inFrom: false, inCall: false };
    if (token.text === '(') {
      const caller = this.#beside(at, -1)?.name.toLowerCase() ?? '';
      const inFrom = this.#expectsRelation && level.inFrom;
      this.#levels.push({ inFrom, inCall: CALLS_WITH_FROM.has(caller) });
    } else if (token.text === ')') {
      if (this.#levels.length > 1) this.#levels.pop();
      this.#expectsRelation = false;
    } else if (token.text === ',') {
      this.#expectsRelation = level.inFrom;
    } else {
      this.#followWord(token, at, level);
    }
  }

  #followWord(token: SqlToken, at: number, level: Level): void {
    const word = token.kind === 'word' ? token.text.toLowerCase() : '';
    if (BETWEEN.has(word) && this.#expectsRelation) return;
    this.#expectsRelation = this.#beginsRelation(word, at, level);
    if (word === 'from' && this.#expectsRelation) level.inFrom = true;
    if (ENDS_FROM.has(word)) level.inFrom = false;
  }

  #beginsRelation(word: string, at: number, level: Level): boolean {
    if (!BEFORE_RELATION.has(word)) return false;
    return word !== 'from' || !(level.inCall || isWord(this.#beside(at, -1), 'distinct'));
  }

  /** The token so many steps away, space and comments aside. */
  #beside(at: number, steps: number): SqlToken | null {
    const step = Math.sign(steps);
    let left = Math.abs(steps);
    for (let place = at + step; ; place += step) {
      const token = this.#tokens[place];
      if (!token) return null;
      if (token.kind === 'space' || token.kind === 'comment') continue;
      left -= 1;
      if (left === 0) return token;
    }
  }
}

function isWord(token: SqlToken | null, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toLowerCase());
}

/** The name that an identifier has in the catalog; null for what is none. */
function catalogName(token: SqlToken): string | null {
  if (token.kind === 'quoted') return token.name;
  return token.kind === 'word' ? token.name.toLowerCase() : null;
}

/**
 * Names that WITH gives, which stand before relations of the same name, each with the place of the
 * token from which on it does: behind its query, unless WITH is RECURSIVE.
 */
function commonTables(tokens: readonly SqlToken[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  if (!tokens.some((token) => isWord(token, 'with'))) return names;
  const isRecursive = tokens.some((token) => isWord(token, 'recursive'));
  tokens.forEach((token, at) => {
    const name = catalogName(token);
    const opening = name === null ? null : openingOf(tokens, at);
    if (name === null || opening === null || names.has(name)) return;
    names.set(name, isRecursive ? at : closingOf(tokens, opening));
  });
  return names;
}

/** Where the query of a common table begins, whose name stands there: `name (columns) AS (`. */
function openingOf(tokens: readonly SqlToken[], at: number): number | null {
  let place = nextWord(tokens, at);
  if (tokens[place]?.text === '(') place = nextWord(tokens, closingOf(tokens, place));
  if (!isWord(tokens[place] ?? null, 'as')) return null;
  place = nextWord(tokens, place);
  while (isWord(tokens[place] ?? null, 'not', 'materialized')) place = nextWord(tokens, place);
  return tokens[place]?.text === '(' ? place : null;
}

function nextWord(tokens: readonly SqlToken[], at: number): number {
  let place = at + 1;
  while (tokens[place]?.kind === 'space' || tokens[place]?.kind === 'comment') place += 1;
  return place;
}

/** Where the parenthesis that opens there closes. */
function closingOf(tokens: readonly SqlToken[], opening: number): number {
  let depth = 0;
  for (let place = opening; place < tokens.length; place += 1) {
    const text = tokens[place]?.text;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth === 0) return place;
  }
  return tokens.length;
}

/** Words that say what kind of object a name behind them is of. */
const KINDS: ReadonlySet<string> = new Set(
  (
    'function procedure aggregate operator class family table type domain view sequence collation ' +
    'conversion parser template dictionary configuration statistics index on to using add ' +
    'only parent inherits'
  ).split(' '),
);

/** Objects that stand in no schema: their names behind these words stay bare. */
const GLOBAL_KINDS =
  /^\s*(?:create|comment on|alter|grant|revoke)\s+(?:or\s+replace\s+)?(?:trusted\s+)?(?:procedural\s+)?(?:event\s+trigger|server|foreign\s+data\s+wrapper|user\s+mapping|language|publication|subscription|access\s+method|cast|transform|schema|extension|default\s+privileges)\b/i;

/**
 * A statement of the model with the names of the default schema qualified: that of the object that
 * it makes, and those of the objects that it names. COMMENT ON is left as it is.
 */
export function qualifiedDefinition(sql: string, known: KnownNames): string {
  const tokens = tokenizeSql(sql, 'postgresql');
  const words = tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  if (isWord(words[0] ?? null, 'comment', 'security')) return sql;
  const made = GLOBAL_KINDS.test(sql) ? null : madeName(words);
  const hasTypes = DECLARES_TYPES.test(sql);
  let at = -1;
  const marked = tokens.map((token) => {
    if (token.kind === 'space' || token.kind === 'comment') return token.text;
    at += 1;
    const isName =
      token === made || namesObject(words, at, known) || (hasTypes && namesType(words, at, known));
    return isName ? `public.${token.text}` : token.text;
  });
  return qualifiedSql(marked.join(''), known);
}

/** Kinds of objects whose names stand in a schema, behind CREATE. */
const IN_SCHEMA =
  /^(?:function|procedure|aggregate|operator|class|family|table|type|domain|view|sequence|collation|conversion|parser|template|dictionary|configuration|statistics)$/;

/** The name behind CREATE and the kind, when it has no schema. */
function madeName(words: readonly SqlToken[]): SqlToken | null {
  if (!isWord(words[0] ?? null, 'create')) return null;
  let at = 1;
  while (isWord(words[at] ?? null, ...CREATE_WORDS)) at += 1;
  const [kind, name, after] = [words[at - 1], words[at], words[at + 1]];
  const isMade = kind !== undefined && IN_SCHEMA.test(kind.text.toLowerCase());
  return isMade && name !== undefined && after?.text !== '.' ? name : null;
}

const CREATE_WORDS: readonly string[] = (
  'or replace unlogged foreign materialized recursive default text search if not exists function ' +
  'procedure aggregate operator class family table type domain view sequence collation conversion ' +
  'parser template dictionary configuration statistics'
).split(' ');

/** A name of the default schema where a statement, unlike an expression, has one. */
function namesObject(words: readonly SqlToken[], at: number, known: KnownNames): boolean {
  const [before, token, after] = [words[at - 1], words[at], words[at + 1]];
  const name = token ? catalogName(token) : null;
  if (name === null || before?.text === '.' || after?.text === '.') return false;
  const { relations, types, functions } = known;
  const isValue =
    before?.text === '=' || isWord(before ?? null, 'function', 'procedure', 'as', 'with');
  if (isValue) return functions.has(name) || types.has(name) || relations.has(name);
  if (isWord(before ?? null, ...KINDS)) return relations.has(name) || types.has(name);
  return false;
}

/** Statements that give types to names: attributes, arguments, operands. */
const DECLARES_TYPES =
  /^\s*create\s+(?:or\s+replace\s+)?(?:type|aggregate|operator|cast|function|procedure|foreign\s+table|transform)\b/i;

/**
 * A type of the default schema: behind the name that it is of, or, where it has none, behind a
 * parenthesis or a comma. A multirange's name is given like a value.
 */
function namesType(words: readonly SqlToken[], at: number, { types }: KnownNames): boolean {
  const [before, token, after] = [words[at - 1], words[at], words[at + 1]];
  const name = token ? catalogName(token) : null;
  if (name === null || before?.text === '.' || after?.text === '.') return false;
  if (before?.text === '=') return isWord(words[at - 2] ?? null, 'multirange_type_name');
  const opens = before?.text === '(' || before?.text === ',';
  const isAlone = after?.kind === 'symbol' || isWord(after ?? null, 'as', 'default');
  return types.has(name) && (opens ? isAlone : before?.name !== '');
}
