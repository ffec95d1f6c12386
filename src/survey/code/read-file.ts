import type { Engine } from '../../model/engine.ts';
import { InputError } from '../../model/errors.ts';
import type { ReferenceKind } from '../../model/project-facts.ts';
import type { CodeUse, Vocabulary } from '../../read/code-uses.ts';
import { type Models, readCode, rubyOfErb } from '../../read/ruby/code/index.ts';
import type { RubyParser } from '../../read/ruby/source.ts';
import { type SqlPiece, sqlUses } from '../../read/sql-uses.ts';
import { type Language, languageOf } from './files.ts';
import { type TextSearch, textSearchOf } from './text-uses.ts';
import { yamlUses } from './yaml-uses.ts';

/** Files that are longer are searched as text: some 20,000 lines, which nobody wrote. */
const MOST_PARSED = 1_000_000;

/** What a file names, and whether it could be parsed where it should be. */
interface FileUses {
  readonly uses: readonly CodeUse[];
  readonly parsed: boolean;
}

export type FileReader = (text: string, path: string) => FileUses;

interface Around {
  readonly models: Models;
  readonly vocabulary: Vocabulary;
  readonly engine: Engine;
  readonly parse: RubyParser;
  readonly search: TextSearch;
  readonly sqlUses: (piece: SqlPiece) => readonly CodeUse[];
}

/** Code repeats its pieces of SQL: each is read once. */
function remembering({ vocabulary, engine }: Pick<Around, 'vocabulary' | 'engine'>) {
  const known = new Map<string, readonly CodeUse[]>();
  return ({ text, tables }: SqlPiece): readonly CodeUse[] => {
    const key = JSON.stringify([text, tables]);
    const uses = known.get(key) ?? sqlUses({ text, tables }, vocabulary, engine);
    known.set(key, uses);
    return uses;
  };
}

type Read = (text: string, path: string, around: Around) => readonly CodeUse[];

/** Reads files by their language. The parser of PostgreSQL has to be loaded, where it is the engine. */
export function fileReader(around: Omit<Around, 'search' | 'sqlUses'>): FileReader {
  const search = textSearchOf(around.vocabulary, around.models);
  const all = { ...around, search, sqlUses: remembering(around) };
  return (text, path) => {
    const language = languageOf(path) ?? 'text';
    const asText = () => all.search(text, path, language);
    if (text.length > MOST_PARSED) return { uses: asText(), parsed: language === 'text' };
    try {
      return { uses: READERS[language](text, path, all).map(ofPlace(path)), parsed: true };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { uses: asText(), parsed: false };
    }
  };
}

const READERS: { readonly [L in Language]: Read } = {
  ruby: rubyUses,
  erb: (text, path, around) => rubyUses(rubyOfErb(text), path, around),
  sql: (text, _, around) => around.sqlUses({ text, tables: null }),
  yaml: (text, path, { vocabulary, models, search }) =>
    yamlUses(text, path, vocabulary, models) ?? search(text, path, 'yaml'),
  graphql: (text, path, { search }) => search(text, path, 'graphql'),
  script: (text, path, { search }) => search(text, path, 'script'),
  text: (text, path, { search }) => search(text, path, 'text'),
};

function rubyUses(text: string, path: string, around: Around): readonly CodeUse[] {
  const { models, vocabulary } = around;
  const { uses, sql } = readCode(around.parse(text, path), models, vocabulary);
  const inSql = sql.flatMap((piece) =>
    around.sqlUses(piece).map((use) => ({ ...use, at: use.at + piece.at })),
  );
  return [...uses, ...inSql];
}

/** Kinds that a place gives to what is only a call or a word there. */
const PLACES: readonly (readonly [RegExp, ReferenceKind])[] = [
  [/\.(?:erb|jbuilder|haml|slim|arb|rabl|builder|axlsx|prawn)$/, 'view'],
  [/(?:^|\/)(?:factories|fabricators)\//, 'factory'],
  [/\.rake$|(?:^|\/)(?:db\/seeds|db\/data|bin|script|scripts|lib\/tasks)(?:\/|\.rb$)/, 'script'],
];

function ofPlace(path: string): (use: CodeUse) => CodeUse {
  const kind = PLACES.find(([pattern]) => pattern.test(path))?.[1];
  if (kind === undefined) return (use) => use;
  return (use) => (use.kind === 'attribute' || use.kind === 'other' ? { ...use, kind } : use);
}
