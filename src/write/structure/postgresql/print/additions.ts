import { qualifiedDefinition } from '../../../../dialect/postgresql/qualified-names.ts';
import type { SchemaObject } from '../../../../model/schema.ts';
import { Cursor } from '../head/cursor.ts';
import { objectNameOf } from '../names.ts';
import type { PrintContext } from './context.ts';
import type { Entry } from './entry.ts';
import { isAddition } from './object-entries.ts';

/** The entries, with what ALTER says of them in statements that have no entry of their own. */
export function withAdditions(entries: readonly Entry[], context: PrintContext): readonly Entry[] {
  const additions = new Map<string, string>();
  for (const object of context.schema.objects ?? []) {
    const host = isAddition(object) ? hostOf(object) : null;
    if (host === null) continue;
    additions.set(host, (additions.get(host) ?? '') + additionText(object, context));
  }
  if (additions.size === 0) return entries;
  return entries.map((each) => {
    const text = additions.get(each.head.key) ?? '';
    return text === '' ? each : { ...each, text: each.text + text };
  });
}

/** Kinds behind ALTER, with the kind that begins the key of what they make. */
const HOSTS: readonly (readonly [words: string, kind: string])[] = [
  ['TEXT SEARCH CONFIGURATION', 'textSearchConfiguration'],
  ['MATERIALIZED VIEW', 'relation'],
  ['FOREIGN TABLE', 'relation'],
  ['TABLE', 'relation'],
  ['VIEW', 'relation'],
  ['SEQUENCE', 'relation'],
  ['INDEX', 'index'],
  ['STATISTICS', 'statistics'],
  ['DOMAIN', 'type'],
  ['TYPE', 'type'],
];

/** Key of the entry that the statement adds to; null when it names none. */
function hostOf({ definition, table }: SchemaObject): string | null {
  const part = /\b(TRIGGER|RULE) ("?)([^"\s;]+)\2$/i.exec(definition);
  if (part && table !== null) {
    const { namespace, name } = objectNameOf(table);
    return `${part[1]?.toLowerCase()}:${namespace}.${name}.${part[3]}`;
  }
  const cursor = new Cursor(definition, 'public');
  cursor.take('ALTER');
  if (cursor.take('EVENT', 'TRIGGER')) return `EVENT TRIGGER:${cursor.identifier()}`;
  const host = HOSTS.find(([words]) => cursor.take(...words.split(' ')));
  if (!host) return null;
  cursor.take('ONLY');
  const { namespace, name } = cursor.name();
  return `${host[1]}:${namespace}.${name}`;
}

/** Settings of columns and of indexes follow line by line, all others behind an empty line. */
function additionText({ definition }: SchemaObject, { known }: PrintContext): string {
  const text = qualifiedAlter(qualifiedDefinition(definition, known));
  const follows =
    /^ALTER (?:FOREIGN TABLE|TABLE|INDEX|STATISTICS)\b[\s\S]*? (?:ALTER COLUMN|SET STATISTICS) /.test(
      text,
    );
  const broken = text.replace(/ ADD MAPPING FOR /, '\n    ADD MAPPING FOR ');
  return `${follows ? '\n' : '\n\n'}${broken};`;
}

/** The object that ALTER names, with its schema. */
function qualifiedAlter(sql: string): string {
  const match =
    /^(ALTER (?:TEXT SEARCH CONFIGURATION|MATERIALIZED VIEW|FOREIGN TABLE|TABLE|VIEW|SEQUENCE|INDEX|STATISTICS|DOMAIN|TYPE) (?:ONLY )?)(?!ONLY )("[^"]+"|[\w$]+)(?!\.|[\w$"])/.exec(
      sql,
    );
  return match ? `${match[1]}public.${sql.slice(match[1]?.length)}` : sql;
}
