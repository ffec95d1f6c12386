import { NotTold } from '../not-told.ts';
import type { MysqlScope } from '../scope.ts';
import type { TokenReader } from '../tokens/token-reader.ts';
import { createIndex } from './create-index.ts';
import { createTable } from './create-table.ts';
import { createEvent, createRoutine, createSequence, createTrigger } from './programs.ts';
import type { Bodies, MysqlStatement } from './statement.ts';
import { createView } from './views.ts';

const OBJECTS = ['VIEW', 'TRIGGER', 'FUNCTION', 'PROCEDURE', 'EVENT', 'SEQUENCE'] as const;

/** What CREATE makes. */
export function create(statement: MysqlStatement, scope: MysqlScope): Bodies {
  const reader = statement.read();
  reader.take('CREATE');
  const replace = reader.take('OR', 'REPLACE');
  const temporary = reader.take('TEMPORARY');
  if (reader.take('TABLE')) return createTable(statement, reader, { replace, temporary }, scope);
  if (isIndex(reader)) return createIndex(reader, replace, scope);
  const object = objectOf(reader);
  if (object === null) throw new NotTold('migdocs does not know what it creates');
  return [createObject(object, statement, replace, scope)];
}

function isIndex(reader: TokenReader): boolean {
  const words = ['INDEX', 'UNIQUE', 'FULLTEXT', 'SPATIAL', 'ONLINE', 'OFFLINE'];
  return words.some((word) => reader.sees(word));
}

/** The kind of object, behind ALGORITHM, DEFINER and SQL SECURITY. */
function objectOf(reader: TokenReader): (typeof OBJECTS)[number] | null {
  // AGGREGATE FUNCTION is MariaDB's, or one of a library.
  const words = ['ALGORITHM', 'DEFINER', 'SQL', 'AGGREGATE', ...OBJECTS];
  if (!words.some((word) => reader.sees(word))) return null;
  for (let at = 0; at < 20 && !reader.done; at += 1) {
    const object = reader.takeOne(...OBJECTS);
    if (object !== null) return object;
    reader.any();
  }
  return null;
}

function createObject(
  object: (typeof OBJECTS)[number],
  statement: MysqlStatement,
  replace: boolean,
  scope: MysqlScope,
) {
  switch (object) {
    case 'VIEW':
      return createView(statement, replace, scope);
    case 'TRIGGER':
      return createTrigger(statement);
    case 'EVENT':
      return createEvent(statement, replace);
    case 'SEQUENCE':
      return createSequence(statement);
    default:
      return createRoutine(statement, object, replace, scope);
  }
}
