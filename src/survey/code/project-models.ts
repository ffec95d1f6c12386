import type { Inflections } from '../../dialect/rails/inflections.ts';
import { InputError } from '../../model/errors.ts';
import { type ClassFact, classFactsOf, type Models, modelsOf } from '../../read/ruby/code/index.ts';
import type { RubyParser } from '../../read/ruby/source.ts';

/** The models of a project, and the files that say so. */
export interface ProjectModels {
  readonly models: Models;
  /** Tables that a file's classes are models of, or have associations to; by path. */
  readonly tablesOfFile: ReadonlyMap<string, ReadonlySet<string>>;
}

/** `class A < B`, a module with a body for models, a prefix of tables. */
const CLASS = /^[ \t]*class\s+([\w:]+)\s*<\s*(?:::)?([\w:]+)/gm;
const FOR_MODELS = /ActiveSupport::Concern|\btable_name(?:_prefix)?\b/;

/**
 * Reads the classes of all files that can hold models. Which these are is told by the text, so that
 * most files need not be parsed.
 */
export function projectModels(
  texts: ReadonlyMap<string, string>,
  tables: ReadonlySet<string>,
  inflections: Inflections,
  parse: RubyParser,
): ProjectModels {
  const facts = new Map<string, readonly ClassFact[]>();
  for (const path of modelFiles(texts)) {
    facts.set(path, factsOf(texts.get(path) ?? '', path, parse));
  }
  const models = modelsOf([...facts.values()].flat(), tables, inflections);
  const tablesOfFile = new Map<string, ReadonlySet<string>>();
  for (const [path, classes] of facts) tablesOfFile.set(path, tablesOf(classes, models));
  return { models, tablesOfFile };
}

function factsOf(text: string, path: string, parse: RubyParser): readonly ClassFact[] {
  try {
    return classFactsOf(parse(text, path).program);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function tablesOf(classes: readonly ClassFact[], models: Models): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { name, associations } of classes) {
    const own = models.tablesOfSelf(name);
    for (const table of own) found.add(table);
    for (const association of associations) {
      for (const table of models.associated(own, association.name) ?? []) found.add(table);
    }
  }
  return found;
}

/** Files with classes below ApplicationRecord or ActiveRecord::Base, and modules for them. */
function modelFiles(texts: ReadonlyMap<string, string>): readonly string[] {
  const classes = [...texts].flatMap(([path, text]) =>
    [...text.matchAll(CLASS)].map(([, name = '', parent = '']) => ({
      path,
      name: last(name),
      parent,
    })),
  );
  const known = new Set(['ApplicationRecord']);
  const isModel = ({ parent }: { readonly parent: string }) =>
    parent === 'ActiveRecord::Base' || known.has(last(parent));
  for (let size = -1; size < known.size; ) {
    size = known.size;
    for (const each of classes) if (isModel(each)) known.add(each.name);
  }
  const paths = new Set(classes.flatMap((each) => (isModel(each) ? [each.path] : [])));
  for (const [path, text] of texts) if (FOR_MODELS.test(text)) paths.add(path);
  return [...paths].sort();
}

function last(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
