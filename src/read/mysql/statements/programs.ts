import type { DatabaseFunction } from '../../../model/schema.ts';
import { told } from '../not-told.ts';
import type { MysqlScope } from '../scope.ts';
import { isWord, TokenReader } from '../tokens/token-reader.ts';
import { sequenceOptions } from './sequence-options.ts';
import type { MysqlStatement, Told } from './statement.ts';

/** Reads what stands behind a word of the head: the object's name. */
function readerBehind({ tokens }: MysqlStatement, word: string): TokenReader {
  const at = tokens.findIndex((token) => isWord(token, word));
  const reader = new TokenReader(tokens.slice(at + 1));
  reader.take('IF', 'NOT', 'EXISTS');
  return reader;
}

/** `CREATE [DEFINER=…] TRIGGER name time event ON table …`. */
export function createTrigger(statement: MysqlStatement): Told {
  const reader = readerBehind(statement, 'TRIGGER');
  const name = told(reader.name(), 'name of the trigger');
  while (!reader.done && !reader.take('ON')) reader.any();
  const table = told(reader.name(), 'table of the trigger');
  return { kind: 'createTrigger', trigger: { name, table, definition: statement.text } };
}

/** `CREATE [DEFINER=…] FUNCTION name …`, or PROCEDURE. */
export function createRoutine(
  statement: MysqlStatement,
  word: RoutineWord,
  replace: boolean,
  scope: MysqlScope,
): Told {
  const written = told(readerBehind(statement, word).name(), 'name of the routine');
  const name = routineName(written, word, scope);
  return { kind: 'createFunction', function: { name, definition: statement.text }, replace };
}

export type RoutineWord = 'FUNCTION' | 'PROCEDURE';

/**
 * A function and a procedure can have the same name; the one that comes second is then told from the
 * other by its kind.
 */
export function routineName(name: string, word: RoutineWord, { schema }: MysqlScope): string {
  const isOther = (known: DatabaseFunction) =>
    known.name === name &&
    !new RegExp(`^CREATE\\b.{0,200}?\\b${word}\\b`, 'is').test(known.definition);
  return schema.functions.some(isOther) ? `${name} (${word.toLowerCase()})` : name;
}

/** `CREATE [DEFINER=…] EVENT name ON SCHEDULE … DO …`. */
export function createEvent(statement: MysqlStatement, replace: boolean): Told {
  const name = told(readerBehind(statement, 'EVENT').name(), 'name of the event');
  const object = { type: 'event', name, table: null, definition: statement.text } as const;
  return { kind: 'createObject', object, replace };
}

/** MariaDB's `CREATE SEQUENCE name options`. */
export function createSequence(statement: MysqlStatement): Told {
  const reader = readerBehind(statement, 'SEQUENCE');
  const name = told(reader.name(), 'name of the sequence');
  return {
    kind: 'createSequence',
    sequence: { name, ownedBy: null, options: sequenceOptions(reader) },
  };
}
