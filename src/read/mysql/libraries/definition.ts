import { Memory } from '../../memory.ts';
import type { StatedDefinition } from '../stated/stated.ts';
import type { Token } from '../tokens/token.ts';
import { ddlDefinition } from './ddl-definition.ts';
import { isSafe } from './limits.ts';
import { mysqlLibraries } from './load.ts';
import { nameless } from './placeholders.ts';
import { sqlDefinition } from './sql-definition.ts';
import { saysAll } from './words.ts';
import { withWrittenExpressions } from './written-expressions.ts';

/** By their text with other names; one takes about 1 kB. */
const remembered = new Memory<{ readonly definition: StatedDefinition | null }>(10_000);

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
  const { text, tokens: others, named } = nameless(tokens);
  const known = remembered.get(text);
  const definition = known ? known.definition : readSafely(text, others);
  if (!known) remembered.set(text, { definition });
  return definition && named(definition);
}

function readSafely(text: string, tokens: readonly Token[]): StatedDefinition | null {
  return isSafe(text, tokens) ? readDefinition(text, tokens) : null;
}

function readDefinition(text: string, tokens: readonly Token[]): StatedDefinition | null {
  const { ddlTree, sqlTree, sqlOf } = mysqlLibraries();
  const sql = `CREATE TABLE t (${text})`;
  const first = ddlDefinition(ddlTree(sql));
  if (first && saysAll(first, tokens)) return withWrittenExpressions(first, tokens);
  const second = sqlDefinition(sqlTree(sql), sqlOf);
  return second && saysAll(second, tokens) ? withWrittenExpressions(second, tokens) : null;
}
