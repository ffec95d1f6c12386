import { UNKNOWN_SERVER } from '../server.ts';
import type {
  StatedCheck,
  StatedColumn,
  StatedDefault,
  StatedDefinition,
  StatedForeignKey,
  StatedKey,
} from '../stated/stated.ts';
import type { Token } from '../tokens/token.ts';
import { isWord } from '../tokens/token-reader.ts';
import { tokenize } from '../tokens/tokenize.ts';

/**
 * Whether a definition says all that its text says, and nothing else: the words, names and values of
 * both are the same, in whatever order. So no clause is lost that a library reads over, and none is
 * taken for granted that it makes up.
 */
export function saysAll(definition: StatedDefinition, tokens: readonly Token[]): boolean {
  const said = sorted(wordsOfDefinition(definition));
  const written = sorted(wordsOf(tokens));
  const values = new Set(tokens.map(({ value }) => value));
  return (
    said.length === written.length &&
    said.every((word, at) => word === written[at]) &&
    namesOf(definition).every((name) => values.has(name))
  );
}

/** The names in their own case, which the words leave aside. */
function namesOf(definition: StatedDefinition): readonly string[] {
  switch (definition.kind) {
    case 'column':
      return [definition.column.name];
    case 'key': {
      const { name: own, parts } = definition.key;
      return [...(own === null ? [] : [own]), ...parts.flatMap(({ column }) => column ?? [])];
    }
    case 'foreignKey': {
      const { name: own, columns, toTable, toColumns } = definition.foreignKey;
      const names = [...columns, ...toTable.split('.'), ...toColumns];
      return own === null ? names : [own, ...names];
    }
    case 'check':
      return definition.check.name === null ? [] : [definition.check.name];
  }
}

function sorted(words: readonly string[]): readonly string[] {
  return [...words].sort();
}

/** Words that say nothing beside those that follow them, or that are so by themselves. */
const SILENT = new Set([
  ...['KEY', 'INDEX', 'CONSTRAINT', 'GENERATED', 'ALWAYS', 'AS', 'VIRTUAL', 'ASC', 'VISIBLE'],
]);
const PUNCTUATION = new Set(['(', ')', ',', '=', '.']);

/** What is written: words in capitals, strings and numbers behind an equals sign. */
function wordsOf(tokens: readonly Token[]): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || PUNCTUATION.has(token.text)) continue;
    if (isWord(token, 'DEFAULT') && isWord(next, 'NULL')) at += 1;
    else if (isWord(token, 'CHARACTER') && isWord(next, 'SET')) {
      words.push('CHARSET');
      at += 1;
    } else if (isMinusOfDefault(tokens, at)) {
      words.push(`=-${next?.text}`);
      at += 1;
    } else if (token.kind !== 'word' || !SILENT.has(token.text.toUpperCase())) {
      words.push(wordOf(token));
    }
  }
  return words;
}

function isMinusOfDefault(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return token?.text === '-' && next?.kind === 'number' && isWord(before, 'DEFAULT');
}

function wordOf(token: Token): string {
  if (token.kind === 'number') return `=${token.text}`;
  if (token.kind !== 'string') return token.value.toUpperCase();
  return /^[bxn]'/i.test(token.text) ? `=${token.text}` : `=${token.value}`;
}

function wordsOfText(sql: string): readonly string[] {
  return wordsOf(tokenize(sql, 0, sql.length, UNKNOWN_SERVER).tokens);
}

function name(value: string | null): readonly string[] {
  return value === null ? [] : value.split('.').map((part) => part.toUpperCase());
}

function wordsOfDefinition(part: StatedDefinition): readonly string[] {
  switch (part.kind) {
    case 'column':
      return wordsOfColumn(part.column);
    case 'key':
      return wordsOfKey(part.key);
    case 'foreignKey':
      return ['FOREIGN', ...name(part.foreignKey.name), ...wordsOfForeignKey(part.foreignKey)];
    case 'check':
      return wordsOfCheck(part.check);
  }
}

function wordsOfColumn(column: StatedColumn): readonly string[] {
  const { charset, collation, nullable, onUpdate, generated, comment, key, references } = column;
  return [
    column.name.toUpperCase(),
    ...wordsOfText(column.type),
    ...(charset === null ? [] : ['CHARSET', ...name(charset)]),
    ...(collation === null ? [] : ['COLLATE', ...name(collation)]),
    ...(nullable === null ? [] : nullable ? ['NULL'] : ['NOT', 'NULL']),
    ...wordsOfDefault(column.default),
    ...(onUpdate === null ? [] : ['ON', 'UPDATE', ...wordsOfText(onUpdate)]),
    ...(column.autoIncrement ? ['AUTO_INCREMENT'] : []),
    ...(generated === null ? [] : wordsOfText(generated.expression)),
    ...(generated?.stored ? ['STORED'] : []),
    ...(comment === null ? [] : ['COMMENT', `=${comment}`]),
    ...(key === null ? [] : [key.toUpperCase()]),
    ...column.checks.flatMap(wordsOfCheck),
    ...(references === null ? [] : wordsOfReferences(references)),
    ...column.attributes.flatMap(wordsOfText),
  ];
}

function wordsOfDefault(value: StatedDefault | null): readonly string[] {
  if (value === null) return [];
  if (value.kind === 'literal') return ['DEFAULT', `=${value.text}`];
  return ['DEFAULT', ...wordsOfText(value.sql)];
}

const KINDS: { readonly [K in StatedKey['kind']]: readonly string[] } = {
  primary: ['PRIMARY'],
  unique: ['UNIQUE'],
  index: [],
  fulltext: ['FULLTEXT'],
  spatial: ['SPATIAL'],
};

function wordsOfKey(key: StatedKey): readonly string[] {
  return [
    ...KINDS[key.kind],
    ...(key.name === null ? [] : [key.name.toUpperCase()]),
    ...key.parts.flatMap(({ column, expression, length, order }) => [
      ...(column === null ? wordsOfText(expression ?? '') : [column.toUpperCase()]),
      ...(length === null ? [] : [`=${length}`]),
      ...(order === 'desc' ? ['DESC'] : []),
    ]),
    ...(key.using === null ? [] : ['USING', key.using.toUpperCase()]),
    ...(key.comment === null ? [] : ['COMMENT', `=${key.comment}`]),
    ...(key.visible ? [] : ['INVISIBLE']),
    ...key.options.flatMap(wordsOfText),
  ];
}

function wordsOfForeignKey(key: StatedForeignKey): readonly string[] {
  const columns = key.columns.map((column) => column.toUpperCase());
  return [...name(key.indexName), ...columns, ...wordsOfReferences(key)];
}

function wordsOfReferences({
  toTable,
  toColumns,
  onDelete,
  onUpdate,
}: StatedForeignKey): readonly string[] {
  return [
    'REFERENCES',
    ...name(toTable),
    ...toColumns.map((column) => column.toUpperCase()),
    ...(onDelete === null ? [] : ['ON', 'DELETE', ...onDelete.split(' ')]),
    ...(onUpdate === null ? [] : ['ON', 'UPDATE', ...onUpdate.split(' ')]),
  ];
}

function wordsOfCheck({ name: own, expression, enforced }: StatedCheck): readonly string[] {
  return [
    'CHECK',
    ...(own === null ? [] : [own.toUpperCase()]),
    ...wordsOfText(expression),
    ...(enforced ? [] : ['NOT', 'ENFORCED']),
  ];
}
