import type { EntryType } from '../head/entry-type.ts';
import type { Head } from '../head/head.ts';
import { quoted } from '../names.ts';
import { identityArguments } from '../print/comment-text.ts';
import type { Entry } from '../print/entry.ts';

/** How objects of a kind are dropped by their name alone. */
const DROPPED: ReadonlySet<EntryType> = new Set([
  'TABLE',
  'FOREIGN TABLE',
  'VIEW',
  'MATERIALIZED VIEW',
  'SEQUENCE',
  'TYPE',
  'DOMAIN',
  'STATISTICS',
  'COLLATION',
  'CONVERSION',
  'TEXT SEARCH PARSER',
  'TEXT SEARCH TEMPLATE',
  'TEXT SEARCH DICTIONARY',
  'TEXT SEARCH CONFIGURATION',
  'INDEX',
]);

const GLOBAL: ReadonlySet<EntryType> = new Set([
  'SCHEMA',
  'EXTENSION',
  'EVENT TRIGGER',
  'PUBLICATION',
  'SUBSCRIPTION',
  'SERVER',
  'FOREIGN DATA WRAPPER',
  'ACCESS METHOD',
]);

type Drop = (head: Head, entry: Entry, entries: ReadonlyMap<string, Entry>) => string | null;

const routine: Drop = ({ type, name }, { text, head }) =>
  `DROP ${type} IF EXISTS ${placed(head, name)}(${identityArguments(text).join(', ')});`;

const ofTable: Drop = ({ type, name, table }, { head }) =>
  `DROP ${type} IF EXISTS ${quoted(name)} ON ${placed(head, table)};`;

const rule: Drop = (head, entry, entries) =>
  head.name === '_RETURN' ? dummyAgain(head, entries) : ofTable(head, entry, entries);

const constraint: Drop = (head, { text }) => {
  const only = /^ALTER TABLE ONLY /.test(text) ? ' ONLY' : '';
  const table = placed(head, head.table);
  return `ALTER TABLE IF EXISTS${only} ${table} DROP CONSTRAINT IF EXISTS ${quoted(head.name)};`;
};

/** Kinds that are dropped by more than their name. */
const DROPS: { readonly [T in EntryType]?: Drop } = {
  FUNCTION: routine,
  PROCEDURE: routine,
  AGGREGATE: routine,
  TRIGGER: ofTable,
  POLICY: ofTable,
  RULE: rule,
  CONSTRAINT: constraint,
  'CHECK CONSTRAINT': constraint,
  'FK CONSTRAINT': constraint,
  CAST: ({ tag }) => `DROP CAST IF EXISTS ${tag.slice('CAST '.length)};`,
  DEFAULT: (head) =>
    `ALTER TABLE IF EXISTS ${placed(head, head.table)} ALTER COLUMN ${quoted(head.tag)} DROP DEFAULT;`,
};

/**
 * What a dump with `--clean --if-exists` puts first to take the object away; null for what goes with
 * another object.
 */
export function dropStatement(entry: Entry, entries: ReadonlyMap<string, Entry>): string | null {
  const { head, isAttached } = entry;
  if (head.key.startsWith('identity:') || isAttached) return null;
  if (GLOBAL.has(head.type)) return `DROP ${head.type} IF EXISTS ${quoted(head.name)};`;
  if (DROPPED.has(head.type)) return `DROP ${head.type} IF EXISTS ${placed(head, head.name)};`;
  return DROPS[head.type]?.(head, entry, entries) ?? null;
}

/** A name in the schema of the entry. */
function placed({ namespace }: Head, name: string): string {
  return namespace === null ? quoted(name) : `${quoted(namespace)}.${quoted(name)}`;
}

/** The query of a view cannot be dropped: it is replaced by none. */
function dummyAgain(
  { namespace, table }: Head,
  entries: ReadonlyMap<string, Entry>,
): string | null {
  const dummy = entries.get(`relation:${namespace}.${table}`);
  return dummy ? dummy.text.replace(/^CREATE VIEW/, 'CREATE OR REPLACE VIEW') : null;
}
