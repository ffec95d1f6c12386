import { CATALOG_DATA } from './data.ts';

/** A type by the name that it has in `pg_type`: `int4`, `varchar`, `_text` for `text[]`. */
interface TypeEntry {
  readonly name: string;
  /** As `format_type` spells it: `integer`, `text[]`. */
  readonly printed: string;
  /** `typcategory`: `N` for numbers, `S` for strings, `A` for arrays, `E` for enums, … */
  readonly category: string;
  readonly preferred: boolean;
}

export interface OperatorEntry {
  readonly name: string;
  /** Null for a prefix operator. */
  readonly left: string | null;
  readonly right: string;
  readonly result: string;
}

export interface FunctionEntry {
  readonly name: string;
  readonly args: readonly string[];
  /** The last argument stands for any number of them. */
  readonly variadic: boolean;
  readonly result: string;
  readonly returnsSet: boolean;
  /** How many of the last arguments may be left out. */
  readonly defaults: number;
  readonly kind: 'plain' | 'aggregate' | 'ordered' | 'hypothetical' | 'window';
  /** Of an ordered-set aggregate: how many arguments stand before WITHIN GROUP. */
  readonly direct: number;
  /** Columns of a function that gives rows; empty for all others. */
  readonly out: readonly { readonly name: string; readonly type: string }[];
  /** Names of the arguments, where they can be given by name. */
  readonly names: readonly string[];
}

/** How a value gets from one type to another: `i`mplicit, on `a`ssignment, or `e`xplicitly only. */
interface CastEntry {
  readonly context: 'i' | 'a' | 'e';
  /** By a function, as the same bytes, or through text. */
  readonly method: 'f' | 'b' | 'i';
}

export interface Catalog {
  readonly types: ReadonlyMap<string, TypeEntry>;
  /** Types by the name that they are printed with. */
  readonly printed: ReadonlyMap<string, TypeEntry>;
  readonly cast: (from: string, to: string) => CastEntry | null;
  readonly operators: (name: string) => readonly OperatorEntry[];
  readonly functions: (name: string) => readonly FunctionEntry[];
}

const CATALOGS = new Map<string, Catalog>();

/**
 * What is built into a server of that version, and what those extensions bring. An extension that
 * is not known brings nothing.
 *
 * @param server - major version; left out for the newest.
 */
export function catalogOf(
  extensions: readonly string[],
  server = Number.POSITIVE_INFINITY,
): Catalog {
  const known = CATALOG_DATA.filter(
    ({ extension, since }) =>
      since <= server && (extension === '' || extensions.includes(extension)),
  );
  const key = known.map(({ extension, since }) => `${extension} ${since}`).join(' ');
  const found = CATALOGS.get(key) ?? newCatalog(known);
  CATALOGS.set(key, found);
  return found;
}

function newCatalog(sections: typeof CATALOG_DATA): Catalog {
  const lines = (field: 'types' | 'casts' | 'operators' | 'functions'): readonly string[] =>
    sections.flatMap((section) => section[field].split('\n').filter((line) => line !== ''));
  const types = lines('types').map(typeOfLine);
  const casts = new Map(lines('casts').map(castOfLine));
  const operators = byName(lines('operators').map(operatorOfLine));
  const functions = byName(lines('functions').map(functionOfLine));
  return {
    types: new Map(types.map((type) => [type.name, type])),
    printed: new Map(types.map((type) => [type.printed, type])),
    cast: (from, to) => casts.get(`${from} ${to}`) ?? null,
    operators: (name) => operators.get(name) ?? [],
    functions: (name) => functions.get(name) ?? [],
  };
}

function byName<T extends { readonly name: string }>(
  entries: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(entry.name);
    if (group) group.push(entry);
    else groups.set(entry.name, [entry]);
  }
  return groups;
}

function typeOfLine(line: string): TypeEntry {
  const [name = '', printed = '', rest = ''] = line.split('|');
  return { name, printed, category: rest.slice(0, 1), preferred: rest.endsWith('preferred') };
}

function castOfLine(line: string): readonly [string, CastEntry] {
  const [from = '', to = '', context, method] = line.split(' ');
  return [
    `${from} ${to}`,
    {
      context: context === 'i' || context === 'a' ? context : 'e',
      method: method === 'f' || method === 'b' ? method : 'i',
    },
  ];
}

function operatorOfLine(line: string): OperatorEntry {
  const [name = '', left = '', right = '', result = ''] = line.split(' ');
  return { name, left: left === '-' ? null : left, right, result };
}

/** `regexp_matches(text,text,text)setof _text`, then words: `defaults 1`, `ordered 1`, `out key:text,…`. */
function functionOfLine(line: string): FunctionEntry {
  const match = /^([^(]*)\(([^)]*)\)(setof )?(\S+)(.*)$/.exec(line);
  const [, name = '', list = '', set, result = '', rest = ''] = match ?? [];
  const args = list === '' ? [] : list.split(',');
  return {
    name,
    args: args.map((arg) => arg.replace('*', '')),
    variadic: list.includes('*'),
    result,
    returnsSet: set !== undefined,
    defaults: Number(/ defaults (\d+)/.exec(rest)?.[1] ?? 0),
    kind: kindOf(rest),
    direct: Number(/ ordered (\d+)/.exec(rest)?.[1] ?? 0),
    out: wordsAfter(' out ', rest).map((column) => {
      const [own = '', type = ''] = column.split(':');
      return { name: own, type };
    }),
    names: wordsAfter(' names ', rest),
  };
}

function kindOf(rest: string): FunctionEntry['kind'] {
  if (rest.includes(' aggregate')) return 'aggregate';
  if (rest.includes(' ordered')) return 'ordered';
  if (rest.includes(' hypothetical')) return 'hypothetical';
  return rest.includes(' window') ? 'window' : 'plain';
}

function wordsAfter(word: string, rest: string): readonly string[] {
  const at = rest.indexOf(word);
  return at < 0 ? [] : (rest.slice(at + word.length).split(' ')[0] ?? '').split(',');
}
