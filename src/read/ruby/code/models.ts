import {
  camelize,
  type Inflections,
  pluralize,
  singularize,
  underscore,
} from '../../../dialect/rails/inflections.ts';
import type { ClassFact } from './class-facts.ts';

/** The models of a project, found by the names that code has for them. */
export interface Models {
  /** The table of a constant as it is written inside of `nesting`; null when it is no model. */
  readonly tableOf: (constant: string, nesting: string) => string | null;
  /** Tables of the models that a class is, or that include a module; empty for all others. */
  readonly tablesOfSelf: (name: string) => readonly string[];
  /** What an association of one of these tables' models leads to; null when none has that name. */
  readonly associated: (tables: readonly string[], name: string) => readonly string[] | null;
  /** Tables whose records are called so: `user`, `users`, `current_user`, `author`; null for none. */
  readonly tablesCalled: (name: string) => readonly string[] | null;
  /** Names of the models of a table, in order; empty for none. */
  readonly namesOf: (table: string) => readonly string[];
  /** True when a model of the table has a method of that name in place of its attribute. */
  readonly definesMethod: (table: string, name: string) => boolean;
  /** Words that code has for a table's models: their own names, and associations that lead there. */
  readonly wordsFor: (table: string) => readonly string[];
}

const BASES: ReadonlySet<string> = new Set(['ApplicationRecord', 'ActiveRecord::Base']);

/**
 * Puts together what all classes say.
 *
 * @param tables - tables and views that there are: a class whose table is none of them is no model.
 */
export function modelsOf(
  facts: readonly ClassFact[],
  tables: ReadonlySet<string>,
  inflections: Inflections,
): Models {
  const classes = new Classes(facts, tables, inflections);
  const ofModels = new Map<string, string>();
  for (const { name } of facts) {
    const table = classes.tableOfClass(name);
    if (table !== null) ofModels.set(name, table);
  }
  const includers = includersOf(facts, classes, ofModels);
  const associations = associationsOf(facts, classes, ofModels, includers, inflections);
  const called = callNames(ofModels, associations, inflections);
  const tableOf = (constant: string, nesting: string): string | null => {
    const known = classes.resolve(constant, nesting);
    if (known !== null) return ofModels.get(known) ?? null;
    return conventional(constant, tables, inflections);
  };
  const tablesOfSelf = (name: string): readonly string[] => {
    const own = ofModels.get(name);
    return own === undefined ? [...(includers.get(name) ?? [])] : [own];
  };
  return {
    tableOf,
    tablesOfSelf,
    definesMethod: (table, method) =>
      facts.some(
        ({ name, methods }) => methods.includes(method) && tablesOfSelf(name).includes(table),
      ),
    associated: (owners, name) => {
      const found = owners.flatMap((owner) => [...(associations.get(owner)?.get(name) ?? [])]);
      return found.length === 0 ? null : [...new Set(found)];
    },
    tablesCalled: (name) => lookUp(name, called),
    wordsFor: (table) => [
      ...[...ofModels].flatMap(([name, of]) => (of === table ? [name.replace(/.*::/, '')] : [])),
      ...[...called].flatMap(([word, of]) => (of.includes(table) ? [word] : [])),
    ],
    namesOf: (table) => [...ofModels].flatMap(([name, of]) => (of === table ? [name] : [])).sort(),
  };
}

/** The class of a table that no file defines, such as one of a gem. */
function conventional(
  constant: string,
  tables: ReadonlySet<string>,
  inflections: Inflections,
): string | null {
  const path = underscore(constant).split('/');
  const last = pluralize(path.at(-1) ?? '', inflections);
  const whole = [...path.slice(0, -1), last].join('_');
  return [whole, last].find((name) => tables.has(name)) ?? null;
}

/** Classes by name, as Ruby looks them up. */
class Classes {
  readonly #facts = new Map<string, ClassFact[]>();
  readonly #tables: ReadonlySet<string>;
  readonly #inflections: Inflections;

  constructor(facts: readonly ClassFact[], tables: ReadonlySet<string>, inflections: Inflections) {
    for (const fact of facts) {
      const same = this.#facts.get(fact.name);
      if (same) same.push(fact);
      else this.#facts.set(fact.name, [fact]);
    }
    this.#tables = tables;
    this.#inflections = inflections;
  }

  /** The full name of a constant, from the innermost module outwards; null when nothing defines it. */
  resolve(constant: string, nesting: string): string | null {
    for (let around = nesting; ; around = around.split('::').slice(0, -1).join('::')) {
      const name = around === '' ? constant : `${around}::${constant}`;
      if (this.#facts.has(name)) return name;
      if (around === '') return null;
    }
  }

  /** The table of a class by `ActiveRecord::ModelSchema`; null when it is no model with a table. */
  tableOfClass(name: string, seen: readonly string[] = []): string | null {
    if (seen.includes(name)) return null;
    const facts = this.#facts.get(name) ?? [];
    const stated = facts.find(({ tableName }) => tableName !== null)?.tableName ?? null;
    if (stated !== null) return this.#known(stated);
    const parent = facts.find(({ superclass }) => superclass !== null)?.superclass ?? null;
    if (parent === null || facts.some(({ isAbstract }) => isAbstract)) return null;
    const above = this.resolve(parent, name.split('::').slice(0, -1).join('::'));
    const inherited = above === null ? null : this.tableOfClass(above, [...seen, name]);
    if (inherited !== null) return inherited;
    return this.#isBase(parent, above, seen) ? this.#computed(name) : null;
  }

  /** Whether a class stands right above models: a base of Rails, or an abstract class below one. */
  #isBase(written: string, name: string | null, seen: readonly string[]): boolean {
    if (BASES.has(written) || (name !== null && BASES.has(name))) return true;
    if (name === null || seen.includes(name)) return false;
    const fact = this.#facts.get(name)?.find(({ superclass }) => superclass !== null);
    if (!fact?.superclass) return false;
    const above = this.resolve(fact.superclass, name.split('::').slice(0, -1).join('::'));
    return this.#isBase(fact.superclass, above, [...seen, name]);
  }

  /** `compute_table_name`: the class's own name, behind the prefix of the model or module around. */
  #computed(name: string): string | null {
    const parts = name.split('::');
    const own = pluralize(underscore(parts.at(-1) ?? ''), this.#inflections);
    for (let length = parts.length - 1; length > 0; length -= 1) {
      const around = parts.slice(0, length).join('::');
      const facts = this.#facts.get(around) ?? [];
      const prefix = facts.find(({ tablePrefix }) => tablePrefix !== null)?.tablePrefix;
      if (prefix) return this.#known(prefix + own);
      const outer = this.tableOfClass(around);
      if (outer !== null) return this.#known(`${singularize(outer, this.#inflections)}_${own}`);
    }
    // A namespace whose prefix stands elsewhere, as in an engine.
    const long = pluralize(underscore(name).replaceAll('/', '_'), this.#inflections);
    return this.#known(own) ?? this.#known(long);
  }

  #known(table: string): string | null {
    const bare = table.replace(/^public\./, '');
    return this.#tables.has(bare) ? bare : null;
  }
}

/** Tables of the models that include a module, by the module; a module can include another. */
function includersOf(
  facts: readonly ClassFact[],
  classes: Classes,
  ofModels: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const pass = () =>
    facts.map(({ name, includes }) => {
      const own = ofModels.get(name);
      const tables = own === undefined ? [...(found.get(name) ?? [])] : [own];
      return includes.map((include) => {
        const module = classes.resolve(include, name) ?? include;
        const held = found.get(module) ?? new Set<string>();
        found.set(module, held);
        const size = held.size;
        for (const table of tables) held.add(table);
        return held.size > size;
      });
    });
  while (pass().flat().includes(true));
  return found;
}

type Associations = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Where associations lead, by the table of their model and their name. */
function associationsOf(
  facts: readonly ClassFact[],
  classes: Classes,
  ofModels: ReadonlyMap<string, string>,
  includers: ReadonlyMap<string, ReadonlySet<string>>,
  inflections: Inflections,
): Associations {
  const found = new Map<string, Map<string, Set<string>>>();
  const add = (table: string, name: string, target: string) => {
    const named = found.get(table) ?? new Map<string, Set<string>>();
    found.set(table, named.set(name, (named.get(name) ?? new Set()).add(target)));
  };
  for (const { name: owner, associations } of facts) {
    const own = ofModels.get(owner);
    const owners = own === undefined ? [...(includers.get(owner) ?? [])] : [own];
    for (const { name, className } of associations) {
      const constant = className ?? camelize(singularize(name, inflections));
      const target = ofModels.get(classes.resolve(constant, owner) ?? '');
      if (target !== undefined) for (const table of owners) add(table, name, target);
    }
  }
  return found;
}

/** Names that variables and methods give to records: the models' own, and those of associations. */
function callNames(
  ofModels: ReadonlyMap<string, string>,
  associations: Associations,
  inflections: Inflections,
): ReadonlyMap<string, readonly string[]> {
  const called = new Map<string, Set<string>>();
  const add = (name: string, table: string) => {
    called.set(name, (called.get(name) ?? new Set()).add(table));
  };
  for (const [name, table] of ofModels) {
    const path = underscore(name).split('/');
    for (const word of new Set([path.at(-1) ?? '', path.join('_')])) {
      add(word, table);
      add(pluralize(word, inflections), table);
    }
  }
  const own = new Set(called.keys());
  for (const named of associations.values()) {
    for (const [name, targets] of named) {
      // A model of that very name is what the name means; an association may lead elsewhere.
      if (!own.has(name)) for (const target of targets) add(name, target);
    }
  }
  return new Map([...called].map(([name, tables]) => [name, [...tables]]));
}

/** Looks a name up, then without its first words: `current_user` is a user. */
function lookUp(
  name: string,
  called: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const words = name.replace(/^@+|[?!]$/g, '').split('_');
  for (let from = 0; from < words.length; from += 1) {
    const found = called.get(words.slice(from).join('_'));
    if (found) return found;
  }
  return null;
}
