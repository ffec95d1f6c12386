import type { Schema } from '../../../model/schema.ts';

/**
 * Where two schemas differ: a line for each value, that of the first in front. The order of objects
 * is left out, that of the columns of a table is not.
 */
export function differencesBetween(theirs: Schema, ours: Schema): readonly string[] {
  const left = factsOf(theirs);
  const right = factsOf(ours);
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((fact) => left.get(fact) !== right.get(fact))
    .map((fact) => `${fact}: ${left.get(fact) ?? 'nothing'}, ours ${right.get(fact) ?? 'nothing'}`);
}

type Facts = Map<string, string>;

function factsOf(schema: Schema): Facts {
  const facts: Facts = new Map();
  collect(facts, '', { ...schema, version: null, opaque: [] });
  return facts;
}

function collect(facts: Facts, path: string, value: unknown): void {
  if (Array.isArray(value)) collectList(facts, path, value);
  else if (typeof value !== 'object' || value === null) {
    facts.set(path, JSON.stringify(value) ?? 'undefined');
  } else {
    for (const [key, field] of Object.entries(value)) {
      if (field !== undefined) collect(facts, path === '' ? key : `${path}.${key}`, field);
    }
  }
}

function collectList(facts: Facts, path: string, list: readonly unknown[]): void {
  const names = list.map((item, place) => nameOf(item) ?? String(place));
  if (path.endsWith('.columns')) facts.set(`${path} in order`, names.join(', '));
  for (const [place, item] of list.entries()) collect(facts, `${path}[${names[place]}]`, item);
}

function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('name' in item)) return null;
  return String(item.name);
}
