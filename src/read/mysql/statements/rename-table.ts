import { findTable } from '../../../model/schema.ts';
import { NotTold, told } from '../not-told.ts';
import type { MysqlScope } from '../scope.ts';
import { readHow } from './create-index.ts';
import type { Bodies, MysqlStatement, Told } from './statement.ts';

/** `RENAME TABLE a TO b, c TO d`, from left to right. */
export function renameTable(statement: MysqlStatement, { schema }: MysqlScope): Bodies {
  const reader = statement.read();
  reader.take('RENAME');
  if (!reader.take('TABLE') && !reader.take('TABLES')) throw new NotTold('it renames no table');
  reader.take('IF', 'EXISTS');
  const bodies: Told[] = [];
  do {
    const from = told(reader.name(), 'name of the table');
    if (from.includes('.') && findTable(schema, from) === null) {
      throw new NotTold(`${from} is a table of another database`);
    }
    readHow(reader);
    if (!reader.take('TO')) throw new NotTold('it renames a table to nothing');
    bodies.push({ kind: 'renameTable', from, to: told(reader.name(), 'new name of the table') });
  } while (reader.take(','));
  if (!reader.done) throw new NotTold('more follows the names');
  return bodies;
}
