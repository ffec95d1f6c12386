import type { ColumnPosition } from '../../../model/operation.ts';
import { NotTold } from '../not-told.ts';
import type { Token } from '../tokens/token.ts';
import { isWord } from '../tokens/token-reader.ts';
import type { StatedColumn, StatedDefinition } from './stated.ts';
import { readDefinition } from './table.ts';

/** A definition, and where ADD, MODIFY and CHANGE put a column. */
export interface PlacedDefinition {
  readonly definition: StatedDefinition;
  readonly position: ColumnPosition;
}

/** Reads a definition with FIRST or AFTER behind it. @throws {NotTold} */
export function readPlaced(tokens: readonly Token[]): PlacedDefinition {
  if (isWord(tokens.at(-1), 'FIRST')) {
    return { definition: readDefinition(tokens.slice(0, -1)), position: 'first' };
  }
  const [word, name] = tokens.slice(-2);
  if (!name || !isWord(word, 'AFTER')) {
    return { definition: readDefinition(tokens), position: null };
  }
  const definition = readDefinition(tokens.slice(0, -2));
  return { definition, position: { after: name.value } };
}

/** The same for what can only be a column. */
export function readPlacedColumn(tokens: readonly Token[]): {
  readonly column: StatedColumn;
  readonly position: ColumnPosition;
} {
  const { definition, position } = readPlaced(tokens);
  if (definition.kind !== 'column') throw new NotTold('a key stands where a column is expected');
  return { column: definition.column, position };
}
