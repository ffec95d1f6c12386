import * as mysql from '../../dialect/mysql/quoting.ts';
import * as postgresql from '../../dialect/postgresql/quoting.ts';
import type { SurveyedServer, SurveyStatement } from './catalog.ts';

/** A column that someone wants counted. */
export interface ColumnCount {
  /** As migdocs names it: one of another schema than `public` with its schema. */
  readonly table: string;
  readonly column: string;
  /** Regular expressions in the server's own language, in the order asked. */
  readonly patterns: readonly string[];
}

/** What is known of a column's type; without a database, that its values compare. */
export interface CountedType {
  /** Whether two values can be told apart: `json` of PostgreSQL has no equality. */
  readonly comparable: boolean;
}

/** Types of PostgreSQL without an equality operator, which `count(DISTINCT …)` needs. */
const INCOMPARABLE = new Set(['json', 'xml', 'point', 'polygon', 'circle']);

/** @param type - as the server names it; null when no server was asked. */
export function countedType(type: string | null): CountedType {
  return { comparable: type === null || !INCOMPARABLE.has(type) };
}

/** The table of a count, as its statement quotes it. */
export function quotedTable(server: SurveyedServer, table: string): string {
  if (server !== 'postgresql') return mysql.quoteIdentifier(table);
  return postgresql.quoteTable(table.includes('.') ? table : `public.${table}`);
}

/**
 * One SELECT that counts a column in one read of its table. The patterns are bound, so that they
 * reach the server as values alone.
 */
export function countStatement(
  server: SurveyedServer,
  { table, column, patterns }: ColumnCount,
  { comparable }: CountedType,
): SurveyStatement {
  const words = WORDS[server === 'postgresql' ? 'postgresql' : 'mysql'];
  const name = words.quoteIdentifier(column);
  const parts = [
    `SELECT 'column' AS kind, ${words.quoteString(table)} AS table_name`,
    `${words.quoteString(column)} AS name`,
    `count(*) AS row_count`,
    `count(*) - count(${name}) AS nulls`,
    ...(comparable ? [`count(DISTINCT ${name}) AS distinct_values`] : []),
    `${words.longest(name)} AS longest`,
    ...patterns.flatMap((_, index) => {
      const [shown, matched] = words.parameters(index);
      return [
        `${shown} AS pattern_${index + 1}`,
        `${words.matching(name, matched)} AS matching_${index + 1}`,
      ];
    }),
  ];
  return {
    sql: `${parts.join(', ')} FROM ${quotedTable(server, table)}`,
    values: patterns.flatMap((pattern) => words.values(pattern)),
  };
}

/** How a family of servers counts. */
interface CountWords {
  readonly quoteIdentifier: (name: string) => string;
  readonly quoteString: (text: string) => string;
  readonly longest: (column: string) => string;
  readonly matching: (column: string, parameter: string) => string;
  /** Placeholders of the pattern at an index: as it is shown, and as it is matched. */
  readonly parameters: (index: number) => readonly [shown: string, matched: string];
  /** What a pattern is bound to, once a placeholder. */
  readonly values: (pattern: string) => readonly string[];
}

const WORDS: { readonly [family in 'postgresql' | 'mysql']: CountWords } = {
  postgresql: {
    quoteIdentifier: postgresql.quoteIdentifier,
    quoteString: postgresql.quoteString,
    // bytea is written as \x and two digits a byte.
    longest: (column) =>
      `max(CASE WHEN pg_typeof(${column})::text = 'bytea' THEN (length(${column}::text) - 2) / 2 ELSE length(${column}::text) END)`,
    matching: (column, parameter) => `count(*) FILTER (WHERE ${column}::text ~ ${parameter})`,
    parameters: (index) => [`$${index + 1}::text`, `$${index + 1}::text`],
    values: (pattern) => [pattern],
  },
  mysql: {
    quoteIdentifier: mysql.quoteIdentifier,
    quoteString: mysql.quoteString,
    // Of a binary string it is the number of bytes.
    longest: (column) => `max(char_length(${column}))`,
    matching: (column, parameter) => `coalesce(sum(${column} REGEXP ${parameter}), 0)`,
    parameters: () => ['?', '?'],
    values: (pattern) => [pattern, pattern],
  },
};
