import { Memory } from '../../memory.ts';
import type { StatedDefinition } from '../stated/stated.ts';
import { joinTokens } from '../tokens/join.ts';
import type { Token } from '../tokens/token.ts';
import { ddlDefinition } from './ddl-definition.ts';
import { mysqlLibraries } from './load.ts';
import { sqlDefinition } from './sql-definition.ts';
import { saysAll } from './words.ts';
import { withWrittenExpressions } from './written-expressions.ts';

/** A definition takes about 1 kB. */
const remembered = new Memory<{ readonly definition: StatedDefinition | null }>(10_000);

/**
 * The libraries take time that grows with the square of a text and worse with its nesting (measured:
 * `((((…` doubles the time of node-sql-parser with each level); what is longer or deeper goes past
 * them.
 */
const LONGEST = 2000;
const DEEPEST = 6;

/**
 * A definition of CREATE or ALTER TABLE as sql-ddl-to-json-schema reads it, or else node-sql-parser;
 * null when both refuse it, or say less or more than is written.
 *
 * One definition at a time: sql-ddl-to-json-schema finds several readings of some, and multiplies
 * those of a whole table until the memory is full.
 *
 * @throws {Error} before the libraries are loaded.
 */
export function libraryDefinition(tokens: readonly Token[]): StatedDefinition | null {
  const text = joinTokens(tokens);
  const known = remembered.get(text);
  if (known) return known.definition;
  const definition = isSmall(text, tokens) ? readDefinition(text, tokens) : null;
  remembered.set(text, { definition });
  return definition;
}

function isSmall(text: string, tokens: readonly Token[]): boolean {
  let depth = 0;
  let deepest = 0;
  for (const token of tokens) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return text.length <= LONGEST && deepest <= DEEPEST;
}

function readDefinition(text: string, tokens: readonly Token[]): StatedDefinition | null {
  const { ddlTree, sqlTree, sqlOf } = mysqlLibraries();
  const sql = `CREATE TABLE t (${text})`;
  const first = ddlDefinition(ddlTree(sql));
  if (first && saysAll(first, tokens)) return withWrittenExpressions(first, tokens);
  const second = sqlDefinition(sqlTree(sql), sqlOf);
  return second && saysAll(second, tokens) ? withWrittenExpressions(second, tokens) : null;
}
