import type { Schema } from '../../../model/schema.ts';
import { readPostgresqlStructure } from '../../../read/postgresql/structure/index.ts';
import { schemaSql } from '../../../write/sql/index.ts';
import type { Server } from './server.ts';

/**
 * Where the schema that apply gives is not the one that pg_dump shows: a line for each field, the
 * dump's value first.
 */
export async function differencesFromDump(dump: string, schema: Schema): Promise<string[]> {
  const file = await readPostgresqlStructure(dump, 'db/structure.sql');
  const theirs = factsOf(file.schema);
  const ours = factsOf({ ...schema, opaque: [] });
  return [...new Set([...theirs.keys(), ...ours.keys()])]
    .filter((fact) => theirs.get(fact) !== ours.get(fact))
    .map(
      (fact) =>
        `${fact}: dump ${theirs.get(fact) ?? 'nothing'}, ours ${ours.get(fact) ?? 'nothing'}`,
    );
}

/** Every field of every object under its path; the order of objects is left out, that of columns is not. */
function factsOf(schema: Schema): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  collect(facts, '', { ...schema, version: null });
  return facts;
}

function collect(facts: Map<string, string>, path: string, value: unknown): void {
  if (Array.isArray(value)) collectList(facts, path, value);
  else if (typeof value !== 'object' || value === null) facts.set(path, JSON.stringify(value));
  else {
    for (const [key, field] of Object.entries(value)) {
      if (field !== undefined) collect(facts, path === '' ? key : `${path}.${key}`, field);
    }
  }
}

function collectList(facts: Map<string, string>, path: string, list: readonly unknown[]): void {
  const names = list.map(identityOf);
  if (path.endsWith('.columns')) facts.set(`${path} in order`, names.join(', '));
  for (const [place, item] of list.entries()) {
    collect(facts, `${path}[${names[place] ?? place}]`, item);
  }
}

/** What tells an object from its sisters; null for values, which their place tells. */
function identityOf(item: unknown): string | null {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null || !('name' in item)) return null;
  const table = 'table' in item && item.table !== null ? ` on ${item.table}` : '';
  const type = 'type' in item && 'definition' in item ? `${item.type} ` : '';
  const definition = 'definition' in item ? String(item.definition) : '';
  const signature = /\b(?:FUNCTION|PROCEDURE)\s+[^(]*(\([^)]*\))/.exec(definition)?.[1] ?? '';
  return `${type}${item.name}${signature}${table}`;
}

/**
 * What the server makes of the model written as SQL, where it is not the same as the dump: whole
 * statements, with a minus those that the dump alone has.
 */
export async function differencesWhenWritten(
  server: Server,
  dump: string,
  schema: Schema,
): Promise<readonly string[]> {
  const theirs = statementsOf(dump);
  await server.empty();
  for (const statement of schemaSql(schema)) {
    const refusal = await server.run(statement);
    if (refusal !== null) return [`the server refuses what is written: ${refusal}`, statement];
  }
  const ours = statementsOf(await server.dump());
  return [
    ...theirs.filter((statement) => !ours.includes(statement)).map((text) => `- ${text}`),
    ...ours.filter((statement) => !theirs.includes(statement)).map((text) => `+ ${text}`),
  ];
}

/** The statements of a dump without its comments. */
function statementsOf(dump: string): readonly string[] {
  return dump
    .split(/\n\n+/)
    .map((part) => part.replace(/^(?:--.*\n?)+/, '').trim())
    .filter((part) => part !== '' && !part.startsWith('\\'));
}
