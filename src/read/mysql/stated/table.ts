import { libraryDefinition } from '../libraries/definition.ts';
import { NotTold, told } from '../not-told.ts';
import { joinTokens } from '../tokens/join.ts';
import type { Token } from '../tokens/token.ts';
import { splitList, TokenReader } from '../tokens/token-reader.ts';
import { readCheck } from './check.ts';
import { readColumn } from './column.ts';
import { readForeignKey } from './foreign-key.ts';
import { readKey } from './key.ts';
import { readOptions } from './options.ts';
import type {
  StatedCheck,
  StatedColumn,
  StatedConstraint,
  StatedDefinition,
  StatedForeignKey,
  StatedKey,
  StatedTable,
} from './stated.ts';

/** The name of a table that is created, and what is said before it. */
export type TableHead = Pick<StatedTable, 'name' | 'ifNotExists' | 'temporary'>;

/** What follows the name in CREATE TABLE: `(definitions) options`. */
export function readTable(head: TableHead, reader: TokenReader): StatedTable {
  const definitions = new Definitions();
  const group = told(reader.group(), 'list of columns');
  for (const tokens of splitList(group)) definitions.read(tokens);
  const { columns, keys, foreignKeys, checks, periods } = definitions;
  const options = new Map([...readOptions(reader)]);
  for (const period of periods) options.set(period, '');
  return { ...head, columns, keys, foreignKeys, checks, options };
}

/** Reads a key, foreign key or check with its name; null when a column comes next. */
function readConstraint(reader: TokenReader): StatedConstraint | null {
  const named = reader.take('CONSTRAINT');
  const isBare = ['PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK'].some((word) => reader.sees(word));
  if (named) reader.take('IF', 'NOT', 'EXISTS');
  const name = named && !isBare ? told(reader.identifier(), 'name of the constraint') : null;
  if (reader.take('FOREIGN', 'KEY')) {
    return { kind: 'foreignKey', foreignKey: readForeignKey(reader, name) };
  }
  if (reader.sees('CHECK', '(') && reader.take('CHECK')) {
    return { kind: 'check', check: readCheck(reader, name) };
  }
  const kind = kindOfKey(reader);
  if (kind === null && named)
    throw new NotTold('a constraint is of a kind that migdocs does not know');
  if (kind === null) return null;
  const key = readKey(reader, kind);
  return { kind: 'key', key: key.name === null ? { ...key, name } : key };
}

function kindOfKey(reader: TokenReader): StatedKey['kind'] | null {
  if (reader.take('PRIMARY', 'KEY')) return 'primary';
  const special = reader.takeOne('UNIQUE', 'FULLTEXT', 'SPATIAL');
  const word = reader.takeOne('KEY', 'INDEX');
  if (special === 'UNIQUE') return 'unique';
  if (special === 'FULLTEXT') return 'fulltext';
  if (special === 'SPATIAL') return 'spatial';
  return word === null ? null : 'index';
}

class Definitions {
  readonly columns: StatedColumn[] = [];
  readonly keys: StatedKey[] = [];
  readonly foreignKeys: StatedForeignKey[] = [];
  readonly checks: StatedCheck[] = [];
  /** MariaDB's `PERIOD FOR name (start, end)`. */
  readonly periods: string[] = [];

  read(tokens: readonly Token[]): void {
    const reader = new TokenReader(tokens);
    if (reader.sees('PERIOD', 'FOR')) this.periods.push(joinTokens(tokens));
    else this.#add(readDefinition(tokens));
  }

  #add(definition: StatedDefinition): void {
    if (definition.kind === 'column') this.columns.push(definition.column);
    else if (definition.kind === 'key') this.keys.push(definition.key);
    else if (definition.kind === 'foreignKey') this.foreignKeys.push(definition.foreignKey);
    else this.checks.push(definition.check);
  }
}

/** A column, key, foreign key or check, as the libraries read it, or else by its tokens. */
export function readDefinition(tokens: readonly Token[]): StatedDefinition {
  return libraryDefinition(tokens) ?? definitionByTokens(tokens);
}

function definitionByTokens(tokens: readonly Token[]): StatedDefinition {
  const reader = new TokenReader(tokens);
  const definition = readConstraint(reader) ?? readPlainColumn(reader);
  if (!reader.done) throw new NotTold(`a definition ends with ${joinTokens(reader.rest())}`);
  return definition;
}

function readPlainColumn(reader: TokenReader): StatedDefinition {
  const name = told(reader.identifier(), 'name of a column');
  const { column, position } = readColumn(name, reader);
  if (position !== null) throw new NotTold('a column of a new table stands behind another');
  return { kind: 'column', column };
}
