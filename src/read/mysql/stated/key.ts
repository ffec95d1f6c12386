import { NotTold, told } from '../not-told.ts';
import { joinTokens } from '../tokens/join.ts';
import type { Token } from '../tokens/token.ts';
import { splitList, TokenReader } from '../tokens/token-reader.ts';
import type { StatedKey, StatedKeyPart } from './stated.ts';

/**
 * What stands behind the words that say what kind of key it is: `[IF NOT EXISTS] [name] [USING …]
 * (parts) [options]`.
 */
export function readKey(reader: TokenReader, kind: StatedKey['kind']): StatedKey {
  reader.take('IF', 'NOT', 'EXISTS');
  const name = nameOfKey(reader);
  const using = readUsing(reader);
  return readParts(reader, { kind, name, using });
}

/** `(parts) [options]`, as CREATE INDEX ends too. */
export function readParts(
  reader: TokenReader,
  head: Pick<StatedKey, 'kind' | 'name' | 'using'>,
): StatedKey {
  const parts = splitList(told(reader.group(), 'columns of the key')).map(partOf);
  const options = new KeyOptions(head.using);
  while (!reader.done && options.read(reader));
  const { using, comment, visible, others } = options;
  return { kind: head.kind, name: head.name, parts, using, comment, visible, options: others };
}

function nameOfKey(reader: TokenReader): string | null {
  const next = reader.next;
  if (next?.text === '(' || reader.sees('USING') || reader.sees('TYPE')) return null;
  return reader.identifier();
}

export function readUsing(reader: TokenReader): string | null {
  const isThere = reader.take('USING') || reader.take('TYPE');
  return isThere ? told(reader.identifier(), 'kind of index').toLowerCase() : null;
}

class KeyOptions {
  using: string | null;
  comment: string | null = null;
  visible = true;
  readonly others: string[] = [];

  constructor(using: string | null) {
    this.using = using;
  }

  /** Takes one option; false when none comes next. */
  read(reader: TokenReader): boolean {
    if (reader.take('COMMENT')) {
      reader.take('=');
      this.comment = told(reader.string(), 'comment');
    } else if (reader.sees('USING') || reader.sees('TYPE')) this.using = readUsing(reader);
    else if (reader.take('INVISIBLE') || reader.take('IGNORED')) this.visible = false;
    else if (reader.take('VISIBLE') || reader.take('NOT', 'IGNORED')) this.visible = true;
    else return this.#other(reader);
    return true;
  }

  #other(reader: TokenReader): boolean {
    if (reader.take('WITH', 'PARSER')) {
      this.others.push(`WITH PARSER ${told(reader.identifier(), 'parser')}`);
      return true;
    }
    const word = reader.takeOne(
      'KEY_BLOCK_SIZE',
      'ENGINE_ATTRIBUTE',
      'SECONDARY_ENGINE_ATTRIBUTE',
      'CLUSTERING',
    );
    if (word === null) return false;
    reader.take('=');
    this.others.push(`${word}=${told(reader.any(), 'value of the option').text}`);
    return true;
  }
}

/** `name`, `name(10) DESC` or `(expression) DESC`. */
function partOf(tokens: readonly Token[]): StatedKeyPart {
  const reader = new TokenReader(tokens);
  const group = reader.group();
  const expression = group && `(${joinTokens(group)})`;
  const column = group === null ? told(reader.identifier(), 'column in the key') : null;
  const length = column === null ? null : prefixLength(reader);
  // MariaDB: a period in place of a column.
  if (column !== null && reader.take('WITHOUT', 'OVERLAPS')) {
    return { column: null, expression: joinTokens(tokens), length: null, order: 'asc' };
  }
  const order = reader.takeOne('ASC', 'DESC') === 'DESC' ? 'desc' : 'asc';
  if (!reader.done) throw new NotTold(`a key has ${joinTokens(tokens)} among its columns`);
  return { column, expression, length, order };
}

function prefixLength(reader: TokenReader): number | null {
  const group = reader.group();
  if (group === null) return null;
  const [length, ...more] = group;
  if (length?.kind !== 'number' || more.length > 0)
    throw new NotTold('a key has a call among its columns');
  return Number(length.text);
}
