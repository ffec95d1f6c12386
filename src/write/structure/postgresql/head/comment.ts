import { quoted } from '../names.ts';
import { Cursor } from './cursor.ts';
import { globalHead, type Head } from './head.ts';

/** Objects whose names stand without a schema in COMMENT ON. */
const GLOBAL =
  /^(?:EXTENSION|SCHEMA|LANGUAGE|EVENT TRIGGER|FOREIGN DATA WRAPPER|SERVER|PUBLICATION|SUBSCRIPTION|ACCESS METHOD|CAST|TRANSFORM|DATABASE|ROLE|TABLESPACE)\b/;

/** Kinds of objects that are named behind their own name: `TRIGGER name ON table`. */
const ON_TABLE = /^(?:CONSTRAINT|TRIGGER|POLICY|RULE)\b/;

/** COMMENT ON and SECURITY LABEL ON: the head is that of what they are about. */
export function commentHead(cursor: Cursor, type: 'COMMENT' | 'SECURITY LABEL'): Head {
  cursor.take('ON');
  const kind = kindOf(cursor);
  const { name, namespace } = GLOBAL.test(kind)
    ? { name: cursor.until((depth, word) => depth === 0 && word === 'IS'), namespace: null }
    : aboutObject(cursor, kind);
  const text = `${kind} ${name}`;
  const key = `${type}:${namespace ?? ''}.${text.replaceAll('public.', '')}`;
  return { ...globalHead(type, text), key, namespace, tag: text };
}

/** Several words for some kinds: `MATERIALIZED VIEW`, `TEXT SEARCH CONFIGURATION`. */
function kindOf(cursor: Cursor): string {
  const words: string[] = [];
  while (KIND_WORDS.has(cursor.peek())) {
    words.push(cursor.peek());
    cursor.skip();
  }
  return words.join(' ');
}

const KIND_WORDS: ReadonlySet<string> = new Set(
  (
    'ACCESS AGGREGATE CAST CLASS COLLATION COLUMN CONFIGURATION CONSTRAINT CONVERSION DATA DICTIONARY ' +
    'DOMAIN EVENT EXTENSION FAMILY FOREIGN FUNCTION INDEX LANGUAGE MATERIALIZED METHOD OPERATOR ' +
    'PARSER POLICY PROCEDURE PUBLICATION RULE SCHEMA SEARCH SEQUENCE SERVER STATISTICS SUBSCRIPTION ' +
    'TABLE TEMPLATE TEXT TRANSFORM TRIGGER TYPE VIEW WRAPPER'
  ).split(' '),
);

interface About {
  readonly name: string;
  readonly namespace: string | null;
}

function aboutObject(cursor: Cursor, kind: string): About {
  if (kind === 'COLUMN') {
    const { table, column } = cursor.column();
    return { name: `${quoted(table.name)}.${quoted(column)}`, namespace: table.namespace };
  }
  if (ON_TABLE.test(kind)) {
    const part = cursor.identifier();
    cursor.take('ON');
    const domain = cursor.take('DOMAIN') ? 'DOMAIN ' : '';
    const { namespace, name } = cursor.name();
    return { name: `${quoted(part)} ON ${domain}${quoted(name)}`, namespace };
  }
  const { namespace, name } = cursor.name();
  const rest = cursor.until((depth, word) => depth === 0 && word === 'IS');
  return { name: `${quoted(name)}${signatureText(rest)}`, namespace };
}

/** Arguments of a routine, spaced as the header comment has them. */
function signatureText(rest: string): string {
  return rest
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .replace(/ ,/g, ',')
    .replace(/ \. /g, '.')
    .replace(/ \[ ?\]/g, '[]');
}

/**
 * COMMENT ON and SECURITY LABEL ON with the schema in front of the object's name, where the
 * statement leaves it out.
 */
export function qualifiedComment(sql: string): string {
  const match = /^\s*(COMMENT ON|SECURITY LABEL(?: FOR \S+)? ON)\s+/i.exec(sql);
  if (!match) return sql;
  const rest = sql.slice(match[0].length);
  const cursor = new Cursor(rest, 'public');
  const kind = kindOf(cursor);
  const about = cursor.before('IS');
  const text = rest.slice(rest.indexOf(about, kind.length) + about.length);
  return `${match[1]} ${kind} ${GLOBAL.test(kind) ? about : qualifiedAbout(about, kind)}${text}`;
}

function qualifiedAbout(about: string, kind: string): string {
  const isPart = ON_TABLE.test(kind);
  const place = isPart ? about.search(/\bON\s+(?:DOMAIN\s+)?/i) : 0;
  const head = isPart ? about.slice(0, place) : '';
  const on = isPart ? (/^ON\s+(?:DOMAIN\s+)?/i.exec(about.slice(place))?.[0] ?? '') : '';
  const name = about.slice(head.length + on.length);
  const parts = name.replace(/\(.*$/s, '').split('.').length;
  const isBare = parts < (kind === 'COLUMN' ? 3 : 2);
  return `${head}${on}${isBare ? 'public.' : ''}${name}`;
}
