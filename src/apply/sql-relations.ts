import { type SqlToken, tokenizeSql } from '../dialect/sql-tokens.ts';
import type { Engine } from '../model/engine.ts';
import { bareName, isTable, type Mention, mentionsIn, spell, spells } from './sql-identifiers.ts';

/**
 * Puts `to` where a statement names the table or view `from`: after FROM, JOIN, ON, INTO, UPDATE
 * and the like, and where it qualifies a column. Where the two stand in different schemas, the new
 * one is written in front, but for a qualifier of a column: PostgreSQL prints that bare.
 */
export function renameTableInSql(sql: string, from: string, to: string, engine: Engine): string {
  return renamed(sql, { from, to }, engine, (mention) => isTable(mention, from, engine));
}

/** Words that stand before the name of a relation in COMMENT, GRANT, ALTER and the like. */
const LEADS = new Set(['view', 'sequence', 'column', 'index']);

/** In a rule, TO stands before its table; in a GRANT, before a role. */
const RULE = /^\s*CREATE\s+(?:OR\s+REPLACE\s+)?RULE\b/i;

/** The same in a statement or in words that are about an object: `CONSTRAINT positive ON orders`. */
export function renameSubjectInSql(sql: string, from: string, to: string, engine: Engine): string {
  const isRule = RULE.test(sql);
  return renamed(sql, { from, to }, engine, (mention) => isSubject(mention, from, isRule, engine));
}

/** True when a statement that is kept as such is about that table or view. */
export function mentionsSubject(sql: string, name: string, engine: Engine): boolean {
  const isRule = RULE.test(sql);
  return mentionsIn(tokenizeSql(sql, engine)).some((mention) =>
    isSubject(mention, name, isRule, engine),
  );
}

function isSubject(mention: Mention, name: string, isRule: boolean, engine: Engine): boolean {
  if (isTable(mention, name, engine)) return true;
  if (!spells(mention.token, bareName(name), engine)) return false;
  const word = mention.lead?.text.toLowerCase() ?? '';
  return LEADS.has(word) || (isRule && word === 'to');
}

/** Puts `to` where the SQL calls the function `from`, or names it behind FUNCTION or PROCEDURE. */
export function renameFunctionInSql(sql: string, from: string, to: string, engine: Engine): string {
  const isMade = MADE_OF_FUNCTIONS.test(sql);
  return renamed(sql, { from, to }, engine, (mention) => isFunction(mention, from, isMade, engine));
}

/** True when the SQL calls the function, or names it behind FUNCTION or PROCEDURE. */
export function mentionsFunction(sql: string, name: string, engine: Engine): boolean {
  const isMade = MADE_OF_FUNCTIONS.test(sql);
  return mentionsIn(tokenizeSql(sql, engine)).some((mention) =>
    isFunction(mention, name, isMade, engine),
  );
}

/** Their options are functions: `SFUNC = add` of an aggregate, `FUNCTION = matches` of an operator. */
const MADE_OF_FUNCTIONS = /^\s*CREATE\s+(?:OR\s+REPLACE\s+)?(?:AGGREGATE|OPERATOR|TYPE)\b/i;

function isFunction(
  { token, next, lead, previous, qualifier }: Mention,
  name: string,
  isMade: boolean,
  engine: Engine,
): boolean {
  if (!spells(token, bareName(name), engine)) return false;
  const namespace = namespaceOf(name) || 'public';
  if (qualifier !== null && !spells(qualifier, namespace, engine)) return false;
  return (
    next?.text === '(' ||
    /^(?:function|procedure|aggregate)$/i.test(lead?.text ?? '') ||
    (isMade && previous?.text === '=')
  );
}

/** True when the SQL has the sequence as a constant. */
export function mentionsSequence(sql: string, name: string, engine: Engine): boolean {
  return renameSequenceInSql(sql, name, `${name}_`, engine) !== sql;
}

/** Puts `to` where the SQL has the sequence `from` as a constant: `nextval('a_seq'::regclass)`. */
export function renameSequenceInSql(sql: string, from: string, to: string, engine: Engine): string {
  const tokens = tokenizeSql(sql, engine);
  return tokens
    .map((token, at) => {
      const isConstant =
        token.kind === 'string' &&
        tokens[at + 1]?.text === '::' &&
        /^regclass$/i.test(tokens[at + 2]?.text ?? '');
      if (!isConstant || unquoted(token.text.slice(1, -1)) !== from) return token.text;
      return `'${printedName(to, engine)}'`;
    })
    .join('');
}

function unquoted(name: string): string {
  return name.replaceAll(/"((?:[^"]|"")*)"/g, (_all, inner: string) => inner.replaceAll('""', '"'));
}

/** The first mention of the name in its own statement: `CREATE TRIGGER from BEFORE …`. */
export function renameInHead(sql: string, from: string, to: string, engine: Engine): string {
  let found = false;
  return renamed(sql, { from, to }, engine, ({ token, previous }) => {
    if (found || previous === null || !spells(token, bareName(from), engine)) return false;
    found = true;
    return true;
  });
}

interface Names {
  readonly from: string;
  readonly to: string;
}

function renamed(
  sql: string,
  { from, to }: Names,
  engine: Engine,
  matches: (mention: Mention) => boolean,
): string {
  const moves = namespaceOf(from) !== namespaceOf(to);
  const tokens = tokenizeSql(sql, engine);
  const texts = new Map<SqlToken, string>();
  for (const mention of mentionsIn(tokens).filter(matches)) {
    const { token, previous, next, lead, qualifier } = mention;
    const isQualifier = next?.text === '.' && !/^column$/i.test(lead?.text ?? '');
    if (!moves || isQualifier) {
      texts.set(token, spell(bareName(to), token, engine));
      continue;
    }
    texts.set(token, printedName(to, engine));
    // The schema in front of the name before goes, with its dot.
    if (qualifier && previous) texts.set(qualifier, '').set(previous, '');
  }
  if (texts.size === 0) return sql;
  return tokens.map((token) => texts.get(token) ?? token.text).join('');
}

const BARE: SqlToken = { kind: 'word', text: '', name: '' };

function printedName(name: string, engine: Engine): string {
  return name
    .split('.')
    .map((part) => spell(part, BARE, engine))
    .join('.');
}

function namespaceOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(0, dot);
}
