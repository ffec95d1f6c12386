import { type SqlToken, tokenizeSql } from '../dialect/sql-tokens.ts';
import type { Engine } from '../model/engine.ts';
import type { Schema, SchemaObject } from '../model/schema.ts';
import { firesOnColumn } from './column-programs.ts';
import { dependentViews } from './dependent-views.ts';
import { bareName, type Mention, mentionsIn, spells } from './sql-identifiers.ts';

/** A column by its names. */
export interface ColumnOfTable {
  readonly table: string;
  readonly column: string;
}

/** What reads a column, by name. */
export interface ColumnReaders {
  readonly views: readonly string[];
  readonly rules: readonly SchemaObject[];
  /** In words: `policy own of orders`. */
  readonly words: readonly string[];
}

/**
 * The views, rules, policies and triggers that depend on a column: DROP COLUMN refuses on their account
 * unless it says CASCADE, and so does a change of its type, whatever it says.
 *
 * @see {@link https://www.postgresql.org/docs/15/ddl-depend.html | Dependency Tracking}
 */
export function readersOfColumn(schema: Schema, column: ColumnOfTable): ColumnReaders {
  const { engine } = schema;
  const views = schema.views
    .filter(({ definition }) => readsColumn(definition, column, engine))
    .map(({ name }) => name);
  const rules = (schema.objects ?? []).filter(
    ({ type, table, definition }) =>
      type === 'rule' && readsColumn(definition, column, engine, table),
  );
  const policies = schema.policies.filter(({ table, definition }) =>
    readsColumn(conditionsOf(definition), column, engine, table),
  );
  const triggers = schema.triggers.filter((trigger) => firesOnColumn(trigger, column, engine));
  return {
    views,
    rules,
    words: [
      ...views.map((name) => `view ${name}`),
      ...rules.map(({ name, table }) => `rule ${name} of ${table}`),
      ...policies.map(({ name, table }) => `policy ${name} of ${table}`),
      ...triggers.map(({ name, table }) => `trigger ${name} of ${table}`),
    ],
  };
}

/** The views that go with the column: those that read it, and those that read these. */
export function viewsWithColumn(schema: Schema, column: ColumnOfTable): ReadonlySet<string> {
  const { views } = readersOfColumn(schema, column);
  return new Set(views.flatMap((name) => [name, ...dependentViews(schema, name)]));
}

function conditionsOf(policy: string): string {
  return /\b(?:USING|WITH\s+CHECK)\s*\(.*$/is.exec(policy)?.[0] ?? '';
}

/**
 * Whether a query or condition, as the server prints it, reads the column: qualified with the table or
 * its alias, or bare where no other relation is there to qualify it from (get_variable of ruleutils.c).
 *
 * @param owner - the table of a rule or policy, whose own columns stand bare; null for a view.
 */
function readsColumn(
  sql: string,
  { table, column }: ColumnOfTable,
  engine: Engine,
  owner: string | null = null,
): boolean {
  const tokens = tokenizeSql(sql, engine);
  const mentions = mentionsIn(tokens);
  const solid = tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const relations = mentions.filter((mention) => isRelation(mention, solid));
  const own = relations.filter((mention) => isNamed(mention, table, engine));
  if (own.length === 0 && owner !== table) return false;
  const aliases = own.map(({ token }) => aliasOf(token, solid));
  const names = [bareName(table), ...(owner === table ? ['new', 'old'] : [])];
  const isBare = owner === table || (owner === null && relations.length === 1);
  return mentions.some((mention) => {
    const { token, qualifier, previous, next } = mention;
    if (!spells(token, column, engine) || next?.text === '(' || next?.text === '.') return false;
    if (/^(?:as|::)$/i.test(previous?.text ?? '')) return false;
    if (qualifier === null) return isBare || isMerged(token, solid);
    return (
      aliases.some((alias) => alias?.name === qualifier.name) ||
      ((own.length === 0 || aliases.includes(null)) &&
        names.some((name) => spells(qualifier, name, engine))) ||
      (owner === table && names.some((name) => spells(qualifier, name, engine)))
    );
  });
}

/** Words behind which relations stand. */
const RELATIONS = /^(?:from|join)$/i;
/** Words behind which none do. */
const OTHERS = /^(?:select|where|on|using|by|having|set|values|returning|as|distinct)$/i;

/** A name behind FROM or JOIN and the parentheses of joins, or one of a list behind FROM. */
function isRelation({ token, qualifier }: Mention, solid: readonly SqlToken[]): boolean {
  if (/^(?:select|lateral|only)$/i.test(token.text)) return false;
  const before = textsBefore(solid, solid.indexOf(qualifier ?? token));
  const stop = before.findIndex((text) => RELATIONS.test(text) || OTHERS.test(text));
  if (stop < 0 || OTHERS.test(before[stop] ?? '')) return false;
  const between = before.slice(0, stop).filter((text) => !/^only$/i.test(text));
  return between.every((text) => text === '(') || (between.includes(',') && !between.includes('('));
}

/** What stands before a place, the last first, without what stands in closed parentheses. */
function textsBefore(solid: readonly SqlToken[], place: number): readonly string[] {
  const texts: string[] = [];
  let depth = 0;
  for (const { text } of solid.slice(0, place).toReversed()) {
    if (text === ')') depth += 1;
    if (depth === 0) texts.push(text);
    if (text === '(' && depth > 0) depth -= 1;
  }
  return texts;
}

/** Whether the mention spells the table's name, with its schema or without. */
function isNamed({ token, qualifier }: Mention, table: string, engine: Engine): boolean {
  const namespace = table.includes('.') ? table.slice(0, table.lastIndexOf('.')) : 'public';
  return (
    spells(token, bareName(table), engine) &&
    (qualifier === null || spells(qualifier, namespace, engine))
  );
}

/** Words that follow a relation without an alias. */
const CLAUSES =
  /^(?:on|using|where|join|left|right|full|inner|cross|natural|group|order|having|limit|offset|fetch|for|union|intersect|except|window|tablesample|with)$/i;

/** The alias behind a relation; null where it has none. */
function aliasOf(relation: SqlToken, solid: readonly SqlToken[]): SqlToken | null {
  const at = solid.indexOf(relation);
  const next = /^as$/i.test(solid[at + 1]?.text ?? '') ? solid[at + 2] : solid[at + 1];
  if (!next || (next.kind !== 'word' && next.kind !== 'quoted')) return null;
  return next.kind === 'word' && CLAUSES.test(next.text) ? null : next;
}

/** Whether the name stands in the list of USING, by which a join merges columns of both sides. */
function isMerged(token: SqlToken, solid: readonly SqlToken[]): boolean {
  let at = solid.indexOf(token) - 1;
  while (solid[at]?.text === ',' || solid[at]?.kind === 'word' || solid[at]?.kind === 'quoted') {
    at -= 1;
  }
  return solid[at]?.text === '(' && /^using$/i.test(solid[at - 1]?.text ?? '');
}

/** The schema without the rules that read the column. */
export function withoutRulesOfColumn(schema: Schema, column: ColumnOfTable): Schema {
  const { rules } = readersOfColumn(schema, column);
  if (!schema.objects || rules.length === 0) return schema;
  const { objects, ...rest } = schema;
  const kept = objects.filter((object) => !rules.includes(object));
  return kept.length === 0 ? rest : { ...rest, objects: kept };
}
