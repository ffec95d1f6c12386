import type { DoStmt } from '@pgsql/types';
import { nodeOf, nodesOf } from '../nodes.ts';
import { plainBlock } from '../plpgsql.ts';
import { type Bodies, NotTold, type Reading } from './reading.ts';

/** Reads SQL that stands in the statement, over the schema as it then is. */
export type ReadText = (sql: string, reading: Reading) => Bodies;

/**
 * DO. A block that only runs statements one after the other is what these are; one that goes on
 * where a name is taken (`EXCEPTION WHEN duplicate_object THEN NULL`) is them, where it is free.
 *
 * @throws {NotTold} when the block decides, repeats or computes.
 */
export function* doBlock(node: DoStmt, reading: Reading, read: ReadText): Bodies {
  const clauses = nodesOf(node.args, 'DefElem');
  const language = clauses.find(({ defname }) => defname === 'language');
  const name = nodeOf(language?.arg, 'String')?.sval ?? 'plpgsql';
  if (name !== 'plpgsql') throw new NotTold(`it is a block of ${name}`);
  const block = plainBlock(reading.statement.text);
  if (block === null) throw new NotTold('it is a block that decides, repeats or computes');
  for (const sql of block.statements) {
    for (const body of read(sql, reading)) {
      yield block.skipsDuplicates && 'ifNotExists' in body ? { ...body, ifNotExists: true } : body;
    }
  }
}
