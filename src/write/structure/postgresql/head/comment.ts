import { quoted } from '../names.ts';
import type { Cursor } from './cursor.ts';
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
