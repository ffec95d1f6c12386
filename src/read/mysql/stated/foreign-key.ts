import { NotTold, told } from '../not-told.ts';
import { columnList, type TokenReader } from '../tokens/token-reader.ts';
import type { StatedForeignKey } from './stated.ts';

/** What follows FOREIGN KEY: `[IF NOT EXISTS] [index] (columns) REFERENCES …`. */
export function readForeignKey(reader: TokenReader, name: string | null): StatedForeignKey {
  reader.take('IF', 'NOT', 'EXISTS');
  const indexName = reader.next?.text === '(' ? null : reader.identifier();
  const columns = told(columnList(reader.group()), 'columns of the foreign key');
  if (!reader.take('REFERENCES')) throw new NotTold('a foreign key refers to nothing');
  return readReferences(reader, { name, indexName, columns });
}

/** What follows REFERENCES: `table (columns) [MATCH …] [ON DELETE …] [ON UPDATE …]`. */
export function readReferences(
  reader: TokenReader,
  child: Pick<StatedForeignKey, 'name' | 'indexName' | 'columns'>,
): StatedForeignKey {
  const toTable = told(reader.name(), 'table of the foreign key');
  const toColumns = columnList(reader.group()) ?? [];
  let onDelete: string | null = null;
  let onUpdate: string | null = null;
  for (;;) {
    if (reader.take('MATCH')) reader.any();
    else if (reader.take('ON', 'DELETE')) onDelete = readAction(reader);
    else if (reader.take('ON', 'UPDATE')) onUpdate = readAction(reader);
    else return { ...child, toTable, toColumns, onDelete, onUpdate };
  }
}

const ACTIONS = ['CASCADE', 'RESTRICT', 'SET NULL', 'SET DEFAULT', 'NO ACTION'] as const;

function readAction(reader: TokenReader): string {
  const action = ACTIONS.find((words) => reader.take(...words.split(' ')));
  return told(action, 'action of the foreign key');
}
