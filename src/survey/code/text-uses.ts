import { camelize } from '../../dialect/rails/inflections.ts';
import type { ReferenceKind } from '../../model/project-facts.ts';
import type { CodeUse, Vocabulary } from '../../read/code-uses.ts';
import type { Models } from '../../read/ruby/code/index.ts';
import type { Language } from './files.ts';

/** Finds names in text of any kind. */
export type TextSearch = (text: string, path: string, language: Language) => readonly CodeUse[];

/** What a word of a text stands for. */
interface Word {
  readonly names: CodeUse['names'];
  readonly name: string;
}

/** Longest stretch in front of a name that is looked at for what it is called on. */
const RECEIVER_LENGTH = 60;

const KINDS: { readonly [L in Language]: ReferenceKind } = {
  ruby: 'other',
  erb: 'view',
  sql: 'sql',
  yaml: 'other',
  graphql: 'graphqlType',
  script: 'other',
  text: 'other',
};

/**
 * Searches texts for whole words. A word behind a dot is of the model that the word before it is
 * called after: `user.email`, `@user&.email`; all others are nobody's.
 */
export function textSearchOf(vocabulary: Vocabulary, models: Models): TextSearch {
  const plain = wordsOf(vocabulary, (name) => [name]);
  // JavaScript and GraphQL have the names of Ruby in camel case.
  const camel = wordsOf(vocabulary, (name) => [name, lowerCamel(name)]);
  const patterns = { plain: patternOf(plain), camel: patternOf(camel) };
  return (text, path, language) => {
    const isCamel = language === 'script' || language === 'graphql';
    const kind = /\.(?:haml|slim|liquid)$/.test(path) ? 'view' : KINDS[language];
    return [...text.matchAll(isCamel ? patterns.camel : patterns.plain)].flatMap((match) => {
      const word = (isCamel ? camel : plain).get(match[0]);
      if (!word) return [];
      const tables = tablesOf(word, text, match.index, path, models);
      return [{ ...word, tables, kind, certainty: 'textual' as const, at: match.index }];
    });
  };
}

function lowerCamel(name: string): string {
  const camel = camelize(name);
  return camel.charAt(0).toLowerCase() + camel.slice(1);
}

function wordsOf(
  { columns, tables, others }: Vocabulary,
  spellings: (name: string) => readonly string[],
): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>();
  const add = (names: Word['names'], all: ReadonlySet<string>) => {
    for (const name of all) for (const text of spellings(name)) words.set(text, { names, name });
  };
  add('other', others);
  add('table', tables);
  add('column', columns);
  return words;
}

function patternOf(words: ReadonlyMap<string, unknown>): RegExp {
  const all = [...words.keys()].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // Without a name nothing matches.
  const names = all.length === 0 ? '(?!)' : all.join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}_$-])(?:${names})(?![\\p{L}\\p{N}_-])`, 'gu');
}

function tablesOf(
  { names, name }: Word,
  text: string,
  at: number,
  path: string,
  models: Models,
): readonly string[] | null {
  if (names === 'other') return [name];
  if (names === 'table') return null;
  const before = text.slice(Math.max(0, at - RECEIVER_LENGTH), at);
  const receiver = /([A-Za-z_$][\w$]*)[!?]?(?:\?\.|&\.|\.)$/.exec(before)?.[1];
  if (receiver !== undefined) return models.tablesCalled(snake(receiver));
  const isField = /\b(?:f|form|builder)\.[a-z_]+[ (]+:$/.test(before);
  const folder = /\/views\/(?:.*\/)?(\w+)\/[^/]+$/.exec(path)?.[1];
  return isField && folder !== undefined ? models.tablesCalled(folder) : null;
}

function snake(name: string): string {
  return name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
}
