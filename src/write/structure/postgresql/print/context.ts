import type { KnownNames } from '../../../../dialect/postgresql/qualified-names.ts';
import { qualifiedSql } from '../../../../dialect/postgresql/qualified-names.ts';
import { storedExpression } from '../../../../dialect/postgresql/stored-expression/index.ts';
import { splitType } from '../../../../dialect/postgresql/types.ts';
import { tokenizeSql } from '../../../../dialect/sql-tokens.ts';
import type { Column, Schema } from '../../../../model/schema.ts';
import { qualified } from '../names.ts';

import type { DummyColumns } from './dummy-views.ts';

/** How this file's dump tool writes what can be written in several ways. */
export interface PrintForm {
  /** Sequences of integer columns say AS integer: since PostgreSQL 10. */
  readonly typedSequences: boolean;
  /** Triggers say EXECUTE FUNCTION: since PostgreSQL 11. */
  readonly executesFunctions: boolean;
  /** Partitions are attached by entries of their own: since PostgreSQL 14 and 13.2. */
  readonly attachEntries: boolean;
  /** Extensions come with the comment of their control file. */
  readonly extensionComments: boolean;
}

/** What printing an object takes besides the object. */
export interface PrintContext {
  readonly schema: Schema;
  readonly known: KnownNames;
  readonly form: PrintForm;
  /** Views that stand in the file without their query at first, by their names in the model. */
  readonly dummies: ReadonlyMap<string, DummyColumns>;
}

/** An expression or query of the model with the names of the default schema qualified. */
export function expressionSql(sql: string, { known }: PrintContext): string {
  return qualifiedSql(sql, known);
}

/**
 * A condition with the parentheses that pg_get_expr() puts around operators. Rails reads checks from
 * the catalog without those that say nothing, and so does the model.
 */
export function conditionSql(
  sql: string,
  columns: readonly Column[],
  context: PrintContext,
): string {
  const enums = context.schema.enums.map(({ name }) => name);
  const stored = storedExpression(sql, { place: 'predicate', columns, enums });
  const isWhole = isEnclosed(stored) || isCallOrName(stored) || isCase(stored);
  const text = isWhole ? stored : `(${stored})`;
  return expressionSql(text, context);
}

/** True when the first parenthesis closes with the last character. */
function isEnclosed(sql: string): boolean {
  let depth = 0;
  const tokens = tokenizeSql(sql, 'postgresql');
  return (
    sql.startsWith('(') &&
    tokens.every(({ text }, at) => {
      if (text === '(') depth += 1;
      if (text === ')') depth -= 1;
      return depth > 0 || at === tokens.length - 1;
    })
  );
}

/** True for one CASE from end to end, which gets no parentheses (ruleutils.c: get_rule_expr). */
function isCase(sql: string): boolean {
  let depth = 0;
  const tokens = tokenizeSql(sql.trim(), 'postgresql');
  return (
    /^\s*CASE\b/i.test(sql) &&
    tokens.every(({ kind, text }, at) => {
      if (kind === 'word' && /^case$/i.test(text)) depth += 1;
      if (kind === 'word' && /^end$/i.test(text)) depth -= 1;
      return depth > 0 || at === tokens.length - 1;
    })
  );
}

function isCallOrName(sql: string): boolean {
  const call = /^[\w".]+(\(.*\))?$/s.exec(sql);
  return call !== null && (call[1] === undefined || isEnclosed(call[1]));
}

/** A column's type as format_type() prints it without a search path. */
export function typeSql(type: string, { known }: PrintContext): string {
  const { base, modifier, array } = splitType(type);
  const isUser = known.types.has(base) || base.includes('.');
  if (!isUser) return type === 'char' ? '"char"' : type;
  const length = modifier === null ? '' : `(${modifier})`;
  return `${qualified(base)}${length}${array ? '[]' : ''}`;
}
