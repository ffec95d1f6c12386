import { type SqlToken, tokenizeSql } from '../../../../dialect/sql-tokens.ts';
import { POST_DATA, PRIORITIES } from '../head/entry-type.ts';
import type { Entry } from '../print/entry.ts';

/** Where each name is made: relations and types by `schema.name`, routines by `schema.name()`. */
type Makers = ReadonlyMap<string, readonly Entry[]>;

/**
 * The entries that each one has to stand behind in a dump. Names in its text tell most of them;
 * function bodies do not count, since the server does not look into them.
 */
export function dependencies(entries: readonly Entry[]): ReadonlyMap<Entry, readonly Entry[]> {
  return referencesOf(entries, namesThings);
}

/**
 * The entries that have to be there before one can be made, those that pg_dump puts before it
 * anyway among them: the table of an index, both tables of a foreign key.
 */
export function requirements(
  wanted: readonly Entry[],
  entries: readonly Entry[],
): ReadonlyMap<Entry, readonly Entry[]> {
  const few = new Set(wanted);
  return referencesOf(entries, (each) => few.has(each));
}

function referencesOf(
  entries: readonly Entry[],
  names: (entry: Entry) => boolean,
): ReadonlyMap<Entry, readonly Entry[]> {
  const makers = makersOf(entries);
  const byKey = new Map(entries.map((each) => [each.head.key, each]));
  return new Map(
    entries.map((each) => {
      const stated = each.needs.flatMap((key) => byKey.get(key) ?? []);
      const named = names(each) ? namedBy(each, makers) : [];
      return [each, [...new Set([...stated, ...named])].filter((other) => other !== each)];
    }),
  );
}

/** Constraints, indexes and the like stand behind everything that they could name. */
function namesThings({ head }: Entry): boolean {
  return PRIORITIES[head.type] < POST_DATA && head.type !== 'SEQUENCE' && head.type !== 'DEFAULT';
}

function makersOf(entries: readonly Entry[]): Makers {
  const makers = new Map<string, Entry[]>();
  for (const each of entries) {
    const name = madeName(each);
    if (name === null) continue;
    const others = makers.get(name);
    if (others) others.push(each);
    else makers.set(name, [each]);
  }
  return makers;
}

const ROUTINES: ReadonlySet<string> = new Set(['FUNCTION', 'PROCEDURE', 'AGGREGATE']);

function madeName({ head, host }: Entry): string | null {
  if (host !== null || PRIORITIES[head.type] >= POST_DATA) return null;
  if (!/^(?:relation|type|routine|collation|textSearch\w+):/.test(head.key)) return null;
  const call = ROUTINES.has(head.type) ? '()' : '';
  return `${head.namespace ?? ''}.${head.name}${call}`;
}

function namedBy({ text }: Entry, makers: Makers): readonly Entry[] {
  const tokens = tokenizeSql(text, 'postgresql').filter(
    ({ kind }) => kind !== 'space' && kind !== 'comment',
  );
  return tokens.flatMap((token, at) => {
    if (token.kind === 'string') return regclass(tokens, at, makers);
    if (tokens[at + 1]?.text !== '.') return [];
    const name = tokens[at + 2];
    if (!name || nameOf(token) === '') return [];
    const full = `${nameOf(token)}.${nameOf(name)}`;
    const isCall = tokens[at + 3]?.text === '(';
    return [...((isCall ? makers.get(`${full}()`) : undefined) ?? makers.get(full) ?? [])];
  });
}

/** `nextval('public.numbers'::regclass)` depends on the sequence. */
function regclass(tokens: readonly SqlToken[], at: number, makers: Makers): readonly Entry[] {
  if (tokens[at + 1]?.text !== '::' || tokens[at + 2]?.text.toLowerCase() !== 'regclass') return [];
  const name = tokens[at]?.text.slice(1, -1).replaceAll('"', '') ?? '';
  return makers.get(name) ?? [];
}

function nameOf({ kind, name }: SqlToken): string {
  return kind === 'word' ? name.toLowerCase() : name;
}
