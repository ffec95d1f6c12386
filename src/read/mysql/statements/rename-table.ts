import { NotTold, told } from '../not-told.ts';
import { passHow } from './create-index.ts';
import type { Bodies, MysqlStatement, Told } from './statement.ts';

/** `RENAME TABLE a TO b, c TO d`, from left to right. */
export function renameTable(statement: MysqlStatement): Bodies {
  const reader = statement.read();
  reader.take('RENAME');
  if (!reader.take('TABLE') && !reader.take('TABLES')) throw new NotTold('it renames no table');
  reader.take('IF', 'EXISTS');
  const bodies: Told[] = [];
  do {
    const from = told(reader.name(), 'name of the table');
    passHow(reader);
    if (!reader.take('TO')) throw new NotTold('it renames a table to nothing');
    bodies.push({ kind: 'renameTable', from, to: told(reader.name(), 'new name of the table') });
  } while (reader.take(','));
  if (!reader.done) throw new NotTold('more follows the names');
  return bodies;
}
