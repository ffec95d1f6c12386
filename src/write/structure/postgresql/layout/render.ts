import { tokenizeSql } from '../../../../dialect/sql-tokens.ts';
import type { EntryType } from '../head/entry-type.ts';
import type { Head } from '../head/head.ts';
import type { Entry } from '../print/entry.ts';
import type { FileForm } from './form.ts';

/** The entry as it stands in the file, without what separates it from the next. */
export function renderEntry(entry: Entry, form: FileForm): string {
  const text = form.qualifies ? entry.text : withoutNamespace(entry.text, entry.head.namespace);
  return form.headers ? `${header(entry.head, form)}${text}` : text;
}

/** The comment above an entry (_printTocEntry). */
function header(head: Head, form: FileForm): string {
  const { type, namespace } = head;
  const owner = OWNERLESS.has(type) && form.owner !== '-' ? '' : form.owner;
  const tablespace = form.tablespaces && HAS_TABLESPACE.has(type) ? '; Tablespace: ' : '';
  const schema = namespace ?? '-';
  return `--\n-- Name: ${tagOf(head, form)}; Type: ${type}; Schema: ${schema}; Owner: ${owner}${tablespace}\n--\n\n`;
}

const OWNERLESS: ReadonlySet<EntryType> = new Set(['EXTENSION']);

const HAS_TABLESPACE: ReadonlySet<EntryType> = new Set([
  'TABLE',
  'MATERIALIZED VIEW',
  'INDEX',
  'CONSTRAINT',
]);

/** Parts of a table are named with it, in newer versions. */
function tagOf({ tag, table, type }: Head, { tableTags }: FileForm): string {
  return table === '' || type === 'PUBLICATION TABLE' || !tableTags ? tag : `${table} ${tag}`;
}

/**
 * The text as a session prints it whose search path begins with the schema: names in that schema
 * stand without it.
 */
function withoutNamespace(sql: string, namespace: string | null): string {
  const tokens = tokenizeSql(sql, 'postgresql');
  const out: string[] = [];
  tokens.forEach((token, at) => {
    const opens = token.name === namespace && tokens[at + 1]?.text === '.';
    const closes = token.text === '.' && tokens[at - 1]?.name === namespace;
    if (opens || closes) return;
    out.push(isRegclass(tokens, at) ? token.text.replace(`'${namespace}.`, "'") : token.text);
  });
  return out.join('');
}

function isRegclass(tokens: readonly { readonly text: string }[], at: number): boolean {
  return tokens[at + 1]?.text === '::' && tokens[at + 2]?.text === 'regclass';
}
